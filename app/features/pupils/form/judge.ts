import type { Given } from '../forms'
import { isUnknown } from '../rules/difference'
import { FIELDS, fieldNamed, type FieldName, type PupilValues } from '../rules/fields'
import { guardianConsentNeeded } from '../rules/guardian-consent'
import { written } from '../rules/labels'
import { mustMend } from '../rules/problem'
import { readPupil } from '../rules/read-pupil'

/** A value as the form holds it. Dates stand as people here write them. */
export function typed(field: FieldName, value: PupilValues[FieldName]): string {
  const text = written(field, value)
  return fieldNamed(field)?.kind === 'date' ? text.split('-').reverse().join('/') : text
}

export type Judged = { ok: true; values: PupilValues } | { ok: false; errors: Record<string, string> }

/**
 * What the pupil would be after the form, or what must be put right first. Only what was touched is judged: who mends a class need not
 * first find out a date of birth that the roll has never had. Without consent the special fields stay as they are.
 */
export function judge(old: PupilValues, given: Given, context: { today: string; consent: boolean }): Judged {
  const before = Object.fromEntries(FIELDS.map(({ name }) => [name, typed(name, old[name])])) as Record<
    FieldName,
    string
  >
  const held = context.consent ? [] : guardianConsentNeeded
  const now = {
    ...before,
    ...Object.fromEntries(Object.entries(given).filter(([name]) => !held.some((one) => one === name))),
  }
  const untouched = (field: string | null) => now[field as FieldName] === before[field as FieldName]

  const read = readPupil(now, context)
  const stood = new Set(readPupil(before, context).problems.map(({ field, rule }) => `${field} ${rule}`))
  const isNew = FIELDS.every(({ name }) => isUnknown(old[name]))
  const errors: Record<string, string> = {}
  for (const problem of read.problems.filter(mustMend)) {
    const { field, rule, message } = problem
    if (isNew || !untouched(field) || !stood.has(`${field} ${rule}`)) errors[field ?? 'form'] ??= message
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }

  const kept: Partial<PupilValues> = {}
  for (const { name } of FIELDS)
    if (untouched(name) && !isUnknown(old[name])) Object.assign(kept, { [name]: old[name] })
  return { ok: true, values: { ...read.values, ...kept } }
}
