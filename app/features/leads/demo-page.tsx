import { currentAuthorities } from '../../values/local-authorities.table'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  Form,
  FormButtons,
  FormSection,
  Page,
  SelectField,
  TextArea,
  fieldsOf,
  type Answered,
} from '../../ui'
import { TRAP } from './trap'

const authorities = [...currentAuthorities]
  .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  .map(({ code, name }) => ({ value: code, label: name }))

/** A field that people neither see nor reach, and that programs which fill in every field fill in. */
const Trap = () => (
  <div className="visually-hidden" aria-hidden="true">
    <label htmlFor={TRAP}>Leave this empty</label>
    <input type="text" id={TRAP} name={TRAP} tabIndex={-1} autoComplete="off" />
  </div>
)

/** Asking for a demo. */
export function DemoPage({ answer, formToken }: { answer: Answered | undefined; formToken: string }) {
  const put = fieldsOf(answer)
  return (
    <Page
      name="demo"
      title="Book a demo"
      width="form"
      first={<ErrorSummary errors={answer?.errors} />}
      lead={
        <p>
          Tell us who you are, and we will get in touch to agree a time. We show you OTrack by video call,
          with a school and pupils that we have invented.
        </p>
      }
    >
      <Form token={formToken}>
        <FormSection title="You">
          <Field {...put('firstName')} label="First name" autoComplete="given-name" maxLength={100} />
          <Field {...put('lastName')} label="Last name" autoComplete="family-name" maxLength={100} />
          <Field
            {...put('email')}
            label="Email address"
            type="email"
            autoComplete="email"
            inputMode="email"
            maxLength={254}
          />
          <Field
            {...put('phone')}
            label="Telephone number"
            hint="With the area code, so that we can ring you to agree a time."
            type="tel"
            autoComplete="tel"
            width="half"
            maxLength={40}
          />
        </FormSection>
        <FormSection title="Your school">
          <SelectField {...put('localAuthority')} label="Local authority" options={authorities} />
          <Field
            {...put('schoolName')}
            label="Name of the school"
            autoComplete="organization"
            maxLength={160}
            optional
          />
          <Field
            {...put('role')}
            label="Your job there"
            autoComplete="organization-title"
            maxLength={100}
            optional
          />
          <TextArea
            {...put('message')}
            label="What would you like to see?"
            hint="Please name no pupils."
            maxLength={4000}
            optional
          />
        </FormSection>
        <Trap />
        <p className="muted">
          We use this to arrange your demo and for nothing else, and do not put you on a mailing list. The{' '}
          <a href="/privacy">privacy notice</a> says how long we keep it and what rights you have.
        </p>
        <FormButtons>
          <Button>Ask for a demo</Button>
        </FormButtons>
      </Form>
    </Page>
  )
}

/** After the form: what happens next. */
export const DemoThanksPage = () => (
  <Page
    name="demo-thanks"
    title="Thank you, we have your request"
    width="reading"
    lead={<p>Somebody from our team will write or ring to agree a time.</p>}
  >
    <ol>
      <li>
        A confirmation is on its way to your email address. If it does not arrive, look in your junk or spam
        folder.
      </li>
      <li>We agree a time and send you a link for the video call.</li>
      <li>We show you OTrack. Afterwards you decide, and we ask nothing of you until you do.</li>
    </ol>
    <FormButtons>
      <ButtonLink href="/">Go to the home page</ButtonLink>
    </FormButtons>
  </Page>
)
