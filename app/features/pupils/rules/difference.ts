import { isTemporaryUpn } from '../../../values/upn'
import { FIELDS, type FieldName, type PupilValues } from './fields'

export interface Change {
  field: FieldName
  from: PupilValues[FieldName]
  to: PupilValues[FieldName]
}

/**
 * What would change, field by field. From a file, what is not known never clears what is, and a temporary UPN never takes the place of a
 * permanent one. A form shows every field, so there an emptied field is meant: `emptiedClears`.
 */
export function difference(old: PupilValues, given: PupilValues, { emptiedClears = false } = {}): Change[] {
  const changes: Change[] = []
  for (const { name } of FIELDS) {
    const [from, to] = [old[name], given[name]]
    if (same(from, to) || (!emptiedClears && isUnknown(to))) continue
    if (
      name === 'upn' &&
      !emptiedClears &&
      old.upn &&
      !isTemporaryUpn(old.upn) &&
      isTemporaryUpn(given.upn ?? '')
    )
      continue
    changes.push({ field: name, from, to })
  }
  return changes
}

/** The pupil after the changes. */
export function changed(old: PupilValues, changes: readonly Change[]): PupilValues {
  return { ...old, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
}

export const isUnknown = (value: PupilValues[FieldName]): boolean =>
  value === null || (Array.isArray(value) && value.length === 0)

const same = (a: PupilValues[FieldName], b: PupilValues[FieldName]): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.join(';') === b.join(';') : a === b
