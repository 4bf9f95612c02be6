import { erasedPupils } from '../../db/tables/rights'
import type { SchoolActor } from '../server/actor'
import { londonDate } from '../values/date-words'

/** What a mark is made of. */
export interface Marked {
  upn: string | null
  sortName: string
  dateOfBirth: string | null
}

/** The keyed marks of a pupil: of school and UPN, and of school, folded name and date of birth. Neither can be read back. */
export function marksOf(actor: SchoolActor, { upn, sortName, dateOfBirth }: Marked) {
  const keys = actor.services.ring.keys('erased pupils')
  const sign = (kind: 'upn' | 'name', value: string) =>
    [{ kind, mark: keys.sign(kind, `${actor.school.id} ${value}`) }] as const
  return [
    ...(upn === null ? [] : sign('upn', upn)),
    ...(dateOfBirth === null ? [] : sign('name', `${dateOfBirth} ${sortName}`)),
  ]
}

/** Marks a pupil as erased on request; to be called inside the write that erases. */
export async function markErased(actor: SchoolActor, pupil: Marked, reference: string): Promise<void> {
  const rows = actor.school.data.rows(erasedPupils)
  const marks = marksOf(actor, pupil)
  await rows.remove({ mark: marks.map(({ mark }) => mark) })
  await rows.insert(marks.map((one) => ({ ...one, reference, erasedOn: londonDate(actor.at) })))
}

/** For each of these, the day on which such a pupil was erased on request, or null. */
export async function erasedOn(
  actor: SchoolActor,
  pupils: readonly Marked[],
): Promise<readonly (string | null)[]> {
  const rows = actor.school.data.rows(erasedPupils)
  if (pupils.length === 0 || (await rows.list({ limit: 1 })).length === 0) return pupils.map(() => null)
  const marks = pupils.map((pupil) => marksOf(actor, pupil).map(({ mark }) => mark))
  const found = await rows.list({ where: { mark: marks.flat() } })
  const days = new Map(found.map((row) => [row.mark, row.erasedOn]))
  return marks.map((own) => own.map((mark) => days.get(mark)).find((day) => day !== undefined) ?? null)
}

const AT_ONCE = 500

/** Somebody adds these pupils again, knowingly: nothing holds them back any more. To be called inside the write that adds them. */
export async function liftMarks(actor: SchoolActor, pupils: readonly Marked[]): Promise<void> {
  const rows = actor.school.data.rows(erasedPupils)
  if ((await rows.list({ limit: 1 })).length === 0) return
  for (let from = 0; from < pupils.length; from += AT_ONCE) {
    const marks = pupils.slice(from, from + AT_ONCE).flatMap((pupil) => marksOf(actor, pupil))
    if (marks.length > 0) await rows.remove({ mark: marks.map(({ mark }) => mark) })
  }
}
