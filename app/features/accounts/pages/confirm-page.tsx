import { Button, ErrorSummary, Field, Form, FormButtons, Page, fieldsOf, type Answered } from '../../../ui'

/** Asks for the password once more, before an act of weight. */
export const ConfirmPage = ({ answer, to }: { answer: Answered | undefined; to: string | null }) => (
  <Page
    name="confirm"
    title="Enter your password again"
    width="form"
    first={<ErrorSummary errors={answer?.errors} />}
    lead={
      <p>
        What you are about to do is important. We ask again so that nobody else can do it at a computer you
        have left.
      </p>
    }
  >
    <Form hidden={to ? { to } : {}}>
      <Field
        {...fieldsOf(answer)('password')}
        label="Password"
        type="password"
        autoComplete="current-password"
      />
      <FormButtons>
        <Button>Continue</Button>
        <a href="/portal">Not now</a>
      </FormButtons>
    </Form>
  </Page>
)
