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
      lead={
        <p>Enter the email address you sign in with. We will send you a link to choose a new password.</p>
      }
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
    lead={
      <p>
        If that address has an account, we have sent it a link to choose a new password. The link works once,
        within two hours.
      </p>
    }
  >
    <p>
      Nothing after a few minutes? Look in your junk or spam folder, or{' '}
      <a href="/forgot-password">try another address</a> that you may have signed up with.
    </p>
  </Page>
)
