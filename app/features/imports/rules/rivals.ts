import { readPupil } from '../../pupils/rules/read-pupil'
import { HELPERS, type SourceField } from '../../pupils/rules/fields'
import { headerKey } from './header-match'

export interface Rival {
  index: number
  header: string
  field: SourceField
  rank: number
  weak: string | null
  values: string[]
}

export interface Settled {
  chosen: Rival
  /** Why the choice must be asked about, or null if it is sure. */
  doubt: string | null
  /** Said beside each column that was passed over. */
  why: string
}

const stored = (field: SourceField): boolean => !HELPERS.some((helper) => helper === field)

/**
 * Several columns for one field. Sure are: a plain heading over one that only may mean the field, legal over preferred, code over
 * description, columns with the same values, and any order for columns that are not stored. Otherwise a person must choose.
 */
export function settle(rivals: readonly [Rival, ...Rival[]]): Settled {
  const plain = rivals.filter(({ weak }) => weak === null)
  const [first, ...others] = plain.length > 0 ? plain : rivals
  if (first === undefined || others.length === 0)
    return { chosen: first ?? rivals[0], doubt: null, why: 'Another column says it more plainly.' }
  const all = [first, ...others]
  if (!stored(first.field))
    return {
      chosen: all.reduce((a, b) => (b.rank < a.rank ? b : a)),
      doubt: null,
      why: 'Another column serves for this.',
    }
  const legal = all.filter(({ header }) => headerKey(header).includes('legal'))
  if (legal.length === 1 && legal[0]) return { chosen: legal[0], doubt: null, why: 'The legal one is taken.' }
  const byCode = codeOverDescription(all)
  if (byCode)
    return {
      chosen: byCode,
      doubt: null,
      why: 'The column of codes is taken rather than their descriptions.',
    }
  if (others.every((other) => sameValues(first, other)))
    return { chosen: first, doubt: null, why: 'The column before it holds the same.' }
  return {
    chosen: first,
    doubt: 'Several columns could be this. Choose one.',
    why: 'Several columns could be this. Choose one.',
  }
}

function codeOverDescription(rivals: readonly Rival[]): Rival | null {
  const field = rivals[0]?.field
  if (field !== 'ethnicity' && field !== 'sen_status' && field !== 'gender' && field !== 'year_group')
    return null
  const named = rivals.filter(({ header }) => /code/i.test(header))
  if (named.length === 1) return named[0] ?? null
  const coded = rivals.filter(
    ({ values }) => values.filter((value) => isItsOwnCode(field, value)).length > values.length / 2,
  )
  return coded.length === 1 ? (coded[0] ?? null) : null
}

/** True for a value that is a code already and not its description. */
function isItsOwnCode(field: 'ethnicity' | 'sen_status' | 'gender' | 'year_group', value: string): boolean {
  return readPupil({ [field]: value }, { today: '2000-01-01' }).values[field] === value.trim().toUpperCase()
}

const sameValues = (a: Rival, b: Rival): boolean =>
  a.values.length === b.values.length && a.values.every((value, at) => value.trim() === b.values[at]?.trim())
