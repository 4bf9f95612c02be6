import { UniqueConstraintError } from 'sequelize'
import { auditEntries, type AuditEntryRow } from '../../db/tables/audit'
import { formAnswers } from '../../db/tables/forms'
import type { ContractName, MarketingName, MessageProps } from '../../emails/index'
import type { Actor } from './actor'
import { hashToken } from './crypto.server'
import { entryOf, type AuditNote } from './audit.server'
import { newId } from './ids'
import { putMail, putMarketing, type MailOptions, type MarketingTo } from './mail/outbox.server'
import { putReceipt, type Receipt, type ReceiptNote } from './proof/receipt.server'
import { putJob, type JobOptions } from './queue/put-job.server'

/** What a write may do beside its own rows; all of it is rows of the same transaction. */
export interface Tx {
  readonly at: number
  newId(): string
  /** One entry of the audit trail; its act is the write's unless another is named. */
  audit(note: AuditNote): void
  /** A message that the contract needs: it goes whatever the person chose about marketing (P18). */
  mail<Name extends ContractName>(
    name: Name,
    props: MessageProps<Name>,
    to: string,
    options?: MailOptions,
  ): Promise<void>
  /** A marketing message; false, and nothing written, where the person's present choice is not yes (P15). */
  marketing<Name extends MarketingName>(
    name: Name,
    props: MessageProps<Name>,
    to: MarketingTo,
  ): Promise<boolean>
  /** A signed proof of what was done, for the person. Where its words are to reach them, `mail` takes its file along. */
  receipt(note: ReceiptNote): Promise<Receipt>
  job(name: string, payload: Record<string, unknown>, options?: JobOptions): Promise<void>
  /** Ends the write with this answer and nothing written. */
  refuse(answer: unknown): never
}

/** Carries a refusal out of the transaction, so that it is rolled back. */
class Refused extends Error {
  constructor(readonly answer: unknown) {
    super('refused')
  }
}

export interface WriteOptions {
  /** The nonce of the form: the same post again, to the same address, is answered as the first was, and changes nothing more. */
  once?: string | null
}

/**
 * The one way to write: waits its turn on SQLite, opens the transaction, runs `work`, and refuses to commit without an audit entry.
 * `work` is run again after a deadlock or a lost connection, so it must do nothing but write rows.
 * With `once`, the answer must survive JSON.
 */
export async function write<T>(
  actor: Actor,
  act: string,
  work: (tx: Tx) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const { db, addresses } = actor.services
  await addresses.ready(actor.at)
  const firstEntry = newId(actor.at)
  const who = 'id' in actor.who ? actor.who.id : actor.who.kind
  const nonce = options.once ? hashToken(`${act} ${who} ${actor.path ?? ''} ${options.once}`) : null
  let askedForJobs = false
  const answered = async () => (nonce ? await db.rows(formAnswers).find({ nonce }) : null)

  const attempt = async (): Promise<T> => {
    const before = await answered()
    if (before) return (before.answer as { given: T }).given
    const entries: AuditEntryRow[] = []
    const tx: Tx = {
      at: actor.at,
      newId: () => newId(actor.at),
      audit: (note) =>
        entries.push(
          entryOf(
            actor,
            note.act ?? act,
            note,
            entries.length === 0 ? firstEntry : newId(actor.at),
            entries.length,
          ),
        ),
      mail: (name, props, to, mailOptions) => {
        askedForJobs = true
        return putMail(actor, name, props, to, mailOptions)
      },
      marketing: (name, props, to) => {
        askedForJobs = true
        return putMarketing(actor, name, props, to)
      },
      receipt: (note) => putReceipt(actor, note),
      job: (name, payload, jobOptions) => {
        askedForJobs = true
        return putJob(actor, name, payload, jobOptions)
      },
      refuse: (answer) => {
        throw new Refused(answer)
      },
    }
    const answer = await work(tx)
    if (entries.length === 0) throw new Error(`${act}: a write without an audit entry`)
    await db.rows(auditEntries).insert(entries)
    if (nonce)
      await db.rows(formAnswers).insert({ nonce, act, answer: { given: answer ?? null }, at: actor.at })
    return answer
  }

  // Asked when the connection went away during the commit: if the entry stands, so does all the rest.
  const committed = async () => (await db.rows(auditEntries).find({ id: firstEntry })) !== null
  try {
    const answer = await db.transaction(attempt, { committed })
    if (askedForJobs) actor.services.bell.ring()
    actor.services.sealing.soon()
    return answer
  } catch (error) {
    // Two posts of one form at the same moment: the other was first, and what it did may be why this one was refused.
    const refused = error instanceof Refused ? error : null
    const first = refused || error instanceof UniqueConstraintError ? await answered() : null
    if (first) return (first.answer as { given: T }).given
    if (refused) return refused.answer as T
    throw error
  }
}
