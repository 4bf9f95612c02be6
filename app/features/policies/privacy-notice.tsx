import { company } from './rules/company'
import { Lines, Policy } from './policy'
import { Complaints, People, Rights } from './privacy-rights'
import type { NoticeData } from './notice.server'
import { Held, Pupils, Purposes, Recipients } from './privacy-held'
import { privacyVersion } from './rules/versions'

/** The privacy notice (P1–P3). What it says must be true of the product as it stands: change both together. */
export const PrivacyNotice = ({ dpoEmail, tables }: NoticeData) => (
  <Policy
    name="privacy"
    title="Privacy notice"
    lead="What we hold about you, why, for how long, and what you can ask of us."
    version={privacyVersion}
    parts={[
      { id: 'who', title: 'Who we are', text: <People dpoEmail={dpoEmail} /> },
      { id: 'roles', title: 'Whose data it is', text: <Roles /> },
      { id: 'held', title: 'What we hold about you', text: <Held tables={tables} /> },
      { id: 'pupils', title: 'Pupils’ data', text: <Pupils tables={tables} /> },
      { id: 'purposes', title: 'What we use it for', text: <Purposes tables={tables} /> },
      { id: 'recipients', title: 'Who receives it', text: <Recipients tables={tables} /> },
      { id: 'cookies', title: 'Cookies', text: <Cookies /> },
      { id: 'rights', title: 'Your rights', text: <Rights dpoEmail={dpoEmail} /> },
      { id: 'complaints', title: 'Three ways to complain', text: <Complaints dpoEmail={dpoEmail} /> },
      { id: 'changes', title: 'Versions of this notice', text: <Changes /> },
    ]}
  />
)

const Roles = () => (
  <>
    <p>
      <strong>We are the controller</strong> of what we hold about people who use OTrack at a school, about
      those who ask for a demo or for information, and about our suppliers. We decide what it is used for, and
      answer for it.
    </p>
    <p>
      <strong>Your school is the controller</strong> of its pupils’ data. We are its processor: we hold that
      data on the school’s instructions and for no purpose of our own.
    </p>
  </>
)

const Cookies = () => (
  <>
    <p>
      We set one cookie. It keeps you signed in, is set when you sign in and is deleted when you sign out. It
      is strictly necessary for that, so the law does not ask for your consent. Before you sign in we set
      none.
    </p>
    <p>
      We use no analytics, no advertising and no tracking, here or in our emails. Should that change, we will
      ask you first.
    </p>
  </>
)

const Changes = () => (
  <>
    <p>
      This notice replaces the one of 8 May 2018. For a copy of that one, write to us or telephone. When this
      notice or the terms change, we tell everyone who has an account by email.
    </p>
    <Lines lines={[company.legalName, ...company.address]} />
  </>
)
