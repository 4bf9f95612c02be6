import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { file } from './roll-files'
import { fromWindows1252, toUtf16, toWindows1252 } from './windows-1252'

export type Verdict = 'accept' | 'accept_with_warning' | 'reject' | 'ignore'

export interface Record_ {
  record: number
  line: number
  verdict_any_of: Verdict[]
  issues: { code: string; field: string; severity: 'error' | 'warning' | 'info' }[]
  expected?: Record<string, unknown> & { upn: string | null; last_name: string }
}

const at = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))

export const sims = readFileSync(at('sample-sims.csv'))
export const semicolon = readFileSync(at('sample-semicolon.csv'))
export const expectations = JSON.parse(readFileSync(at('sample-sims.expectations.json'), 'utf8')) as {
  reference_date: string
  records: Record_[]
}

const rows = parse(fromWindows1252(sims), { relax_column_count: true, skip_empty_lines: false })

/** Other headings of the same fields, as other systems and reports write them. */
const otherwise: readonly Readonly<Record<string, string>>[] = [
  {
    UPN: 'Unique Pupil Number',
    'Legal Surname': 'Surname',
    'Legal Forename': 'First Name',
    'DOB ': 'Date of Birth',
    Gender: 'Legal Sex',
    DOA: 'Admission Date',
    Year: 'NC Year',
    Reg: 'Registration Group',
    'Eligible for free meals': 'FSM Eligible',
    'FSM Ever 6': 'Ever 6',
    'Pupil Premium Indicator': 'PP',
    'Mother tongue code': 'First Language',
    'SEN Status code': 'SEN Provision',
    'SEN need': 'SEN Type',
    'In LEA Care': 'Looked After',
    'Ever in care': 'ever_in_care',
    Gifted: 'G&T',
    Possible: 'Sessions Possible',
    'Authorised absences': 'Auth. Absence',
    'Unauthorised absences': 'Unauth. Absence',
    Adno: 'Admission Number',
  },
  {
    UPN: 'UPN No.',
    'Legal Surname': 'LSURNAME',
    'Legal Forename': 'LFORENAME',
    'DOB ': 'D.O.B.',
    Gender: 'M/F',
    DOA: 'Date of Entry',
    Year: 'YearGroup',
    Reg: 'Tutor Group',
    'Eligible for free meals': 'free_school_meals',
    'FSM Ever 6': 'EVERFSM_6',
    'Pupil Premium Indicator': 'Disadvantaged',
    'Mother tongue code': 'Home Language',
    'SEN Status code': 'SEN Stage',
    'SEN need': 'Primary SEN Need',
    'In LEA Care': 'CLA',
    'Ever in care': 'Ever In Care',
    Gifted: 'More Able',
    Possible: 'Possible marks',
    'Authorised absences': 'Authorised',
    'Unauthorised absences': 'Unauthorised',
    Adno: 'Student ID',
  },
  { UPN: 'upn', 'Legal Surname': 'SURNAME', 'Legal Forename': 'FORENAME', 'DOB ': 'dateofbirth' },
]

/** Places of the columns, from a fixed seed: shuffled the same way in every run. */
function shuffled(count: number, seed: number): number[] {
  const places = Array.from({ length: count }, (_, place) => place)
  let state = seed
  for (let last = count - 1; last > 0; last -= 1) {
    state = (state * 48_271) % 2_147_483_647
    const other = state % (last + 1)
    ;[places[last], places[other]] = [places[other]!, places[last]!]
  }
  return places
}

const encodings = [toWindows1252, toUtf16, (text: string) => Buffer.from(`\ufeff${text}`)] as const

/** The same pupils in another order of columns, under other headings and in another encoding. */
export const variants = [0, 1, 2].map((which) => {
  const names = otherwise[which] ?? {}
  const places = shuffled(rows[0]!.length, 20_260_615 + which)
  // The page break of line 23 repeats the headings, so they are renamed there as well.
  const renamed = rows.map((row) =>
    row[0] === 'UPN' ? row.map((heading) => names[heading] ?? heading) : row,
  )
  const text = file(...renamed.map((row) => places.map((place) => row[place] ?? '')))
  return { name: `variant-${which + 1}.csv`, content: encodings[which]!(text) }
})
