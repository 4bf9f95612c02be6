import {
  Button,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Form,
  FormButtons,
  Notice,
  Page,
  type Answered,
} from '../../../ui'
import { showDfeNumber } from '../../../values/dfe-number'
import type { LinkFault } from '../verify-email.server'
import { LINK_DAYS } from '../rules/sign-ups'

export interface Confirming {
  email: string
  schoolName: string
  dfeNumber: string
}

/** The page behind the mailed link. Only the button does something: mail scanners open links too. */
export const VerifyPage = ({ what }: { what: Confirming }) => (
  <Page name="verify-email" title="Confirm your email address" width="form">
    <DescriptionList
      items={[
        { term: 'Email address', says: what.email },
        { term: 'School', says: what.schoolName },
        { term: 'DfE number', says: showDfeNumber(what.dfeNumber) },
      ]}
    />
    <Notice kind="warning" title="Did you fill in the form yourself?">
      <p>
        Confirm only if you chose the password for this account. If somebody else used your address, close
        this page: nothing will happen.
      </p>
    </Notice>
    <Form>
      <FormButtons>
        <Button>Confirm and go to your school</Button>
      </FormButtons>
    </Form>
  </Page>
)

interface Words {
  title: string
  says: string
  /** What can be done about it: a new link by mail, or another page. */
  way: 'renew' | '/sign-in' | '/sign-up'
}

const words: Record<LinkFault, Words> = {
  damaged: {
    title: 'This link is not complete',
    says: 'Some mail programs break long links. Copy the whole link from the message into your browser’s address bar.',
    way: '/sign-up',
  },
  gone: {
    title: 'This link is too old',
    says: 'The form it belongs to was deleted, because nobody confirmed it in time.',
    way: '/sign-up',
  },
  replaced: {
    title: 'There is a newer link',
    says: 'We have sent you another message since. Open the link in that one.',
    way: '/sign-up',
  },
  expired: {
    title: 'This link is too old',
    says: `A link works for ${LINK_DAYS} days. We still have what you typed: ask for a new link to go on.`,
    way: 'renew',
  },
  done: { title: 'Your address is confirmed', says: 'The account is ready.', way: '/sign-in' },
  'school-taken': {
    title: 'Your school has an account',
    says: 'Since you filled in the form, a colleague has created an account with the same DfE number. Ask at your school who looks after OTrack, or telephone us.',
    way: '/sign-in',
  },
  'email-taken': {
    title: 'This address has an account',
    says: 'Sign in with it, or set a new password if you do not know it.',
    way: '/sign-in',
  },
}

const labels = { '/sign-in': 'Sign in', '/sign-up': 'Fill in the form again' } as const

/** What is wrong with the link, and what to do. */
export function VerifyFaultPage({
  why,
  formToken,
  answer,
}: {
  why: LinkFault
  formToken: string
  answer?: Answered | undefined
}) {
  const { title, says, way } = words[why]
  return (
    <Page
      name="verify-email-fault"
      title={title}
      width="form"
      lead={<p>{says}</p>}
      first={<ErrorSummary errors={answer?.errors} />}
    >
      {way === 'renew' ? (
        <Form token={formToken}>
          <FormButtons>
            <Button name="intent" value="renew">
              Send me a new link
            </Button>
          </FormButtons>
        </Form>
      ) : (
        <FormButtons>
          <ButtonLink href={way}>{labels[way]}</ButtonLink>
        </FormButtons>
      )}
    </Page>
  )
}
