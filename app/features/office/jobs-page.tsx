import { Button, Confirm, Empty, ErrorSummary, Figures, Form, Notice, Page, Section, Table } from '../../ui'
import type { FailedJob } from '../../server/queue/failed-jobs.server'
import { longMoment } from '../../values/date-words'

interface Props {
  figures: { waiting: number; givenUp: number }
  jobs: readonly FailedJob[]
  formToken: string
  done: string | null
  /** The job whose box was not ticked. */
  unconfirmed: string | null
}

const columns = [
  { key: 'name', label: 'Job', heads: true },
  { key: 'when', label: 'Given up' },
  { key: 'tries', label: 'Tries', figure: true },
  { key: 'reason', label: 'Why' },
  { key: 'acts', label: 'What to do' },
] as const

const outcomes: Readonly<Record<string, string>> = {
  retried: 'The job is being tried again',
  dropped: 'The job was dropped',
}

const tickFirst = 'Tick the box to say that the job may be dropped.'
const boxOf = (id: string) => `drop-${id}`

function rowOf(
  { id, name, attempts, lastError, createdAt, finishedAt }: FailedJob,
  formToken: string,
  error?: string,
) {
  return {
    key: id,
    marks: { 'job-id': id },
    cells: {
      name,
      when: longMoment(finishedAt ?? createdAt),
      tries: attempts,
      reason: lastError ?? 'Not recorded',
      acts: (
        <div className="form-buttons">
          <Form bare token={formToken} hidden={{ id }}>
            <Button weight="quiet" name="intent" value="retry">
              Try again
            </Button>
          </Form>
          <Confirm
            label="Drop"
            tick="Yes, drop this job for good"
            button="Drop this job"
            intent="drop"
            id={boxOf(id)}
            token={formToken}
            hidden={{ id }}
            error={error}
          >
            <p>The work will never be done: an email is not sent, a file is not read.</p>
          </Confirm>
        </div>
      ),
    },
  }
}

/** What OTrack's own people see of the jobs: figures, and those given up, the latest first. */
export function JobsPage({ figures, jobs, formToken, done, unconfirmed }: Props) {
  const outcome = done === null ? undefined : outcomes[done]
  return (
    <Page
      name="staff-jobs"
      title="Jobs"
      lead={<p>Work that OTrack does by itself: emails, uploads, nightly tidying.</p>}
      first={
        <>
          <ErrorSummary errors={unconfirmed === null ? null : { [boxOf(unconfirmed)]: tickFirst }} />
          {outcome && <Notice kind="success" title={outcome} live />}
        </>
      }
    >
      <Figures
        items={[
          { label: 'Waiting for their turn', value: figures.waiting },
          { label: 'Given up', value: figures.givenUp },
        ]}
      />
      <Section title="Given up">
        {jobs.length === 0 ? (
          <Empty title="Nothing was given up">
            <p>Jobs that failed at every try, or that trying again cannot help, are listed here.</p>
          </Empty>
        ) : (
          <Table
            caption="Jobs that were given up, the latest first"
            captionHidden
            columns={columns}
            rows={jobs.map((job) => rowOf(job, formToken, job.id === unconfirmed ? tickFirst : undefined))}
          />
        )}
        {figures.givenUp > jobs.length && <p>The latest {jobs.length} are shown.</p>}
      </Section>
    </Page>
  )
}
