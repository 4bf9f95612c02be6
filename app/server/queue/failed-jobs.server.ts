import { jobs as table, type JobRow } from '../../../db/tables/jobs'
import type { Actor } from '../actor'
import type { Services } from '../context'
import { write } from '../write.server'
import type { Jobs } from './job'

/** As many as a person looks through; once some are dropped or done, older ones come up. */
const MOST = 100

/** A job that no further try is made of, without what it was told. Moments in UTC milliseconds. */
export type FailedJob = Pick<JobRow, 'id' | 'name' | 'attempts' | 'lastError' | 'createdAt' | 'finishedAt'>

/** How many jobs wait (for their moment or for another try), and how many were given up. */
export async function countJobs({ db }: Services): Promise<{ waiting: number; givenUp: number }> {
  const rows = db.rows(table)
  return { waiting: await rows.count({ state: 'waiting' }), givenUp: await rows.count({ state: 'failed' }) }
}

/** The jobs that were given up, the latest first, at most a hundred. */
export async function failedJobs({ db }: Services): Promise<FailedJob[]> {
  return await db.rows(table).list({
    where: { state: 'failed' },
    fields: ['id', 'name', 'attempts', 'lastError', 'createdAt', 'finishedAt'],
    order: [
      ['finishedAt', 'desc'],
      ['id', 'desc'],
    ],
    limit: MOST,
  })
}

const onceFor = (nonce: string | null, id: string) => ({ once: nonce && `${nonce} ${id}` })
const noteOf = (id: string) => ({ subject: { kind: 'job', id } })

/** Has a job that was given up tried again at once, as if it had just been asked for. False if there is none such any more. */
export async function retryFailedJob(actor: Actor, id: string, nonce: string | null): Promise<boolean> {
  const { db, bell } = actor.services
  const retried = await write(
    actor,
    'jobs.retried',
    async (tx) => {
      const anew = {
        state: 'waiting',
        runAt: tx.at,
        firstDueAt: tx.at,
        attempts: 0,
        deaths: 0,
        finishedAt: null,
      } as const
      if ((await db.rows(table).update({ id, state: 'failed' }, anew)) === 0) tx.refuse(false)
      tx.audit(noteOf(id))
      return true
    },
    onceFor(nonce, id),
  )
  if (retried) bell.ring()
  return retried
}

/** Takes a job that was given up away for good. False if there is none such any more. */
export async function dropFailedJob(
  actor: Actor,
  jobs: Jobs,
  id: string,
  nonce: string | null,
): Promise<boolean> {
  const { db } = actor.services
  return await write(
    actor,
    'jobs.dropped',
    async (tx) => {
      const row = await db.rows(table).find({ id, state: 'failed' }, { lock: true })
      if (!row) return tx.refuse(false)
      await jobs[row.name]?.dropped(actor, row.payload)
      await db.rows(table).remove({ id })
      tx.audit(noteOf(id))
      return true
    },
    onceFor(nonce, id),
  )
}
