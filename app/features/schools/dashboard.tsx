import type { ReactNode } from 'react'
import { ButtonLink, Empty, Figures, Notice, Page, Section, type Figure } from '../../ui'
import { showDfeNumber } from '../../values/dfe-number'
import type { RollSummary } from '../pupils/pupils.server'
import { yearGroups } from '../pupils/rules/year-group.table'
import type { SchoolDashboard } from './dashboard.server'
import { YearBars } from './year-bars'

const labels = new Map(yearGroups.map(({ code, label }) => [code, label]))
export const yearLabel = (code: string | null): string => (code === null ? 'Not known' : (labels.get(code) ?? code))

interface Props extends SchoolDashboard {
  school: { name: string; dfeNumber: string }
  /** What was last uploaded, or nothing. */
  lastUpload?: ReactNode | undefined
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
            {may.upload && <ButtonLink href="/portal/pupils/import">Upload a roll</ButtonLink>}
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
      {showsRoll && lastUpload && <Section title="Last upload">{lastUpload}</Section>}
    </Page>
  )
}

const NoPupils = () => (
  <Notice title="Your role sees no pupils’ data">
    <p>You look after the school’s licence. If you need more for your work, ask the owner of your school’s account to change your role.</p>
  </Notice>
)

function FirstUpload({ may }: SchoolDashboard) {
  if (!may.upload)
    return (
      <Empty title="No pupils yet">
        <p>As soon as a colleague has uploaded the roll, you will see your pupils here.</p>
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
        Export your roll from SIMS, Arbor, Bromcom or a spreadsheet as CSV and upload it. You see what would be added before anything is kept, and you
        can undo it afterwards.
      </p>
    </Empty>
  )
}

function Roll({ roll, yearGroups: own }: { roll: RollSummary; yearGroups: readonly string[] | null }) {
  const missing: Figure[] = [
    { label: 'Without a UPN', value: roll.withoutUpn, note: roll.withoutUpn === 0 ? 'Every pupil has one' : 'Ask the school they came from' },
    { label: 'Without a date of birth', value: roll.withoutBirth, note: roll.withoutBirth === 0 ? 'Every pupil has one' : undefined },
  ]
  return (
    <>
      {own && (
        <p>
          {own.length === 0
            ? 'No year group is given to you yet. Ask the owner of your school’s account.'
            : `You see the pupils of ${own.map(yearLabel).join(', ')}.`}
        </p>
      )}
      <Figures items={[{ label: 'Pupils on roll', value: roll.onRoll, href: '/portal/pupils' }, ...missing]} />
      {roll.byYear.length > 0 && (
        <Section title="By year group">
          <YearBars years={roll.byYear.map(({ yearGroup, count }) => ({ code: yearGroup, label: yearLabel(yearGroup), count }))} />
        </Section>
      )}
    </>
  )
}
