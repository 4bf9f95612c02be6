import {
  Button,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  FormButtons,
  Notice,
  Page,
  Section,
  fieldsOf,
  type Answered,
} from '../../../ui'
import type { OwnAccount } from '../own-account.server'
import { SHORTEST_PASSWORD } from '../rules/passwords'

interface Props {
  account: OwnAccount
  formToken: string
  /** The school acted for, which each form carries. */
  hidden: Record<string, string>
  answer: (Answered & { intent?: string }) | undefined
  done: string | null
}

const done: Record<string, string> = {
  details: 'Your details are saved',
  password: 'Your password is changed, and other browsers are signed out',
}

/** One's own account: three forms, told apart by their button. */
export function AccountPage({ account, formToken, hidden, answer, done: what }: Props) {
  const notice = what !== null && Object.hasOwn(done, what) ? done[what] : undefined
  const first = answer ? (
    <ErrorSummary errors={answer.errors} />
  ) : (
    notice && <Notice kind="success" title={notice} live />
  )
  const form = { token: formToken, hidden }
  const details = fieldsOf(answer?.intent === 'details' ? answer : { values: account })
  return (
    <Page name="account" title="Your account" width="form" first={first}>
      <DescriptionList items={[{ term: 'Email address', says: account.email }]} />
      <Section title="You">
        <Form {...form}>
          <Field
            {...details('title')}
            label="Title"
            autoComplete="honorific-prefix"
            width="short"
            maxLength={35}
            optional
          />
          <Field {...details('firstName')} label="First name" autoComplete="given-name" maxLength={100} />
          <Field {...details('lastName')} label="Last name" autoComplete="family-name" maxLength={100} />
          <Field
            {...details('jobTitle')}
            label="Your job"
            autoComplete="organization-title"
            maxLength={100}
            optional
          />
          <Field
            {...details('phone')}
            label="Telephone number"
            type="tel"
            autoComplete="tel"
            width="half"
            maxLength={40}
            optional
          />
          <FormButtons>
            <Button name="intent" value="details">
              Save
            </Button>
          </FormButtons>
        </Form>
      </Section>
      <Section title="Password" id="password-section">
        <Form {...form}>
          <input type="email" name="username" autoComplete="username" value={account.email} readOnly hidden />
          <Field
            {...fieldsOf(answer)('passwordNow')}
            label="Present password"
            type="password"
            autoComplete="current-password"
          />
          <Field
            {...fieldsOf(answer)('password')}
            label="New password"
            hint={`At least ${SHORTEST_PASSWORD} characters. Three words that do not belong together are good.`}
            type="password"
            autoComplete="new-password"
          />
          <FormButtons>
            <Button name="intent" value="password">
              Change my password
            </Button>
          </FormButtons>
        </Form>
      </Section>
      <Section title="Where you are signed in">
        <p>
          {account.sessionCount === 1
            ? 'In this browser only.'
            : `In ${account.sessionCount} browsers, including this one.`}
        </p>
        <Form {...form}>
          <FormButtons>
            <Button weight="quiet" name="intent" value="sign-out-everywhere">
              Sign out everywhere
            </Button>
          </FormButtons>
        </Form>
      </Section>
    </Page>
  )
}
