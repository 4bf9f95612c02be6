import {
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  FormButtons,
  Page,
  fieldsOf,
  type Answered,
} from '../../../ui'
import type { ResetFault } from '../set-password.server'
import { SHORTEST_PASSWORD } from '../rules/passwords'

/** Takes the new password. The address stands in a field of its own, so that password managers know whose it is. */
export function ResetPage({
  email,
  answer,
  formToken,
}: {
  email: string
  answer: Answered | undefined
  formToken: string
}) {
  return (
    <Page
      name="reset-password"
      title="Choose a new password"
      width="form"
      first={<ErrorSummary errors={answer?.errors} />}
      lead={<p>For {email}. Every browser that is signed in to this account will be signed out.</p>}
    >
      <Form token={formToken}>
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field
          {...fieldsOf(answer)('password')}
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. Three words that do not belong together are good.`}
          type="password"
          autoComplete="new-password"
        />
        <FormButtons>
          <Button>Save the new password</Button>
        </FormButtons>
      </Form>
    </Page>
  )
}

const words: Record<ResetFault, { title: string; says: string }> = {
  damaged: {
    title: 'This link is not complete',
    says: 'Some mail programs break long links. Copy the whole link from the message into your browser’s address bar.',
  },
  expired: {
    title: 'This link is too old',
    says: 'A link to set a password works only for two hours. Ask for a new one.',
  },
  used: {
    title: 'This link has been used',
    says: 'Your password was changed since we sent it. Ask for a new link if you need another password.',
  },
}

/** What is wrong with the link, and what to do. */
export const ResetFaultPage = ({ why }: { why: ResetFault }) => (
  <Page name="reset-password-fault" title={words[why].title} width="form" lead={<p>{words[why].says}</p>}>
    <FormButtons>
      <ButtonLink href="/forgot-password">Send me a new link</ButtonLink>
      <a href="/sign-in">Sign in</a>
    </FormButtons>
  </Page>
)
