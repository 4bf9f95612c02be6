import type { Code } from '../../../values/code-set'

export const sexes: readonly Code[] = [
  { code: 'M', label: 'Male', aliases: ['Boy'] },
  { code: 'F', label: 'Female', aliases: ['Girl'] },
  { code: 'U', label: 'Unknown', aliases: ['Not known'] },
]

/** Numbers that older systems write for the sexes. */
export const endedSexes: Record<string, string> = { '1': 'M', '2': 'F', '9': 'U', '0': 'U' }

/**
 * Yes and no as school systems write them. "-", "N/A" and "None" are a "no" in a yes-or-no column, though elsewhere they say that nothing
 * was given: the list for yes and no is the better attested of the two.
 */
export const yesNo: readonly Code[] = [
  { code: 'yes', label: 'Yes', aliases: ['Y', 'T', 'True', '1', 'x', '✓', '✔', 'Eligible', 'On'] },
  {
    code: 'no',
    label: 'No',
    aliases: ['N', 'F', 'False', '0', '-', 'N/A', 'None', 'Not Eligible', 'Ineligible'],
  },
]

/** Beside yes and no, a column of this field also says it in these words. */
export const ealWords: readonly Code[] = [
  { code: 'yes', label: 'EAL', aliases: ['Other than English', 'First language other than English'] },
  { code: 'no', label: 'Not EAL', aliases: ['First language English', 'English'] },
]

/** First languages that are not EAL, and those that say nothing. Every other language or code of three or four letters is EAL. */
export const englishLanguages: ReadonlySet<string> = new Set([
  'eng',
  'enb',
  'english',
  'believed to be english',
])
export const unknownLanguages: ReadonlySet<string> = new Set([
  'not',
  'ref',
  'zzz',
  'information not obtained',
  'not obtained',
  'refused',
  'classification pending',
])

/** Cells that say nothing, in lower case. Names are not read by this list: there are children called Null and None. */
export const nothingWords: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '.',
  'n/a',
  'null',
  'none',
  'not recorded',
  'not known',
  'unknown',
  '(blank)',
])

/** What a yes-or-no column writes when it is not known. */
export const unknownYesNo: ReadonlySet<string> = new Set(['u', 'refused'])
