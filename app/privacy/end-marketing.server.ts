import {
  marketingChoices,
  marketingContacts,
  suppressions,
  type ChoiceRow,
  type ContactRow,
} from '../../db/tables/marketing'
import { receipts } from '../../db/tables/proof'
import type { Actor } from '../server/actor'
import { markList } from '../server/mail/address-marks.server'
import { withdrawMarketing } from '../server/mail/marketing-mail.server'
import type { Tx } from '../server/write.server'
import type { Person } from './declare'

const CHANNELS = ['email', 'sms'] as const

/**
 * Ends marketing for an erased person and forgets their address, as part of their erasure (P19). Only keyed marks stay: whoever gives the
 * address again, in a list, a form or a new account, is sent no marketing before a new proven yes. Answers how many contacts were emptied.
 */
export async function endMarketing(actor: Actor, tx: Tx, { addressMarks }: Person): Promise<number> {
  if (addressMarks.length === 0) return 0
  const rows = actor.services.db.rows(marketingContacts)
  const contacts = await rows.list({ where: { mark: addressMarks } })
  for (const contact of contacts) await forget(actor, tx, contact)
  return contacts.length
}

async function forget(actor: Actor, tx: Tx, contact: ContactRow): Promise<void> {
  const { db } = actor.services
  // Locked, so that no choice is made between our reading of the ledger and its next row.
  await db.rows(marketingContacts).find({ id: contact.id }, { lock: true })
  const ledger = await db
    .rows(marketingChoices)
    .list({ where: { mark: contact.mark }, order: [['place', 'asc']] })
  const batch = tx.newId()
  const last = new Map(ledger.map((row) => [`${row.topic} ${row.channel}`, row]))
  const ended = [...last.values()].filter(({ says }) => says === 'yes')
  await db.rows(marketingChoices).insert(
    ended.map(({ topic, channel, mark }, at): ChoiceRow => ({
      ...{ id: tx.newId(), mark, place: ledger.length + at, batch, topic, channel, says: 'no' },
      ...{ act: 'erased', ground: 'none', groundRef: null, collectedBy: 'erasure' },
      ...{ wording: 'erasure', version: 1, proven: true, at: actor.at },
    })),
  )
  for (const mark of markList(contact))
    for (const channel of CHANNELS) {
      const all = { channel, mark, scope: 'all' } as const
      await db.rows(suppressions).remove(all)
      await db.rows(suppressions).insert({ ...all, at: actor.at })
    }
  await withdrawMarketing(actor.services, markList(contact))
  await db.rows(receipts).update({ subjectKind: 'contact', subjectId: contact.id }, { opened: null })
  await db.rows(marketingContacts).update({ id: contact.id }, { email: null })
}
