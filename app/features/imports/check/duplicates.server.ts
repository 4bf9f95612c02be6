import type { SchoolActor } from '../../../server/actor'
import { valueColumns } from '../../pupils/pupils.server'
import { noValues } from '../../pupils/rules/fields'
import type { Column } from '../columns'
import { importLimits } from '../limits.table'
import { FileDuplicates } from '../rules/file-duplicates'
import { GivenUp } from './given-up'
import { problemRow, type NotedProblem } from './problem-row'
import { rowsTwice, type Key, type Suspects, type TwiceRow } from './rows-twice.server'
import { stage } from './stage.server'

/** Problems found by comparing rows stand after those of the row itself. */
const AFTER_THE_ROWS_OWN = 1000
const MOST = importLimits.duplicatesNamed

type Judgement = (rows: readonly TwiceRow[]) => (readonly [number, NotedProblem])[]

/** In the order in which a row is refused for them. */
const judgements: readonly (readonly [Key, Judgement])[] = [
  ['upn', (rows) => byFileDuplicates(rows)],
  [
    'username',
    (rows) => rows.map((row) => [row.line, twice('username', row.username, 'has the same identifier')]),
  ],
  [
    'lone',
    (rows) =>
      rows.map((row) => [row.line, twice('last_name', row.last_name, 'has the same name and date of birth')]),
  ],
  [
    'pupil',
    (rows) =>
      rows.map((row) => [
        row.line,
        twice('last_name', row.last_name, 'is about the same pupil of your roll'),
      ]),
  ],
  ['person', (rows) => byFileDuplicates(rows.slice(0, MOST))],
]

/**
 * Refuses rows that stand in the file for a pupil another row stands for: one UPN twice refuses both; a row without UPN is refused where it
 * has another row's identifier, name and date of birth, or pupil on roll. Two UPNs with one name are a warning. Answers how many warnings
 * were noted. Throws `GivenUp` for a file most of which stands in it twice.
 */
export async function refuseDuplicates(
  actor: SchoolActor,
  importId: string,
  columns: readonly Column[],
  suspects: Suspects,
): Promise<number> {
  const found = new Map<number, NotedProblem[]>()
  const refused = new Set<number>()
  for (const [key, judge] of judgements) {
    if (!suspects.has(key)) continue
    const rows = await rowsTwice(actor, importId, key)
    if (rows.length > MOST && key !== 'person') throw tooMany()
    for (const [line, problem] of judge(rows)) {
      if (refused.has(line)) continue
      found.set(line, [...(found.get(line) ?? []), problem])
      if (problem.severity === 'error') refused.add(line)
    }
  }
  await refuse(actor, importId, [...refused])
  const problems = [...found].flatMap(([line, each]) =>
    each.map((problem, place) => problemRow(line, AFTER_THE_ROWS_OWN + place, problem, columns)),
  )
  for (let from = 0; from < problems.length; from += importLimits.batchRows)
    await stage(actor, importId, [], problems.slice(from, from + importLimits.batchRows))
  return problems.filter(({ severity }) => severity === 'warning').length
}

const tooMany = () =>
  new GivenUp(
    'ROWS_TWICE',
    `More than ${MOST} rows stand for a pupil whom another row stands for too. Perhaps two lists are joined in the file. Export it again.`,
  )

const WHO = new Set([
  'upn',
  'username',
  'last_name',
  'first_name',
  'date_of_birth',
  'sort_name',
  'search_name',
])
const blanked = valueColumns.filter((column) => !WHO.has(column)).map((column) => `${column} = NULL`)

async function refuse(actor: SchoolActor, importId: string, lines: readonly number[]): Promise<void> {
  if (lines.length === 0) return
  await actor.school.data.run(
    `UPDATE staged_rows SET verdict = 'refused', held_back = 0, differences = NULL, ${blanked.join(', ')}
     WHERE school_id = :school AND import_id = :importId AND line IN (:lines)`,
    { importId, lines },
  )
}

function byFileDuplicates(rows: readonly TwiceRow[]): (readonly [number, NotedProblem])[] {
  const duplicates = new FileDuplicates()
  const people = rows.map(({ line, upn, last_name, first_name, date_of_birth }) => {
    return [line, { ...noValues(), upn, last_name, first_name, date_of_birth }] as const
  })
  for (const [line, values] of people) duplicates.note(line, values)
  return people.flatMap(([line, values]) =>
    duplicates.problems(line, values).map((problem) => [line, problem] as const),
  )
}

const twice = (field: 'username' | 'last_name', value: string | null, what: string): NotedProblem => ({
  field,
  value: value ?? '',
  severity: 'error',
  rule: 'PUPIL_TWICE_IN_FILE',
  message: `Another row of this file ${what}, and this one has no UPN to tell them apart. Add the UPN or delete one of the rows.`,
})
