import { longMoment } from '../../values/date-words'
import { Empty, Field, Filters, Page, Pagination } from '../../ui'
import type { LeadPage, LeadShown } from './queries.server'

const Enquiry = ({ schoolName, role, message, createdAt }: LeadShown['enquiries'][number]) => (
  <li>
    <p>
      Asked for a demo on {longMoment(createdAt)}
      {(role || schoolName) && <>: {[role, schoolName].filter(Boolean).join(', ')}</>}
    </p>
    {message && (
      <details>
        <summary>What they wrote</summary>
        {message.split('\n').map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </details>
    )}
  </li>
)

const Lead = ({ lead }: { lead: LeadShown }) => (
  <li className="lead" data-lead-id={lead.id}>
    <h2>
      {lead.firstName} {lead.lastName}
    </h2>
    <p className="lead-reach">
      <a href={`mailto:${lead.email}`}>{lead.email}</a>
      <span>{lead.phone ?? 'No telephone number'}</span>
      <span>{lead.localAuthority}</span>
    </p>
    <ul className="lead-asked">
      {lead.enquiries.map((enquiry) => (
        <Enquiry key={enquiry.id} {...enquiry} />
      ))}
    </ul>
  </li>
)

const NoLeads = ({ sought }: { sought: boolean }) => (
  <Empty title={sought ? 'Nobody fits' : 'Nobody has asked yet'}>
    <p>
      {sought
        ? 'Try part of the name, or the address alone.'
        : 'Everybody who asks for a demo will be listed here.'}
    </p>
  </Empty>
)

/** Who asked for a demo, the latest first. */
export function LeadsPage({ page, q }: { page: LeadPage; q: string }) {
  const next = page.next && `?${new URLSearchParams({ ...(q && { q }), after: page.next }).toString()}`
  return (
    <Page name="staff-leads" title="Leads" lead="People who asked for a demo, the latest first.">
      <Filters label="Find a lead" button="Find" clear={q ? '/staff/leads' : null}>
        <Field
          name="q"
          label="Name or email address"
          type="search"
          value={q}
          optional="unsaid"
          maxLength={100}
        />
      </Filters>
      {page.leads.length === 0 ? (
        <NoLeads sought={q !== ''} />
      ) : (
        <ol className="leads">
          {page.leads.map((lead) => (
            <Lead key={lead.id} lead={lead} />
          ))}
        </ol>
      )}
      <Pagination next={next} words={{ previous: 'Newer', next: 'Older' }} />
    </Page>
  )
}
