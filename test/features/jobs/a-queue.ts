import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { write } from '../../../app/server/write.server'
import type { Services } from '../../../app/server/context'
import type { JobOptions } from '../../../app/server/queue/put-job.server'
import { clockActor } from '../../../app/server/actor'
import { jobs as table, type JobRow } from '../../../db/tables/jobs'

/** A name that no other test's job has. */
export const newName = (act = 'act') => `test.${act}-${randomUUID().slice(0, 8)}`

/** The same services, going by clocks that a test moves. Both in UTC milliseconds. */
export function withClocks<S extends Services>(services: S, start = Date.now()) {
  const clocks = { now: start, machine: start }
  const moved = { ...services, clock: { now: () => clocks.now, machine: () => clocks.machine } }
  return { clocks, services: moved }
}

/** Asks for a job as every feature does. */
export async function ask(
  services: Services,
  name: string,
  payload: Record<string, unknown> = {},
  options: JobOptions = {},
) {
  await write(clockActor(services, 'test'), 'test.asked', async (tx) => {
    await tx.job(name, payload, options)
    tx.audit({})
  })
}

export const rowsNamed = ({ db }: Services, name: string): Promise<JobRow[]> =>
  db.rows(table).list({ where: { name } })

/** The only row of this name. */
export async function rowNamed(services: Services, name: string): Promise<JobRow> {
  const [row, ...others] = await rowsNamed(services, name)
  if (!row || others.length > 0) throw new Error(`${others.length + (row ? 1 : 0)} jobs are called ${name}`)
  return row
}

/** Waits until it is so; throws when it is not `withinMs`. */
export async function until(holds: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > giveUpAt)
      throw new Error(`It did not come to be so within ${withinMs} ms: ${String(holds)}`)
    await sleep(20)
  }
}
