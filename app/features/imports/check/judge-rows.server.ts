import { erasedOn } from '../../../privacy/erased-pupils.server'
import { newId } from '../../../server/ids'
import type { SchoolActor } from '../../../server/actor'
import { newestDecisions, sortNameOf, storedValues, type RollPupil } from '../../pupils/pupils.server'
import { changed, difference } from '../../pupils/rules/difference'
import { noValues, type PupilValues } from '../../pupils/rules/fields'
import { holdBack, holdBackProblem } from '../../pupils/rules/guardian-consent'
import type { PupilReading } from '../../pupils/rules/read-pupil'
import type { Column } from '../columns'
import { erasedProblem } from './erased-problem'
import { matchRow, type Match } from './match'
import { problemRow, type NotedProblem } from './problem-row'
import { rowKeys, whoIsMeant } from './who-is-meant.server'
import type { ProblemValues, StagedValues } from './stage.server'

export interface ReadRow {
  line: number
  reading: PupilReading
}

/** How the rows of one upload are judged. */
export interface Judging {
  actor: SchoolActor
  columns: readonly Column[]
  /** The person who uploaded attested that consents are held for all pupils of the file. */
  consentConfirmed: boolean
  /** With nobody on roll there is nobody to look for. */
  rollIsEmpty: boolean
}

export interface Judged {
  staged: StagedValues[]
  problems: ProblemValues[]
}

/** Compares rows with the roll: whom each is about, what would change, what may not be kept. Reads, and writes nothing. */
export async function judgeRows(judging: Judging, rows: readonly ReadRow[]): Promise<Judged> {
  const { actor, rollIsEmpty } = judging
  const matches = rollIsEmpty ? [] : await matchRows(actor, rows)
  const decisions = await decisionsFor(actor, matches)
  const erased = await erasedOn(
    actor,
    rows.map(({ reading }) => whoIsRead(reading.values)),
  )
  const judged: Judged = { staged: [], problems: [] }
  rows.forEach((row, at) => {
    const match = matches[at] ?? { kind: 'new', namesake: false }
    const decision = match.kind === 'found' ? decisions.get(match.pupil.id) : undefined
    // What one parent withdrew, an attestation for a whole file does not give back.
    const hasConsent = decision === 'given' || (judging.consentConfirmed && decision !== 'withdrawn')
    judgeRow(judging, { ...row, erasedOn: erased[at] ?? null }, match, hasConsent, judged)
  })
  return judged
}

async function matchRows(actor: SchoolActor, rows: readonly ReadRow[]): Promise<Match[]> {
  const keys = rows.map(({ reading }) => rowKeys(reading))
  const roll = await whoIsMeant(actor, keys)
  return keys.map((key) => matchRow(key, roll))
}

async function decisionsFor(
  actor: SchoolActor,
  matches: readonly Match[],
): ReturnType<typeof newestDecisions> {
  return await newestDecisions(
    actor,
    matches.flatMap((match) => (match.kind === 'found' ? [match.pupil.id] : [])),
  )
}

function judgeRow(
  judging: Judging,
  row: ReadRow & { erasedOn: string | null },
  match: Match,
  hasConsent: boolean,
  into: Judged,
): void {
  const { line, reading } = row
  const read = reading.problems.map((problem) => holdBackProblem(problem, hasConsent))
  const problems: NotedProblem[] = [...read, ...problemsOf(match, reading.values)]
  const isWrong = problems.some(({ severity }) => severity === 'error')
  // Who is on roll again was added knowingly.
  const isHeld = match.kind === 'new' && row.erasedOn !== null
  if (isHeld && row.erasedOn !== null) problems.push(erasedProblem(reading.values, row.erasedOn))
  problems.forEach((problem, place) => into.problems.push(problemRow(line, place, problem, judging.columns)))
  const pupil = match.kind === 'found' ? match.pupil : null
  const by = match.kind === 'found' ? match.by : null
  const common = { line, matchedBy: by, baseVersion: pupil?.version ?? null }
  if (isWrong) {
    const values = storedValues(whoItIs(reading.values))
    into.staged.push({
      ...common,
      verdict: 'refused',
      pupilId: pupil?.id ?? null,
      heldBack: 0,
      values,
      differences: null,
    })
    return
  }
  const { values, heldBack } = holdBack(reading.values, hasConsent)
  const changes = pupil ? difference(pupil.values, values) : []
  // A row held back keeps its values, so that it can be confirmed.
  const verdict = isHeld ? 'refused' : !pupil ? 'added' : changes.length > 0 ? 'changed' : 'unchanged'
  into.staged.push({
    ...common,
    verdict,
    pupilId: pupil?.id ?? newId(judging.actor.at),
    heldBack: heldBack.length,
    values: storedValues(pupil ? changed(pupil.values, changes) : values),
    differences:
      changes.length > 0
        ? Object.fromEntries(changes.map(({ field, from, to }) => [field, [from, to]]))
        : null,
  })
}

const whoIsRead = (values: PupilValues) => ({
  upn: values.upn,
  sortName: sortNameOf(values),
  dateOfBirth: values.date_of_birth,
})

/** Of a refused row only what tells whether the same pupil stands in the file again. */
function whoItIs({ upn, last_name, first_name, username, date_of_birth }: PupilValues): PupilValues {
  return { ...noValues(), upn, last_name, first_name, username, date_of_birth }
}

function problemsOf(match: Match, values: PupilValues): NotedProblem[] {
  if (match.kind === 'unsure') {
    const { rule, field, message } = match
    return [{ field, value: values[field] ?? '', severity: 'error', rule, message }]
  }
  if (match.kind === 'new') return match.namesake ? [namesake(values)] : []
  return notes(match.pupil, values)
}

const namesake = (values: PupilValues): NotedProblem => ({
  field: 'last_name',
  value: values.last_name ?? '',
  severity: 'warning',
  rule: 'POSSIBLE_DUPLICATE_PERSON',
  message:
    'A pupil of the same name and date of birth is on your roll under another UPN. If it is the same pupil, correct the UPN; otherwise this one is added.',
})

/** A row never clears what is known, so it does not bring a leaver back; that is said, and done on the pupil's page. */
function notes(pupil: RollPupil, values: PupilValues): NotedProblem[] {
  if (pupil.values.left_on === null || values.left_on !== null) return []
  const message =
    'This pupil is marked as having left. If the pupil is back, clear the leaving date on the pupil’s page.'
  return [{ field: null, value: '', severity: 'info', rule: 'IS_LEAVER', message }]
}
