import { readdirSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildInto } from '../../../app/bin/build.mjs'
import { root } from '../../../app/bin/install.mjs'
import { brokenKeeperInCommands, keeperName } from '../build/broken-keeper'
import { keepers, type Keeper } from '../keepers'
import { count, single, type Seen } from './outcome'
import { printOutcome, printSummary } from './print'
import { runProject } from './projects'
import { promisesIn } from './promises'
import { runAll, type Task } from './schedule'

/** Whether the keeper's own tests notice that it does nothing. */
async function breakKeeper(keeper: Keeper): Promise<Seen[]> {
  const name = keeperName(keeper)
  const into = `var/broken/${name}`
  // Not the build of an earlier run: the keeper's line may read otherwise since.
  rmSync(join(root, into), { recursive: true, force: true })
  await buildInto(into, {
    viteConfig: 'test/support/build/vite.config.ts',
    plugins: [brokenKeeperInCommands(keeper)],
    env: { OTRACK_BUILD_INTO: into, OTRACK_BROKEN: name },
  })
  const seen = await Promise.all(
    ['features-sqlite', 'journeys'].map(async (project) => {
      const folder = project === 'journeys' ? 'test/journeys/' : 'test/features/'
      const files = keeper.tests.filter((file) => file.startsWith(folder))
      if (files.length === 0) return []
      const args = [...files, '-t', `\\[${keeper.promise}\\]`]
      return runProject(project, {
        name: `broken-${name}-${project}`,
        args,
        env: { OTRACK_BUILD: into, OTRACK_BROKEN: name, OTRACK_TEST_WORKERS: '1' },
      })
    }),
  )
  const red = seen
    .flat()
    .some((test) => test.status === 'failed' && promisesIn(test.title).includes(keeper.promise))
  if (red) rmSync(join(root, into), { recursive: true, force: true })
  const green = `[${keeper.promise}] stays green in ${keeper.tests.join(', ')} although ${keeper.function} does nothing`
  return [single(`without ${keeper.function} (${keeper.file}) [${keeper.promise}] fails`, red ? null : green)]
}

const hasLongTests = existsSync(join(root, 'test/long')) && readdirSync(join(root, 'test/long')).length > 0
const own: Task[] = hasLongTests ? [{ name: 'long', run: () => runProject('long') }] : []
const broken = keepers.map((keeper): Task => ({
  name: `broken ${keeperName(keeper)}`,
  run: () => breakKeeper(keeper),
}))
const [only] = process.argv.slice(2)
const chosen = [...broken, ...own].filter((task) => only === undefined || task.name.includes(only))
const outcomes = await runAll(chosen, 2, printOutcome)
printSummary(outcomes)
process.exitCode = count(outcomes, 'failed') > 0 ? 1 : 0
