import type { MatchedBy } from '../../../../db/tables/imports'
import { isTemporaryUpn } from '../../../values/upn'
import type { RollPupil } from '../../pupils/pupils.server'

/** What a row says about who it is. */
export interface RowKeys {
  upn: string | null
  formerUpn: string | null
  username: string | null
  sortName: string
  birth: string | null
}

/** Pupils of the roll who may be meant by the rows of a batch. */
export interface Candidates {
  byUpn: ReadonlyMap<string, RollPupil>
  byUsername: ReadonlyMap<string, readonly RollPupil[]>
  byName: ReadonlyMap<string, readonly RollPupil[]>
}

export type MatchFault = 'MATCH_CONFLICT' | 'MATCH_UNSURE'
export type Match =
  | { kind: 'new'; namesake: boolean }
  | { kind: 'found'; pupil: RollPupil; by: MatchedBy }
  | { kind: 'unsure'; rule: MatchFault; field: 'upn' | 'username' | 'last_name'; message: string }

const unsure = (rule: MatchFault, field: 'upn' | 'username' | 'last_name', message: string): Match => ({
  kind: 'unsure',
  rule,
  field,
  message,
})

/**
 * Which pupil on roll a row is about: by UPN, by former UPN, by the school's own identifier, else by name and date of birth. Never by a
 * guess: where two could be meant, or the keys contradict each other, the row waits for a person.
 */
export function matchRow(row: RowKeys, roll: Candidates): Match {
  const byUpn = row.upn ? roll.byUpn.get(row.upn) : undefined
  const byFormer = row.formerUpn ? roll.byUpn.get(row.formerUpn) : undefined
  if (byUpn && byFormer && byUpn.id !== byFormer.id)
    return unsure(
      'MATCH_CONFLICT',
      'upn',
      'The UPN and the former UPN in this row belong to two pupils on your roll. Find out which is meant and correct the row.',
    )
  if (byUpn) return { kind: 'found', pupil: byUpn, by: 'upn' }
  if (byFormer) return { kind: 'found', pupil: byFormer, by: 'former_upn' }
  return matchUsername(row, roll) ?? matchName(row, roll)
}

/** Two permanent UPNs that differ are two children, unless all else says that one was mistyped. */
const otherUpn = (row: RowKeys, { values: { upn } }: RollPupil): boolean =>
  row.upn !== null && upn !== null && row.upn !== upn && !isTemporaryUpn(upn) && !isTemporaryUpn(row.upn)

const sameBirth = (row: RowKeys, pupil: RollPupil): boolean => row.birth === pupil.values.date_of_birth

function matchUsername(row: RowKeys, roll: Candidates): Match | null {
  const [pupil, ...more] = row.username ? (roll.byUsername.get(row.username) ?? []) : []
  if (!pupil || more.length > 0) return null
  const sameName = row.sortName === pupil.sortName
  const birthDiffers = row.birth !== null && pupil.values.date_of_birth !== null && !sameBirth(row, pupil)
  const contradicted = otherUpn(row, pupil) ? !sameName || birthDiffers : !sameName && birthDiffers
  if (!contradicted) return { kind: 'found', pupil, by: 'username' }
  return unsure(
    'MATCH_CONFLICT',
    'username',
    'A pupil on your roll has this identifier but another name, date of birth or UPN. Find out which is right and correct the row or the pupil.',
  )
}

function matchName(row: RowKeys, roll: Candidates): Match {
  const namesakes = roll.byName.get(row.sortName) ?? []
  const same = namesakes.filter((pupil) => sameBirth(row, pupil))
  const [pupil, ...more] = same.filter((one) => !otherUpn(row, one))
  if (pupil && more.length === 0) return { kind: 'found', pupil, by: 'name' }
  if (pupil)
    return unsure(
      'MATCH_UNSURE',
      'last_name',
      'Several pupils on your roll have this name and date of birth. Add the UPN, so that the right one is changed.',
    )
  const half = namesakes.some(({ values }) => (values.date_of_birth === null) !== (row.birth === null))
  if (half && row.upn === null && row.username === null)
    return unsure(
      'MATCH_UNSURE',
      'last_name',
      'A pupil of this name is on your roll, and only one of the two has a date of birth. Add the UPN or the date of birth, so that no pupil is added twice.',
    )
  return { kind: 'new', namesake: same.length > 0 }
}
