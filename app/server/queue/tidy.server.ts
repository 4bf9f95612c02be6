import { formAnswers } from '../../../db/tables/forms'
import { jobs } from '../../../db/tables/jobs'
import { outbox } from '../../../db/tables/outbox'
import type { Database } from '../../../db/connection.server'
import type { Actor } from '../actor'
import { FORM_LIFE_MS } from '../forms.server'
import { write } from '../write.server'

const DAY_MS = 24 * 60 * 60_000
/** A day longer than a form may be open, so that no post can outlive the answer to its first one. */
const ANSWERS_MS = FORM_LIFE_MS + DAY_MS
const DONE_JOBS_MS = 30 * DAY_MS
/** One every few seconds: what it did stands in the seals. */
const DONE_SEALING_MS = DAY_MS
/** Longer than any job that is looked into: after this nobody will. */
const FAILED_JOBS_MS = 90 * DAY_MS
/** So long a message that could not be sent can be tried again. */
const FAILED_CONTENT_MS = 30 * DAY_MS
const OUTBOX_MS = 90 * DAY_MS
/** Rows deleted in one transaction; a cluster refuses large ones. */
const BATCH = 1_000

/** While builds change over, one may ask for jobs that another does not know; after this long nobody will know them. */
const UNKNOWN_JOBS_MS = 7 * DAY_MS

/**
 * The nightly job of the server's own tables: answers to posted forms, finished jobs, the outbox. Jobs whose name is not `known` (any more) are
 * given up, so that staff see them.
 */
export async function tidyServer(actor: Actor, known: readonly string[]): Promise<void> {
  const { db } = actor.services
  const before = (ms: number) => actor.at - ms
  const answers = await inBatches(db, 'form_answers', 'nonce', 'at < ?', [before(ANSWERS_MS)], (nonce) =>
    db.rows(formAnswers).remove({ nonce }),
  )
  const done = await inBatches(
    db,
    'jobs',
    'id',
    `(state = 'done' AND finished_at < ?) OR (state = 'failed' AND finished_at < ?)
      OR (state = 'done' AND finished_at < ? AND name = 'audit.seal')`,
    [before(DONE_JOBS_MS), before(FAILED_JOBS_MS), before(DONE_SEALING_MS)],
    (id) => db.rows(jobs).remove({ id }),
  )
  const mails = await inBatches(
    db,
    'outbox',
    'id',
    `state <> 'waiting' AND created_at < ?`,
    [before(OUTBOX_MS)],
    (id) => db.rows(outbox).remove({ id }),
  )
  await write(actor, 'server.tidied', async (tx) => {
    const emptied = await db.run(
      `UPDATE outbox SET content = NULL WHERE state IN ('failed', 'withdrawn') AND content IS NOT NULL AND created_at < ?`,
      [before(FAILED_CONTENT_MS)],
    )
    const unknown = await db.run(
      `UPDATE jobs SET state = 'failed', finished_at = ?, last_error = ?, live_key = NULL
        WHERE state = 'waiting' AND run_at < ? AND name NOT IN (?)`,
      [actor.at, 'This build knows no such job.', before(UNKNOWN_JOBS_MS), known],
    )
    tx.audit({ counts: { answers, jobs: done, mails, emptied, unknown } })
  })
}

async function inBatches(
  db: Database,
  table: string,
  key: string,
  where: string,
  params: readonly unknown[],
  remove: (keys: string[]) => Promise<number>,
): Promise<number> {
  for (let removed = 0; ;) {
    const rows = await db.query<Record<string, string>>(
      `SELECT ${key} AS found FROM ${table} WHERE ${where} LIMIT ${BATCH}`,
      params,
    )
    if (rows.length === 0) return removed
    removed += await remove(rows.map(({ found }) => found ?? ''))
  }
}
