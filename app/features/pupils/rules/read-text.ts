import type { FieldName } from './fields'
import { fieldNamed } from './fields'
import { isNothing } from './text'
import type { Reading } from './reading'

type TextField = 'last_name' | 'first_name' | 'title' | 'username' | 'class_group'

/** Names that give nothing. The longer list of other cells is not for names: there are children called Null and None. */
const NO_NAME = /^(?:[-–—.?*]*|\(blank\)|n\/a)$/i
/** Characters lost on the way (? or the replacement sign), or UTF-8 that was read as Windows-1252: "JosÃ©". */
const LOST = /[?\ufffd]|Ã[\u00a0-\u00bf\u2018-\u203a€‚ƒ„…†‡ˆ‰ŠŒŽ˜™šœžŸ]|â€/
const FORMULA = /^[=+\-@]/
/** What spreadsheets make of classes such as 3/4 and 2E1. */
const DAMAGED_CLASS = /^(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d(?:[ T].*)?|\d(?:\.\d+)?E\+\d+)$/i

/** First and last name, or both from "Last, First" in one cell. Without both a row is refused. */
export function readNames(reading: Reading): void {
  const whole = reading.text('full_name')
  const [last, first, ...more] = whole.split(',').map((part) => part.trim())
  const split = first !== undefined && more.length === 0
  readName(reading, 'last_name', split ? last : '')
  readName(reading, 'first_name', split ? first : '')
  const { last_name, first_name } = reading.values
  if (last_name !== null && first_name !== null) return
  if (whole !== '' && !split) {
    const message =
      'A name in one cell can be split only at a comma, as in “Smith, Jane”. Use one column for each name.'
    return reading.error('full_name', 'NAME_NOT_SPLIT', message)
  }
  if (last_name === null) reading.error('last_name', 'NAME_MISSING', 'The last name is missing. Add it.')
  if (first_name === null) reading.error('first_name', 'NAME_MISSING', 'The first name is missing. Add it.')
}

function readName(reading: Reading, field: 'last_name' | 'first_name', otherwise: string | undefined): void {
  const own = reading.text(field)
  const name = own === '' ? (otherwise ?? '') : own
  if (NO_NAME.test(name)) return
  if (LOST.test(name))
    reading.warn(
      field,
      'NAME_SUSPECT_CHARACTER',
      'Letters seem to have been lost in this name. Export the file again as UTF-8, or correct it.',
    )
  take(reading, field, name)
}

/** Title, username and class group. */
export function readTexts(reading: Reading): void {
  for (const field of ['title', 'username', 'class_group'] as const) {
    const text = reading.text(field)
    if (!isNothing(text)) take(reading, field, text)
  }
  if (reading.values.class_group !== null && DAMAGED_CLASS.test(reading.values.class_group))
    reading.warn(
      'class_group',
      'CLASS_DAMAGED',
      'A spreadsheet seems to have turned this class into a date or a number. Type it as text.',
    )
}

/** The school's own number for the pupil, as text with its leading zeros: the second key after the UPN. */
export function localId(reading: Reading): string | null {
  const text = reading.text('local_id')
  return isNothing(text) || text.length > longest('username') ? null : text
}

function take(reading: Reading, field: TextField, text: string): void {
  if (text.length > longest(field)) {
    const message = `This is longer than ${longest(field)} characters. Shorten it.`
    if (field === 'last_name' || field === 'first_name') reading.error(field, 'TEXT_TOO_LONG', message)
    else reading.warn(field, 'TEXT_TOO_LONG', message, true)
    return
  }
  if (FORMULA.test(text))
    reading.warn(
      field,
      'FORMULA_LIKE',
      'This begins like a spreadsheet formula. It is kept as plain text; check that it is meant.',
    )
  reading.values[field] = text
}

const longest = (field: FieldName): number => fieldNamed(field)?.longest ?? Infinity
