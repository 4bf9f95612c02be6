import {
  Button,
  ErrorSummary,
  Field,
  Form,
  FormButtons,
  Notice,
  Page,
  fieldsOf,
  type Answered,
} from '../../../ui'

/** What just happened, said above the form. */
const done = {
  password: {
    title: 'Your password is changed',
    says: 'Sign in with the new one. Everywhere else you have been signed out.',
  },
  out: { title: 'You are signed out', says: 'On a shared computer, close the browser too.' },
  everywhere: {
    title: 'You are signed out everywhere',
    says: 'Every browser that was signed in to your account needs the password again.',
  },
  confirmed: {
    title: 'Your address is confirmed',
    says: 'Sign in with the password that you chose when you created the account.',
  },
} as const

interface Props {
  answer: Answered | undefined
  /** The page to come back to. */
  to: string | null
  done: string | null
}

/** The form to sign in. */
export function SignInPage({ answer, to, done: what }: Props) {
  const put = fieldsOf(answer)
  const notice = what !== null && Object.hasOwn(done, what) ? done[what as keyof typeof done] : null
  const first = answer?.errors ? (
    <ErrorSummary errors={answer.errors} />
  ) : (
    notice && (
      <Notice kind="success" title={notice.title} live>
        <p>{notice.says}</p>
      </Notice>
    )
  )
  return (
    <Page name="sign-in" title="Sign in" width="form" first={first}>
      <Form hidden={to ? { to } : {}}>
        <Field {...put('email')} label="Email address" type="email" autoComplete="username" maxLength={254} />
        <Field {...put('password')} label="Password" type="password" autoComplete="current-password" />
        <FormButtons>
          <Button>Sign in</Button>
          <a href="/forgot-password">Forgotten your password?</a>
        </FormButtons>
      </Form>
      <p>
        Is your school new to OTrack? <a href="/sign-up">Create your school’s account</a>. If you have just
        done that, first open the link that we sent to your address.
      </p>
    </Page>
  )
}
