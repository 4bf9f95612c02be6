import { Page } from '../../../ui'
import { LINK_DAYS } from '../rules/sign-ups'

/** After signing up: the same page whether or not the address was known to us. */
export const CheckEmailPage = ({ telephone }: { telephone: string }) => (
  <Page
    name="sign-up-check-email"
    title="Check your email"
    width="form"
    lead={
      <p>
        We have sent you a message. Open the link in it, and confirm: then your school’s account is ready.
      </p>
    }
  >
    <p>
      The link works for {LINK_DAYS} days. Until you have confirmed, there is no account and nobody can sign
      in.
    </p>
    <h2>Has nothing arrived?</h2>
    <ul>
      <li>It can take a few minutes. Look in your junk or spam folder too.</li>
      <li>
        If you mistyped the address, <a href="/sign-up">fill in the form again</a>. Your first try is deleted
        by itself.
      </li>
      <li>Telephone us on {telephone}.</li>
    </ul>
  </Page>
)
