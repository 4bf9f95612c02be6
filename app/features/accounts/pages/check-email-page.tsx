import { Page } from '../../../ui'
import { LINK_DAYS } from '../rules/sign-ups'

/** After signing up: the same page whether or not the address was known to us. */
export const CheckEmailPage = ({ telephone }: { telephone: string }) => (
  <Page
    name="sign-up-check-email"
    title="Check your email"
    width="form"
    lead={<p>We have sent you a message. Open the link in it, and your school’s account is ready.</p>}
  >
    <p>The link opens for {LINK_DAYS} days. Until you have opened it there is no account, and nobody can sign in.</p>
    <h2>Nothing came?</h2>
    <ul>
      <li>It can take some minutes. Look among unwanted mail too.</li>
      <li>
        If the address had a slip in it, <a href="/sign-up">fill in the form again</a>: nothing is lost, and the first try is deleted by itself.
      </li>
      <li>Telephone us on {telephone}.</li>
    </ul>
  </Page>
)
