import { DescriptionList } from '../../ui'

const user = [
  {
    term: 'What',
    says: 'Your title, name, job title, email address and telephone number; your school’s name and DfE number; your role; your password, as a hash that cannot be read back; what you did in OTrack and when; the IP address you sign in from.',
  },
  {
    term: 'Why',
    says: 'To give your school the service that it has agreed with us, and to keep that service secure and show who did what.',
  },
  {
    term: 'On what basis',
    says: 'The contract with your school; our legitimate interest, and the school’s, in security.',
  },
  {
    term: 'How long',
    says: 'While you are a user. Basic contact and identity data at most six years after that. Sooner on your request, save what the law makes us keep.',
  },
]

const lead = [
  {
    term: 'What',
    says: 'Your name, email address and telephone number; your local authority; your school, your role and your message if you gave them.',
  },
  { term: 'Why', says: 'To answer you.' },
  {
    term: 'On what basis',
    says: 'Our legitimate interest in answering.',
  },
  { term: 'How long', says: 'As long as we need it to answer you. Tell us to delete it and we do.' },
]

/** What is held about users and leads (P4, P6), with purpose, basis and retention. */
export const Held = () => (
  <>
    <h3>If you have an account</h3>
    <p>You gave us this yourself.</p>
    <DescriptionList items={user} />
    <h3>If you asked for a demo or for information</h3>
    <p>You gave us this yourself.</p>
    <DescriptionList items={lead} />
    <p>No decision about you is made by a machine alone.</p>
  </>
)

const pupilFields = [
  { term: 'Who they are', says: 'First and last name, title, username, UPN, date of birth, gender' },
  { term: 'At school', says: 'Year group, class group, entry date, attendance summary' },
  {
    term: 'Support',
    says: 'Free school meals now and in the last six years, pupil premium, English as an additional language, in care now or ever, gifted and talented',
  },
  { term: 'Special categories', says: 'Ethnicity, SEN status, SEN need' },
]

/** What is held about pupils (P5), for whom, and what makes special categories special (P8, P24). */
export const Pupils = () => (
  <>
    <p>Only users at a pupil’s own school give us that pupil’s data. Schools choose what they upload:</p>
    <DescriptionList items={pupilFields} />
    <p>
      <strong>Special categories</strong> are kept only while the consent of a parent or guardian, or of a
      pupil who is able to give it, is recorded and not withdrawn. Without it they are neither stored, shown,
      exported nor counted. Withdrawing it removes them at once.
    </p>
    <p>
      <strong>Every reading is recorded:</strong> each time a pupil’s record is opened, changed or exported,
      with who did it and when.
    </p>
    <p>
      <strong>Deletion:</strong> an authorised user of the school can delete a pupil at any time. A pupil,
      parent or guardian can ask us to: we suspend the data at once, tell the school, and delete it as soon as
      we are sure that the person who asks may do so. Each school’s terms instruct us to.
    </p>
    <p>We make no statistics of our own from pupils’ data.</p>
  </>
)

/** Who else may see it (P20). */
export const Recipients = () => (
  <>
    <p>Our own people, as far as their work needs it. Beyond them only:</p>
    <ul>
      <li>
        providers who run OTrack’s computers and send its emails for us, and may do nothing else with the data
      </li>
      <li>
        our professional advisers, HM Revenue and Customs, regulators and courts, where the law requires it
      </li>
      <li>a buyer of our business, who would be bound by this notice</li>
    </ul>
    <p>
      None of them may use it for purposes of their own. Data leaves the United Kingdom and the European
      Economic Area only where the law of the other country is recognised as adequate, or under the standard
      clauses that the regulator has approved. We sell nobody’s data.
    </p>
  </>
)
