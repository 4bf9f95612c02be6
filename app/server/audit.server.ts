import { auditEntries, type AuditEntryRow } from '../../db/tables/audit'
import type { Actor } from './actor'
import { newId } from './ids'
import { ENTRY_MAC, entryForm } from './proof/entry-form'

/** What an entry says beside who, when and where: ids, names of fields and figures; never values or names of people. */
export interface AuditNote {
  act?: string
  subject?: { kind: string; id: string }
  fields?: readonly string[]
  counts?: Readonly<Record<string, number>>
  /** The school, where the actor acts for none (as when the school is being signed up). */
  schoolId?: string
  /** Who acted, where the door did not know yet (as when somebody signs in). */
  actorId?: string
}

/** The row for a note. */
export function entryOf(
  actor: Actor,
  act: string,
  note: AuditNote,
  id: string,
  place: number,
): AuditEntryRow {
  const { who } = actor
  const entry = {
    id,
    at: actor.at,
    act,
    schoolId: note.schoolId ?? actor.school?.id ?? null,
    actorKind: who.kind,
    actorId: note.actorId ?? ('id' in who ? who.id : who.kind === 'link' ? who.subject : null),
    subjectKind: note.subject?.kind ?? null,
    subjectId: note.subject?.id ?? null,
    fields: note.fields ? [...note.fields] : null,
    counts: note.counts ? { ...note.counts } : null,
    door: actor.door,
    address: actor.services.addresses.seal(actor.address, actor.at),
    requestId: actor.requestId,
    place,
  }
  const form = entryForm({
    ...entry,
    fields: entry.fields && JSON.stringify(entry.fields),
    counts: entry.counts && JSON.stringify(entry.counts),
  })
  return { ...entry, mac: actor.services.keys.sign(ENTRY_MAC, form) }
}

/** Records a reading: the opening of a pupil's record, a list, an export. One entry an act, however many rows. */
export async function record(actor: Actor, act: string, note: AuditNote = {}): Promise<void> {
  const { db, sealing, addresses } = actor.services
  await addresses.ready(actor.at)
  await db.rows(auditEntries).insert(entryOf(actor, act, note, newId(actor.at), 0))
  sealing.soon()
}
