import type { Code } from '../../../values/code-set'

/**
 * National Curriculum year groups, youngest first. M (a mixed class) is left out: it is never a pupil's. "Nursery" alone is N1 or N2, which
 * only the date of birth can tell; FS1 and FS2 are schools' own names for N2 and R.
 */
export interface YearGroup extends Code {
  /** Years from Reception: R is 0, Year 1 is 1, N2 is -1. Null where it says nothing about age. */
  step: number | null
}

export const yearGroups: readonly YearGroup[] = [
  { code: 'E1', label: 'Early first year', step: -4 },
  { code: 'E2', label: 'Early second year', step: -3 },
  { code: 'N1', label: 'Nursery first year', step: -2, aliases: ['Nursery 1'] },
  {
    code: 'N2',
    label: 'Nursery second year',
    step: -1,
    aliases: ['Nursery 2', 'FS1', 'F1', 'Year N2', '-1'],
  },
  {
    code: 'R',
    label: 'Reception',
    step: 0,
    aliases: ['YR', 'Year R', 'Rec', 'FS2', 'F2', '0', 'Year 0', 'Yr R'],
  },
  { code: '1', label: 'Year 1', step: 1, aliases: ['01', 'Y1', 'Yr 1'] },
  { code: '2', label: 'Year 2', step: 2, aliases: ['02', 'Y2', 'Yr 2'] },
  { code: '3', label: 'Year 3', step: 3, aliases: ['03', 'Y3', 'Yr 3'] },
  { code: '4', label: 'Year 4', step: 4, aliases: ['04', 'Y4', 'Yr 4'] },
  { code: '5', label: 'Year 5', step: 5, aliases: ['05', 'Y5', 'Yr 5'] },
  { code: '6', label: 'Year 6', step: 6, aliases: ['06', 'Y6', 'Yr 6'] },
  { code: '7', label: 'Year 7', step: 7, aliases: ['07', 'Y7', 'Yr 7'] },
  { code: '8', label: 'Year 8', step: 8, aliases: ['08', 'Y8', 'Yr 8'] },
  { code: '9', label: 'Year 9', step: 9, aliases: ['09', 'Y9', 'Yr 9'] },
  { code: '10', label: 'Year 10', step: 10, aliases: ['Y10', 'Yr 10'] },
  { code: '11', label: 'Year 11', step: 11, aliases: ['Y11', 'Yr 11'] },
  { code: '12', label: 'Year 12', step: 12, aliases: ['Y12', 'Yr 12'] },
  { code: '13', label: 'Year 13', step: 13, aliases: ['Y13', 'Yr 13'] },
  { code: '14', label: 'Year 14', step: 14, aliases: ['Y14', 'Yr 14'] },
  { code: 'X', label: 'National Curriculum not followed', step: null },
]
