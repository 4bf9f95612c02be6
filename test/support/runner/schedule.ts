import type { Outcome, Seen } from './outcome'
import { single } from './outcome'

export interface Task {
  name: string
  /** Names of tasks that must have passed. */
  after?: readonly string[]
  run: () => Promise<Seen[]>
}

const failed = (outcome: Outcome) => outcome.tests.some((test) => test.status === 'failed')

/** Runs tasks in their order, `width` at a time; one whose forerunner failed is not run and counts as failed. */
export async function runAll(
  tasks: readonly Task[],
  width: number,
  onDone: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const waiting = [...tasks]
  const done = new Map<string, Outcome>()
  const isReady = (task: Task) =>
    (task.after ?? []).every((name) => done.has(name) || !tasks.some((one) => one.name === name))
  let wake: () => void = () => undefined
  const lane = async () => {
    while (waiting.length > 0) {
      const next = waiting.findIndex(isReady)
      if (next < 0) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      const [task] = waiting.splice(next, 1)
      if (!task) continue
      const outcome = await runOne(task, done)
      done.set(task.name, outcome)
      onDone(outcome)
      wake()
    }
    // The last lane that sleeps must see that nothing waits any more.
    wake()
  }
  await Promise.all(Array.from({ length: width }, lane))
  return tasks.map((task) => done.get(task.name)).filter((outcome) => outcome !== undefined)
}

async function runOne(task: Task, done: ReadonlyMap<string, Outcome>): Promise<Outcome> {
  const from = performance.now()
  const broken = (task.after ?? []).find((name) => {
    const before = done.get(name)
    return before && failed(before)
  })
  const run = async () =>
    broken ? [single(task.name, `not run, because ${broken} failed`)] : await task.run()
  const tests = await run().catch((error: unknown) => [
    single(task.name, error instanceof Error ? (error.stack ?? error.message) : String(error)),
  ])
  return { runner: task.name, seconds: (performance.now() - from) / 1000, tests }
}
