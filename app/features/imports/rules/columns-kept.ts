import { guardianConsentNeeded } from '../../pupils/rules/guardian-consent'
import { readPupil } from '../../pupils/rules/read-pupil'
import type { Column } from './column'
import { matchHeader, resemblance } from './header-match'

/** The heading over a column of the file; null where none is kept any more. */
export const headerOf = (columns: readonly Column[], index: number | null): string | null =>
  columns.find((column) => column.index === index)?.header ?? null

/**
 * What may stay of the columns once an upload is saved: those that were imported, and their headings where these are known ones. The first
 * line of a file without headings is a pupil.
 */
export function columnsToKeep(columns: readonly Column[]): Column[] {
  return columns
    .filter(({ field }) => field !== null && field !== 'ignore')
    .map(({ index, header, field }) => {
      const known = matchHeader(header).kind === 'field'
      return { index, header: known ? header : '', field, sure: true }
    })
}

/**
 * Whether a column may hold special values: by what it is taken for, by its heading, or by what stands in it, imported or not. Without a
 * guardian's consent these are not shown, not even as an example of the column.
 */
export function mayBeSpecial({ field, header }: Column, values: readonly string[]): boolean {
  const match = matchHeader(header)
  const meant = [field, match.kind === 'field' ? match.field : null, resemblance(header)]
  if (guardianConsentNeeded.some((special) => meant.includes(special))) return true
  const special = values.filter(isSpecial).length
  return values.length > 0 && special * 2 > values.length
}

/** An ethnicity or a need by its own look. The status of SEN is one letter, which says nothing alone. */
function isSpecial(value: string): boolean {
  const { ethnicity, sen_need } = readPupil(
    { ethnicity: value, sen_need: value },
    { today: '2000-01-01' },
  ).values
  return ethnicity !== null || sen_need.length > 0
}
