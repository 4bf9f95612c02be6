import type { SchoolActor } from '../../server/actor'
import { may } from '../accounts/rules'
import { countPupils, rollSummary, type RollSummary } from '../pupils/pupils.server'

/** What the first page of the portal says of a school, as far as the person may see it. */
export interface SchoolDashboard {
  /** Null for who does not see pupils. */
  roll: RollSummary | null
  /** No pupil was ever added. */
  empty: boolean
  /** The year groups to which the person is bound; null: all. */
  yearGroups: readonly string[] | null
  may: { upload: boolean; add: boolean }
}

/** The figures of the dashboard. They name nobody, so that reading them is no reading of pupils' records. */
export async function schoolDashboard(actor: SchoolActor): Promise<SchoolDashboard> {
  const seesPupils = may(actor.who, 'pupils:read')
  const roll = seesPupils ? await rollSummary(actor) : null
  return {
    roll,
    empty: roll?.onRoll === 0 && (await countPupils(actor)) === 0,
    yearGroups: actor.who.kind === 'user' ? actor.who.yearGroups : null,
    may: { upload: may(actor.who, 'pupils:import'), add: may(actor.who, 'pupils:write') },
  }
}
