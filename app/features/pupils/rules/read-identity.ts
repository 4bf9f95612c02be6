import { readUpn, type UpnReading } from '../../../values/upn'
import type { Reading } from './reading'
import type { Rule } from './problem'

const rules: Record<(UpnReading & { kind: 'refused' })['why'], Rule> = {
  length: 'UPN_LENGTH',
  characters: 'UPN_FORMAT',
  'check-letter': 'UPN_CHECK_LETTER',
  authority: 'UPN_LA',
}

/** The UPN. A wrong one refuses the row: without it, or with another's, the values could go to the wrong child. */
export function readUpnField(reading: Reading): void {
  const upn = readUpn(reading.cells.upn ?? '')
  if (upn.kind === 'missing') {
    if (reading.has('upn'))
      reading.warn(
        'upn',
        'UPN_MISSING',
        'There is no UPN. The pupil is matched by name and date of birth; add the UPN when you have it.',
      )
    return
  }
  if (upn.kind === 'refused') {
    const proposal = upn.suggestion ? ` Perhaps it should be ${upn.suggestion}.` : ''
    reading.error('upn', rules[upn.why], `${upn.says}${proposal} Check it against your school’s records.`)
    return
  }
  reading.values.upn = upn.upn
  if (upn.temporary)
    reading.warn(
      'upn',
      'UPN_TEMPORARY',
      'This is a temporary UPN. Replace it with the permanent one as soon as you have it.',
    )
  if (upn.yearGiven > Number(reading.context.today.slice(0, 4)) + 1)
    reading.warn(
      'upn',
      'UPN_YEAR',
      `By its digits this UPN is of the year ${upn.yearGiven}, which is still to come. Check it.`,
    )
  const born = reading.values.date_of_birth
  if (upn.authorityClosedOn && born && born > upn.authorityClosedOn)
    reading.warn(
      'upn',
      'UPN_LA_ABOLISHED',
      'The authority in this UPN had ended before the pupil was born. Check both.',
    )
}

/** The UPN a pupil had before. It only helps to match, so a wrong one is passed over. */
export function formerUpn(reading: Reading): string | null {
  const former = readUpn(reading.cells.former_upn ?? '')
  return former.kind === 'valid' ? former.upn : null
}

/** A file that names its school must name the school it is uploaded for. */
export function checkSchool(reading: Reading): void {
  const own = reading.context.dfeNumber
  const digits = reading.text('dfe_number').replace(/\D/g, '')
  if (own === undefined || (digits.length !== 7 && digits.length !== 4) || own.endsWith(digits)) return
  const message = 'This row names another school’s DfE number than yours. Check that it is the right file.'
  if (digits.length === 7) reading.error('dfe_number', 'SCHOOL_OTHER', message)
  else reading.warn('dfe_number', 'SCHOOL_OTHER', message)
}
