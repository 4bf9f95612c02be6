import {
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  Form,
  FormButtons,
  FormSection,
  Page,
  fieldsOf,
  type Answered,
} from '../../../ui'
import { SHORTEST_PASSWORD } from '../rules/passwords'

/** The form with which a school begins. Everything on one page: it is asked once. */
export function SignUpPage({ answer, formToken }: { answer: Answered | undefined; formToken: string }) {
  const put = fieldsOf(answer)
  return (
    <Page
      name="sign-up"
      title="Create your school’s account"
      width="form"
      first={<ErrorSummary errors={answer?.errors} />}
      lead={
        <p>
          A school has one account, and you will be its owner. If your school already has one, ask the
          colleague who created it, or <a href="/sign-in">sign in</a>.
        </p>
      }
    >
      <Form token={formToken}>
        <FormSection title="Your school">
          <Field
            {...put('schoolName')}
            label="Name of the school"
            autoComplete="organization"
            maxLength={160}
          />
          <Field
            {...put('dfeNumber')}
            label="DfE number"
            hint="Seven digits, three for the local authority and four for the school, such as 371 2999. You find it in your school census and on Get Information About Schools."
            inputMode="numeric"
            width="short"
            maxLength={20}
          />
        </FormSection>
        <FormSection title="You">
          <Field
            {...put('title')}
            label="Title"
            autoComplete="honorific-prefix"
            width="short"
            maxLength={35}
            optional
          />
          <Field {...put('firstName')} label="First name" autoComplete="given-name" maxLength={100} />
          <Field {...put('lastName')} label="Last name" autoComplete="family-name" maxLength={100} />
          <Field
            {...put('jobTitle')}
            label="Your job at the school"
            autoComplete="organization-title"
            maxLength={100}
          />
          <Field
            {...put('phone')}
            label="Telephone number"
            hint="To reach you about the account."
            type="tel"
            autoComplete="tel"
            width="half"
            maxLength={40}
            optional
          />
        </FormSection>
        <FormSection title="To sign in">
          <Field
            {...put('email')}
            label="Email address at the school"
            hint="We send a link there, to be sure that it is yours."
            type="email"
            autoComplete="username"
            maxLength={254}
          />
          <Field
            {...put('password')}
            label="Password"
            hint={`At least ${SHORTEST_PASSWORD} characters. Three words that do not belong together are good.`}
            type="password"
            autoComplete="new-password"
          />
        </FormSection>
        <Checkbox
          {...put('acceptTerms')}
          label={
            <>
              I accept the <a href="/terms">terms for schools</a>, for my school
            </>
          }
          hint="They include the data processing agreement that the law asks your school to have with us."
          checked={put('acceptTerms').value === 'on'}
        />
        <p className="muted">
          We use what you tell us here to make your account and to run it. The{' '}
          <a href="/privacy">privacy notice</a> says how, and what rights you have.
        </p>
        <FormButtons>
          <Button>Create the account</Button>
        </FormButtons>
      </Form>
    </Page>
  )
}
