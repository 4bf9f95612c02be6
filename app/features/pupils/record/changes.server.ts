import { pupilHistory } from '../../../../db/tables/pupils'
import type { SchoolActor } from '../../../server/actor'
import { longMoment } from '../../../values/date-words'
import { namesOfUsers } from '../../accounts/accounts.server'
import { valueKept } from '../roll/history.server'
import { fieldNamed, type FieldName } from '../rules/fields'
import { shown } from '../rules/labels'
import type { OpenPupil } from './open-pupil.server'

/** As many as a person looks through; what was before them the copy of the pupil's data has. */
const MOST = 100

/** One change in words, for the record page. */
export interface ShownChange {
  key: string
  when: string
  /** Null where the account is gone, or nobody of the school did it. */
  who: string | null
  how: string
  field: string
  from: string
  to: string
}

const acts: Record<string, string> = {
  'pupils.changed': 'by hand',
  'imports.committed': 'by an upload',
  'imports.undone': 'by undoing an upload',
}

/** What was changed of a pupil, the newest first, at most a hundred fields. Special values only while consent stands, as in the record. */
export async function changesOf(actor: SchoolActor, { id, consent }: OpenPupil): Promise<ShownChange[]> {
  const rows = await actor.school.data.rows(pupilHistory).list({
    where: { pupilId: id },
    order: [
      ['version', 'desc'],
      ['field', 'asc'],
    ],
    limit: MOST,
  })
  const seen = rows.filter(({ field }) => consent || !fieldNamed(field as FieldName)?.special)
  const names = await namesOfUsers(
    actor,
    seen.flatMap(({ changedBy }) => changedBy ?? []),
  )
  return seen.map((row) => {
    const field = row.field as FieldName
    const words = (kept: string | null) => shown(field, valueKept(field, kept))
    return {
      key: `${row.version} ${field}`,
      when: longMoment(row.at),
      who: (row.changedBy && names.get(row.changedBy)) || null,
      how: acts[row.act] ?? '',
      field: fieldNamed(field)?.label ?? field,
      from: words(row.oldValue),
      to: words(row.newValue),
    }
  })
}
