import type { SchoolActor } from '../../../server/actor'
import { valueColumns } from '../../pupils/pupils.server'
import { importLimits } from '../limits.table'
import type { SeenKeys } from './seen-keys'
import type { StagedValues } from './stage.server'

/** By what two rows of one file may be the same pupil; `lone` are rows that nothing but name and birthday tells apart. */
export type Key = 'upn' | 'username' | 'lone' | 'person' | 'pupil'
/** Keys that more than one row may have. */
export type Suspects = Set<Key>

export interface TwiceRow {
  line: number
  upn: string | null
  username: string | null
  last_name: string | null
  first_name: string | null
  date_of_birth: string | null
}

const at = (column: string) => valueColumns.indexOf(column)
const [UPN, USERNAME, NAME, BIRTH] = [
  at('upn'),
  at('username'),
  at('sort_name'),
  at('date_of_birth'),
] as const

/** Notes what tells a row's pupil, and which keys some row before may have had too. */
export function noteKeys(seen: SeenKeys, row: StagedValues, suspects: Suspects): void {
  const { values, pupilId, matchedBy } = row
  const note = (key: 'upn' | 'username' | 'person' | 'pupil', value: unknown) => {
    if (typeof value === 'string' && value !== '' && seen.again(key, value)) suspects.add(key)
  }
  note('upn', values[UPN])
  note('username', values[USERNAME])
  if (matchedBy !== null) note('pupil', pupilId)
  if (row.verdict !== 'refused') note('person', `${values[NAME]} ${values[BIRTH]}`)
  if (suspects.has('person')) suspects.add('lone')
}

const person = { by: ['sort_name', 'date_of_birth'], among: "verdict <> 'refused'" }

/** By which columns rows are grouped, among which rows, and which rows of a group are wanted. */
const grouping: Record<Key, { by: readonly string[]; among: string; wanted: string }> = {
  upn: { by: ['upn'], among: 'upn IS NOT NULL', wanted: 's.upn IS NOT NULL' },
  username: { by: ['username'], among: 'username IS NOT NULL', wanted: 's.upn IS NULL' },
  lone: { ...person, wanted: 's.upn IS NULL AND s.username IS NULL AND s.matched_by IS NULL' },
  person: { ...person, wanted: "s.verdict <> 'refused'" },
  pupil: { by: ['pupil_id'], among: 'matched_by IS NOT NULL', wanted: "s.matched_by <> 'upn'" },
}

/** The rows of which there are several with one key, in the order of the file; one more than are named, where there are so many. */
export async function rowsTwice(actor: SchoolActor, importId: string, key: Key): Promise<TwiceRow[]> {
  const { by, among, wanted } = grouping[key]
  // A date that is not known is the same as another that is not known: such rows cannot be told apart. The first column is never null, and
  // plainly compared, so that the databases join by it and not row by row.
  const isSame = actor.services.db.dialect === 'sqlite' ? 'IS' : '<=>'
  const same = by.map((column, place) => `s.${column} ${place === 0 ? '=' : isSame} d.${column}`)
  return await actor.school.data.query<TwiceRow>(
    `SELECT s.line, s.upn, s.username, s.last_name, s.first_name, s.date_of_birth
     FROM (SELECT ${by.join(', ')} FROM staged_rows WHERE school_id = :school AND import_id = :importId AND ${among}
           GROUP BY ${by.join(', ')} HAVING COUNT(*) > 1) d
     JOIN staged_rows s ON ${same.join(' AND ')}
     WHERE s.school_id = :school AND s.import_id = :importId AND ${wanted}
     ORDER BY s.line LIMIT ${importLimits.duplicatesNamed + 1}`,
    { importId },
  )
}
