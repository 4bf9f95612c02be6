import { company } from './rules/company'

/** The terms' parts on pupils' data: roles, the standing instruction on erasure (P24), security, breach, the end. */
export const dataParts = [
  {
    id: 'data',
    title: 'Pupils’ data is yours',
    text: (
      <>
        <p>
          Your school is the controller of its pupils’ data. {company.legalName} is its processor. We handle
          it only on your documented instructions: these terms, and what your users do in OTrack. If we think
          that an instruction breaks the law, we tell you.
        </p>
        <p>
          We hold the pupils’ fields that the <a href="/privacy#pupils">privacy notice</a> lists, of the
          pupils on the rolls that you upload, to record them for your users, as long as you have an account.
          Ethnicity, SEN status and SEN need are taken only while you have recorded that consent was given.
        </p>
        <p>
          Our people are bound to confidence. We make no statistics from your pupils’ data, and use it for
          nothing of our own.
        </p>
      </>
    ),
  },
  {
    id: 'erasure',
    title: 'Your standing instruction on erasure',
    text: (
      <>
        <p>
          <strong>
            You instruct us to stop using a pupil’s record at once, and to delete it from OTrack, when an
            authorised user of your school, the pupil, or a person with parental responsibility asks for it
            and is who they say they are.
          </strong>{' '}
          A parent’s or a pupil’s request for erasure is carried out.
        </p>
        <p>
          You are told first. You have five working days to question the identity or the authority of the
          person who asks, but not the deletion. Your silence never gives data to anyone.
        </p>
        <p>
          You can export the record before it is deleted. A deleted pupil is held back at your next upload
          until you decide.
        </p>
      </>
    ),
  },
  {
    id: 'security',
    title: 'Security, and when something goes wrong',
    text: (
      <>
        <p>
          We protect the data by measures that fit its risk: access by role, a record of every reading, change
          and export, and encryption on its way. We show you what you need to check this, and help you with
          assessments and with the requests of pupils and parents.
        </p>
        <p>
          If we find a breach of your pupils’ data, we tell you without undue delay. Our own target is 24
          hours. Your 72 hours for telling the regulator begin when you hear from us.
        </p>
      </>
    ),
  },
  {
    id: 'others',
    title: 'Others who work for us',
    text: (
      <p>
        You allow us to use providers who run OTrack’s computers and send its emails, under contracts that
        bind them as these terms bind us. We tell you before we add or change one, so that you can object. We
        answer for what they do.
      </p>
    ),
  },
  {
    id: 'end',
    title: 'How it ends',
    text: (
      <p>
        You can leave at any time. Export your roll first: it is yours. When your account ends we delete your
        pupils’ data, unless the law makes us keep it, and confirm it if you ask.
      </p>
    ),
  },
]
