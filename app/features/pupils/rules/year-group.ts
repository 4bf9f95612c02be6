import { academicYear } from '../../../values/dates'
import { codeReader } from '../../../values/code-set'
import { yearGroups } from './year-group.table'

const read = codeReader(yearGroups)
const steps = new Map(yearGroups.map(({ code, step }) => [code, step]))
const codes = new Map(yearGroups.flatMap(({ code, step }) => (step === null ? [] : [[step, code] as const])))
const NUMBERED = /^(?:year|yr|y|nc ?year)?[ .-]*0*([1-9]\d?)(?:\.0+)?$/i
const NURSERY = /^(?:n|nur|nursery)$/i

/** Years from Reception at which a child of this date of birth stands by age: 0 is Reception, 6 is Year 6. Cohorts run from 1 September. */
export function cohortStep(birth: string, today: string, rollsOver?: string): number {
  const bornBeforeSeptember = birth.slice(5, 7) < '09'
  return academicYear(today, rollsOver) - Number(birth.slice(0, 4)) - (bornBeforeSeptember ? 4 : 5)
}

/** The year group that the date of birth gives, or null for a child too young or too old for any. */
export function yearGroupByAge(birth: string, today: string, rollsOver?: string): string | null {
  return codes.get(cohortStep(birth, today, rollsOver)) ?? null
}

/** The step of a year group's code; null for X, which says nothing about age. */
export const stepOf = (code: string): number | null => steps.get(code) ?? null

/** A year group's code from `Year  6`, `Y6`, `06`, `Rec`; 'nursery' where only the date of birth can tell N1 from N2; null if none. */
export function readYearGroup(text: string): string | null {
  const number = NUMBERED.exec(text)
  if (number && !text.startsWith('-')) return steps.has(number[1] ?? '') ? (number[1] ?? null) : null
  return NURSERY.test(text) ? 'nursery' : read(text)
}
