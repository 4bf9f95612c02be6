import { marketingChoices, type ChoiceRow, type ContactRow } from '../../../db/tables/marketing'
import type { Actor } from '../../server/actor'
import type { Receipt } from '../../server/proof/receipt.server'
import type { Tx } from '../../server/write.server'
import { ledgerOf, standingOf, type Standing } from './contact.server'
import { isObjection, keyOf, mayBeYes, noToAll, type Change, type CollectedBy, type Ground } from './rules'
import { wordingNow, type WordingName } from './rules/wordings'
import { lift, suppress } from './suppress.server'
import { tellOfChange } from './tell.server'

export interface Choosing {
  /** `stop-all`: no to everything, also to what there is not yet. */
  changes: readonly (Change & Partial<Former>)[] | 'stop-all'
  collectedBy: CollectedBy
  /** Of a yes; consent, if left out. */
  ground?: Ground
  /** Of the sale or the talks about one, where the ground is the soft opt-in. */
  groundRef?: string
  /** The words that were shown, as they are now. */
  wording: WordingName
  /** Whether the choice is shown to be that of who reads the address: by a link mailed to it, or by their account. */
  proven: boolean
}

/** A yes that is restored keeps what it rested on. */
export type Former = Pick<ChoiceRow, 'ground' | 'groundRef' | 'collectedBy' | 'wording' | 'version'>

export interface Changed {
  contactId: string
  /** Null where nothing changed. */
  batch: string | null
  /** What is obeyed otherwise than before. */
  effective: readonly Change[]
  receipts: readonly Pick<Receipt, 'reference' | 'code'>[]
}

/**
 * The one way in which a choice about marketing changes, whoever's door it comes by (P17): the ledger, the marks that hold messages back, what
 * waits to be sent, the receipts and the message that carries them, all in the open transaction. What changes nothing writes nothing, so it
 * can be called again. `contact` is as `contactOf` answers it, locked.
 */
export async function changeChoices(
  actor: Actor,
  tx: Tx,
  contact: ContactRow,
  choosing: Choosing,
): Promise<Changed> {
  const { db } = actor.services
  const all = choosing.changes === 'stop-all'
  const asked: Exclude<Choosing['changes'], 'stop-all'> =
    choosing.changes === 'stop-all' ? noToAll : choosing.changes
  const ledger = await ledgerOf(db, contact)
  const before = await standingOf(db, contact)
  const changes = asked.filter((change) => changesAnything(before, change, choosing))
  const batch = tx.newId()
  const rows = changes.map((change, at) => ({
    ...rowOf(before, change, choosing),
    ...{ id: tx.newId(), mark: contact.mark, place: ledger.length + at, batch, at: actor.at },
  }))
  await db.rows(marketingChoices).insert(rows)
  // Also where the ledger says no already: a no is obeyed even if its mark were missing.
  const noes = asked.filter(({ says }) => says === 'no')
  if (noes.length > 0) await suppress(actor, contact, noes, all)
  const yeses = changes.filter(({ says }) => says === 'yes')
  if (choosing.proven && yeses.length > 0) await lift(actor, contact, yeses)
  const objected = isObjection(choosing.collectedBy)
  const effective = changes.filter((change) =>
    change.says === 'yes' ? choosing.proven : before[keyOf(change)]?.state === 'yes',
  )
  const provable = objected ? changes : effective
  const receipts =
    provable.length > 0 ? await tellOfChange(actor, tx, contact, provable, effective.length > 0) : []
  return {
    contactId: contact.id,
    batch: changes.length > 0 ? batch : null,
    effective: effective.map(({ topic, channel, says }) => ({ topic, channel, says })),
    receipts: receipts.map(({ reference, code }) => ({ reference, code })),
  }
}

/** An unproven yes is noted only where nothing was said before. A yes that its form may not collect is a fault of ours. */
function changesAnything(
  before: Standing,
  change: Change & Partial<Former>,
  { collectedBy, ground = 'consent', proven }: Choosing,
): boolean {
  const state = before[keyOf(change)]?.state
  if (change.says === 'no') return state !== 'no'
  if (!mayBeYes(change.topic, change.collectedBy ?? collectedBy, change.ground ?? ground))
    throw new Error(`${collectedBy} cannot collect a yes to ${change.topic} by ${ground}`)
  return proven ? state !== 'yes' : state === undefined
}

/** The columns of a ledger row that say what was chosen and how. */
function rowOf(before: Standing, change: Change & Partial<Former>, choosing: Choosing) {
  const { topic, channel, says, ...former } = change
  const { wording, version } = wordingNow(choosing.wording)
  const yes = says === 'yes'
  const restored = yes && former.ground !== undefined
  const no =
    before[keyOf(change)]?.state === 'yes' || isObjection(choosing.collectedBy) ? 'withdrawn' : 'refused'
  return {
    ...{ topic, channel, says, wording, version, collectedBy: choosing.collectedBy },
    act: restored ? ('undone' as const) : yes ? ('given' as const) : (no as 'withdrawn' | 'refused'),
    ground: yes ? (choosing.ground ?? ('consent' as const)) : ('none' as const),
    groundRef: yes ? (choosing.groundRef ?? null) : null,
    proven: choosing.proven,
    ...former,
  }
}
