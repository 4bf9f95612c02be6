import { ButtonLink, Empty, Figures, Notice, Page, Section, type Figure } from '../../ui'
import { showDfeNumber } from '../../values/dfe-number'
import type { RollSummary } from '../pupils/pupils.server'
import { yearGroups } from '../pupils/rules/year-group.table'
import type { SchoolDashboard } from './dashboard.server'
import { LastUpload, type LastUploadProps } from './last-upload'
import { YearBars } from './year-bars'

const labels = new Map(yearGroups.map(({ code, label }) => [code, label]))
export const yearLabel = (code: string | null): string =>
  code === null ? 'Not known' : (labels.get(code) ?? code)

interface Props extends SchoolDashboard {
  school: { name: string; dfeNumber: string }
  /** Null for who may not upload, and before the first. */
  lastUpload: LastUploadProps | null
}

/** The first page of the portal: how many pupils, what is missing, what was last uploaded; or the way to the first upload. */
export function Dashboard({ school, lastUpload, ...data }: Props) {
  const { roll, empty, may } = data
  const showsRoll = roll !== null && !empty
  return (
    <Page
      name="dashboard"
      title={school.name}
      above={`DfE number ${showDfeNumber(school.dfeNumber)}`}
      actions={
        showsRoll && (
          <>
            {may.upload && <ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>}
            <ButtonLink href="/portal/pupils" weight="quiet">
              See the pupils
            </ButtonLink>
          </>
        )
      }
    >
      {roll === null && <NoPupils />}
      {empty && <FirstUpload {...data} />}
      {showsRoll && <Roll roll={roll} yearGroups={data.yearGroups} />}
      {lastUpload && (
        <Section title="Last upload">
          <LastUpload {...lastUpload} />
        </Section>
      )}
    </Page>
  )
}

const NoPupils = () => (
  <Notice title="Your role sees no pupils’ data">
    <p>
      You look after the school’s licence. If you need more for your work, ask the owner of your school’s
      account to change your role.
    </p>
  </Notice>
)

function FirstUpload({ may }: SchoolDashboard) {
  if (!may.upload)
    return (
      <Empty title="No pupils yet">
        <p>When a colleague has uploaded the roll, you will see your pupils here.</p>
      </Empty>
    )
  return (
    <Empty
      title="No pupils yet"
      actions={
        <>
          <ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>
          {may.add && <a href="/portal/pupils/new">Add one pupil by hand</a>}
        </>
      }
    >
      <p>
        Export your roll from SIMS, Arbor, Bromcom or a spreadsheet as CSV and upload it. You see what would
        be added before anything is saved, and you can undo it afterwards.
      </p>
    </Empty>
  )
}

function Roll({ roll, yearGroups: own }: { roll: RollSummary; yearGroups: readonly string[] | null }) {
  const missing: Figure[] = [
    {
      label: 'Without a UPN',
      value: roll.withoutUpn,
      note: roll.withoutUpn === 0 ? 'Every pupil has one' : 'Ask their last school for it',
    },
    {
      label: 'Without a date of birth',
      value: roll.withoutBirth,
      note: roll.withoutBirth === 0 ? 'Every pupil has one' : undefined,
    },
  ]
  return (
    <>
      {own && (
        <p>
          {own.length === 0
            ? 'You have not been given a year group yet. Ask the owner of your school’s account.'
            : `You see the pupils of ${own.map(yearLabel).join(', ')}.`}
        </p>
      )}
      <Figures
        items={[{ label: 'Pupils on roll', value: roll.onRoll, href: '/portal/pupils' }, ...missing]}
      />
      {roll.byYear.length > 0 && (
        <Section title="By year group">
          <YearBars
            years={roll.byYear.map(({ yearGroup, count }) => ({
              code: yearGroup,
              label: yearLabel(yearGroup),
              count,
            }))}
          />
        </Section>
      )}
    </>
  )
}
