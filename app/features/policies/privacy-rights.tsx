import { DescriptionList } from '../../ui'
import { company, dpo, regulator } from './rules/company'
import { Lines } from './policy'

const Email = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>

/** The legal entity and the data protection officer, as the law wants them named (P2). */
export const People = ({ dpoEmail }: { dpoEmail: string }) => (
  <DescriptionList
    items={[
      { term: 'Company', says: `${company.legalName}, trading as ${company.tradingAs}` },
      { term: 'Address', says: <Lines lines={company.address} /> },
      { term: 'Telephone', says: company.telephone },
      {
        term: 'Data protection officer',
        says: (
          <>
            {dpo.name}
            <br />
            <Email address={dpoEmail} />
            <br />
            Telephone {dpo.telephone}
          </>
        ),
      },
    ]}
  />
)

/** What a person can ask for, how, and what happens then (P26–P37). */
export const Rights = ({ dpoEmail }: { dpoEmail: string }) => (
  <>
    <p>You can ask us, at no cost, to</p>
    <ul>
      <li>give you a copy of everything we hold about you (access)</li>
      <li>correct what is wrong or incomplete (rectification)</li>
      <li>delete it (erasure)</li>
      <li>stop using it while a question is settled (restriction)</li>
      <li>
        give you, or someone you choose, what you gave us in a form that a computer can read (portability)
      </li>
      <li>stop using it where we rely on our legitimate interest, and always for marketing (objection)</li>
    </ul>
    <p>Consent that you gave can be withdrawn at any time. What was done before stays lawful.</p>
    <p>
      Write to <Email address={dpoEmail} />, telephone, or send a letter to our address. We answer within one
      month. If a request is complex we may need up to two months more, and tell you so, with the reason,
      within the first. We ask who you are only where we have doubts, and only for what settles them.
    </p>
    <p>
      <strong>Pupils, parents and guardians</strong> can ask the school or us. The school answers, because the
      data is the school’s; a request to us is passed on to it at once.
    </p>
  </>
)

/** To us, to the regulator, to a court (P2). */
export const Complaints = ({ dpoEmail }: { dpoEmail: string }) => (
  <ol>
    <li>
      <strong>To us.</strong> Write to <Email address={dpoEmail} />, telephone {company.telephone}, or send a
      letter to our address. We acknowledge it within 30 days, look into it from the day it comes, and tell
      you the outcome.
    </li>
    <li>
      <strong>To the regulator.</strong> The {regulator.name} ({regulator.shortName}),{' '}
      {regulator.address.join(', ')}, telephone {regulator.telephone}:{' '}
      <a href={regulator.complaints}>complain to the {regulator.shortName}</a>. {regulator.addressNote}
    </li>
    <li>
      <strong>To a court.</strong> You can go to court if you think that your rights have been infringed. You
      need not complain to us or to the regulator first.
    </li>
  </ol>
)
