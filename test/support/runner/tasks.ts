import { availableParallelism } from 'node:os'
import { whyNoChromium } from '../browser'
import { whyNoMariadb } from '../machine/mariadb'
import { checkDependencies } from './dependencies'
import { single } from './outcome'
import { runProject, skipProject } from './projects'
import type { Task } from './schedule'
import { runScript, tail } from './shell'

/** A check that is one test: the script must end with status 0. */
const check = (name: string, script: string, args: readonly string[]): Task => ({
  name,
  run: async () => {
    const { status, output } = await runScript(name.replaceAll(' ', '-'), script, args)
    return [single(name, status === 0 ? null : tail(output, 120))]
  },
})

/** Two runners go side by side, so each may use half the machine. */
const workers = String(Math.max(1, Math.floor(availableParallelism() / 2)))

const project = (
  name: string,
  { whyNot = null, after = ['build'] }: { whyNot?: string | null; after?: string[] } = {},
): Task => ({
  name,
  after,
  run: () =>
    whyNot
      ? skipProject(name, whyNot)
      : runProject(name, { env: { OTRACK_BUILD: 'build', OTRACK_TEST_WORKERS: workers } }),
})

/** All that `npm test` runs; what takes longest and depends on nothing comes first. */
export const tasks = (): Task[] => [
  check('build', 'app/bin/build.mjs', []),
  check('type check', 'node_modules/typescript/bin/tsc', [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    'var/test/tsc.tsbuildinfo',
  ]),
  check('lint', 'node_modules/eslint/bin/eslint.js', ['--max-warnings=0', '.']),
  check('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  { name: 'dependency rules', run: async () => [single('dependency rules', await checkDependencies())] },
  project('rules', { after: [] }),
  project('features-mariadb', { whyNot: whyNoMariadb() }),
  project('features-sqlite'),
  project('journeys', { whyNot: whyNoChromium() }),
]
