import { Button, ErrorSummary, Field, Form, FormButtons, Page, fieldsOf, type Answered } from '../../../ui'

/** Asks for a link to set a new password. */
export function ForgotPage({ answer, formToken }: { answer: Answered | undefined; formToken: string }) {
  const put = fieldsOf(answer)
  return (
    <Page
      name="forgot-password"
      title="Set a new password"
      width="form"
      first={<ErrorSummary errors={answer?.errors} />}
      lead={<p>Enter the address you sign in with. We send you a link with which you choose a new password.</p>}
    >
      <Form token={formToken}>
        <Field {...put('email')} label="Email address" type="email" autoComplete="username" maxLength={254} />
        <FormButtons>
          <Button>Send me the link</Button>
          <a href="/sign-in">Back to signing in</a>
        </FormButtons>
      </Form>
    </Page>
  )
}

/** The same for an address we know and one we do not: who has an account is nobody else’s business. */
export const ForgotSentPage = () => (
  <Page
    name="forgot-password-sent"
    title="Check your email"
    width="form"
    lead={<p>If the address has an account, a message with a link is on its way. The link opens once, and for two hours.</p>}
  >
    <p>
      Nothing came after some minutes? Look among unwanted mail, or <a href="/forgot-password">try the other address</a> that you may have signed up
      with.
    </p>
  </Page>
)
