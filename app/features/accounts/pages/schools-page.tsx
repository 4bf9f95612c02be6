import { Button, Empty, Form, Page, Table, Tag } from '../../../ui'
import { showDfeNumber } from '../../../values/dfe-number'
import type { OwnSchool } from '../own-account.server'

/** Which school one acts for. A form for each: one press and one is there. */
export function SchoolsPage({
  schools,
  actingFor,
  to,
}: {
  schools: readonly OwnSchool[]
  actingFor: string | null
  to: string | null
}) {
  return (
    <Page
      name="schools"
      title="Choose a school"
      lead={<p>You see and change the data of one school at a time.</p>}
    >
      {schools.length === 0 ? (
        <Empty title="You belong to no school">
          <p>Ask the owner of your school’s account to let you in again.</p>
        </Empty>
      ) : (
        <Table
          caption="Your schools"
          captionHidden
          columns={[
            { key: 'name', label: 'School', heads: true },
            { key: 'dfeNumber', label: 'DfE number' },
            { key: 'role', label: 'Your role' },
            { key: 'act', label: 'Choose' },
          ]}
          rows={schools.map(({ id, name, dfeNumber, role }) => ({
            key: id,
            cells: {
              name,
              dfeNumber: showDfeNumber(dfeNumber),
              role: role.charAt(0).toUpperCase() + role.slice(1),
              act:
                id === actingFor ? (
                  <Tag tone="success">You are here</Tag>
                ) : (
                  <Choose id={id} name={name} to={to} />
                ),
            },
          }))}
        />
      )}
    </Page>
  )
}

const Choose = ({ id, name, to }: { id: string; name: string; to: string | null }) => (
  <Form bare hidden={{ schoolId: id, ...(to && { to }) }}>
    <Button weight="quiet">
      Go <span className="visually-hidden">to {name}</span>
    </Button>
  </Form>
)
