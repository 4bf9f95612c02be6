import { codeReader } from '../../../values/code-set'
import { endedSenNeeds, endedSenStatuses, senNeeds, senStatuses, type EndedCode } from './sen.table'
import type { Reading } from './reading'
import { isNothing } from './text'

const readStatus = codeReader(senStatuses, endedSenStatuses)
const readNeed = codeReader(senNeeds, endedSenNeeds)
const ended = new Map<string, EndedCode>(
  [...endedSenStatuses, ...endedSenNeeds].map((code) => [code.code, code]),
)

/** SEN status and needs. Codes that have ended are kept as supplied: only the school can say what took their place. */
export function readSen(reading: Reading): void {
  const { values } = reading
  const status = reading.text('sen_status')
  values.sen_status = readStatus(status)
  if (values.sen_status !== null) warnEnded(reading, 'sen_status', values.sen_status)
  else if (!isNothing(status))
    reading.warn(
      'sen_status',
      'CODE_UNKNOWN',
      'This is no SEN status that we know, so it is left out. Write N, K or E.',
      true,
    )
  values.sen_need = readNeeds(reading)
  checkTogether(reading)
}

/** Needs stand one to a line, or parted by semicolons, strokes or commas, which labels contain as well: the whole is tried before its parts. */
function readNeeds(reading: Reading): string[] {
  // Line ends part needs, so they are turned into semicolons before the cell is tidied into one line.
  const lines = (reading.cells.sen_need ?? '').split(/[\r\n;|]+/)
  if (lines.length === 1 && isNothing(reading.text('sen_need'))) return []
  const needs = new Set<string>()
  let unknown = false
  for (const line of lines.map((text) => text.trim()).filter((text) => !isNothing(text))) {
    const whole = readNeed(line)
    const parts = whole === null ? line.split(/[,/+&\s]+/).map(readNeed) : [whole]
    if (parts.includes(null)) unknown = true
    else for (const need of parts) if (need !== null) needs.add(need)
  }
  if (unknown)
    reading.warn(
      'sen_need',
      'CODE_UNKNOWN',
      'A need here is in no list that we know, so it is left out. Use codes such as SLCN.',
      true,
    )
  for (const need of needs) warnEnded(reading, 'sen_need', need)
  return [...needs]
}

function warnEnded(reading: Reading, field: 'sen_status' | 'sen_need', code: string): void {
  const old = ended.get(code)
  if (!old) return
  const when = old.ended ? `ended in ${old.ended}` : 'is no longer used'
  reading.warn(
    field,
    'CODE_LEGACY',
    `${old.label} ${when}. Today’s code may be ${old.replacement}; it is kept as given until you change it.`,
  )
}

function checkTogether(reading: Reading): void {
  const { sen_status: status, sen_need: needs } = reading.values
  if (needs.length > 0 && (status === null || status === 'N'))
    reading.warn(
      'sen_need',
      'SEN_NEED_WITHOUT_PROVISION',
      'A need is given but no SEN provision. Check whether the need is an old one.',
    )
  if (needs.length === 0 && (status === 'K' || status === 'E') && reading.has('sen_need'))
    reading.warn(
      'sen_need',
      'SEN_PROVISION_WITHOUT_NEED',
      'There is SEN provision but no need is given. Add the type of need.',
    )
  if (needs.includes('NSA') && status === 'E')
    reading.warn(
      'sen_need',
      'SEN_NSA_WITH_EHCP',
      'NSA (no specialist assessment) goes with SEN support only, not with a plan. Check it.',
    )
}
