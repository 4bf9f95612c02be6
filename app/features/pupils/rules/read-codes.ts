import { codeReader, type CodeReader } from '../../../values/code-set'
import { extendedEthnicities, mainEthnicities, mistakenEthnicities } from './ethnicity.table'
import { yearGroupByAge, readYearGroup } from './year-group'
import {
  ealWords,
  endedSexes,
  englishLanguages,
  sexes,
  unknownLanguages,
  unknownYesNo,
  yesNo,
} from './small-sets.table'
import type { SourceField, YesNo } from './fields'
import type { Reading } from './reading'
import { isNothing } from './text'

const readEthnicity = codeReader(mainEthnicities, extendedEthnicities)
const readSex = codeReader(sexes)
const readYesNo = codeReader(yesNo)
const readEalWords = codeReader(yesNo, ealWords)
const mainCodes = new Map(extendedEthnicities.map(({ code, parent }) => [code, parent]))

/** The main code of an ethnicity, for figures; a main code is its own. */
export const mainEthnicity = (code: string): string => mainCodes.get(code) ?? code

/** Codes come first and cells that give nothing second: "Not known" is an ethnicity code's name. */
export function readCodes(reading: Reading): void {
  const { values } = reading
  values.gender = readGender(reading)
  values.year_group = readYear(reading)
  values.ethnicity = readEthnicityField(reading)
  for (const field of ['fsm', 'fsm6', 'pupil_premium', 'in_care', 'ever_in_care', 'gifted_talented'] as const)
    values[field] = readYesNoField(reading, field, readYesNo)
  values.eal = readEal(reading)
}

function readGender(reading: Reading): string | null {
  const text = reading.text('gender')
  const code = readSex(text)
  if (code !== null || isNothing(text)) return code
  const ended = Object.hasOwn(endedSexes, text) ? (endedSexes[text] ?? null) : null
  if (ended === null) unknown(reading, 'gender', 'Write M, F or U.')
  else
    reading.warn(
      'gender',
      'CODE_LEGACY',
      `This is an old number code; it was read as ${ended}. Write M, F or U.`,
    )
  return ended
}

function readYear(reading: Reading): string | null {
  const text = reading.text('year_group')
  const code = readYearGroup(text)
  if (code === null && !isNothing(text))
    unknown(reading, 'year_group', 'Write N1, N2, R or the number of the year.')
  if (code !== 'nursery') return code
  const { date_of_birth: birth } = reading.values
  const byAge = birth ? yearGroupByAge(birth, reading.context.today, reading.context.rollsOver) : null
  if (byAge === 'N1' || byAge === 'N2') return byAge
  const message = 'The nursery has two years and the date of birth does not tell which. Write N1 or N2.'
  reading.warn('year_group', 'CODE_AMBIGUOUS', message, true)
  return null
}

function readEthnicityField(reading: Reading): string | null {
  const text = reading.text('ethnicity')
  const code = readEthnicity(text)
  if (code !== null || isNothing(text)) return code
  const meant = mistakenEthnicities[text.toUpperCase()]
  unknown(
    reading,
    'ethnicity',
    meant ? `The code ${meant} may be meant.` : 'Use a code of the school census, such as WBRI.',
  )
  return null
}

function readYesNoField(reading: Reading, field: SourceField, read: CodeReader): YesNo | null {
  const text = reading.text(field)
  if (text === '') return null
  const code = read(text)
  if (code !== null) return code as YesNo
  if (!isNothing(text) && !unknownYesNo.has(text.toLowerCase()))
    unknown(reading, field, 'Write yes or no, or leave it empty.')
  return null
}

/** EAL as given, else from the first language: English is no, a language that is not known says nothing, any other is yes. */
function readEal(reading: Reading): YesNo | null {
  const given = readYesNoField(reading, 'eal', readEalWords)
  const language = reading.text('language')
  const lower = language.toLowerCase()
  if (isNothing(language) || unknownLanguages.has(lower)) return given
  if (!/^[\p{L}\p{M} ,()/'’-]+$/u.test(language)) {
    unknown(reading, 'language', 'Write a language or its three-letter code.')
    return given
  }
  const derived = englishLanguages.has(lower) ? 'no' : 'yes'
  if (given !== null && given !== derived)
    reading.warn(
      'eal',
      'EAL_CONTRADICTION',
      'EAL and the first language do not agree. EAL was kept as given; check both.',
    )
  return given ?? derived
}

/** A file's row is taken without the value: one unknown code should not keep a child off the roll. */
function unknown(reading: Reading, field: SourceField, remedy: string): void {
  reading.warn(field, 'CODE_UNKNOWN', `This is in no list that we know, so it is left out. ${remedy}`, true)
}
