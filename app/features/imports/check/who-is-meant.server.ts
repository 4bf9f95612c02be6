import type { SchoolActor } from '../../../server/actor'
import {
  pupilsByName,
  pupilsByUpn,
  pupilsByUsername,
  sortNameOf,
  type RollPupil,
} from '../../pupils/pupils.server'
import type { PupilReading } from '../../pupils/rules/read-pupil'
import type { Candidates, RowKeys } from './match'

/** What a row says about who it is. */
export function rowKeys({ values, formerUpn }: PupilReading): RowKeys {
  const { upn, username, date_of_birth: birth } = values
  return { upn, formerUpn, username, sortName: sortNameOf(values), birth }
}

/** The pupils of the roll whom the rows of a batch may mean, in at most three queries. */
export async function whoIsMeant(actor: SchoolActor, rows: readonly RowKeys[]): Promise<Candidates> {
  const upns = rows.flatMap(({ upn, formerUpn }) => [upn, formerUpn]).filter((upn) => upn !== null)
  const byUpn = new Map((await pupilsByUpn(actor, upns)).map((pupil) => [pupil.values.upn ?? '', pupil]))
  const known = (upn: string | null) => upn !== null && byUpn.has(upn)
  const rest = rows.filter(({ upn, formerUpn }) => !known(upn) && !known(formerUpn))
  const usernames = rest.flatMap(({ username }) => username ?? [])
  return {
    byUpn,
    byUsername: grouped(await pupilsByUsername(actor, usernames), ({ values }) => values.username ?? ''),
    byName: grouped(await pupilsByName(actor, rest), ({ sortName }) => sortName),
  }
}

function grouped(
  pupils: readonly RollPupil[],
  keyOf: (pupil: RollPupil) => string,
): Map<string, RollPupil[]> {
  const groups = new Map<string, RollPupil[]>()
  for (const pupil of pupils) {
    const group = groups.get(keyOf(pupil))
    if (group) group.push(pupil)
    else groups.set(keyOf(pupil), [pupil])
  }
  return groups
}
