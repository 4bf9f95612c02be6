import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { root } from '../../../app/bin/install.mjs'
import { single, type Seen } from './outcome'
import { reports, runScript, tail } from './shell'
import { testsOf } from './vitest-report'

const vitest = 'node_modules/vitest/vitest.mjs'

export interface ProjectOptions {
  env?: Record<string, string>
  /** More of Vitest's arguments: files, `-t`. */
  args?: readonly string[]
  /** In the name of the report. */
  name?: string
}

/** Runs one project of vitest.config.ts and answers its tests; that it ended badly or ran nothing is a failed test more. */
export async function runProject(
  project: string,
  { env = {}, args = [], name = project }: ProjectOptions = {},
): Promise<Seen[]> {
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  const all = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ]
  const { status, output } = await runScript(name, vitest, all, { env })
  if (!existsSync(file))
    return [single(`${project} (Vitest itself)`, `no report was written:\n${tail(output)}`)]
  const tests = testsOf(JSON.parse(readFileSync(file, 'utf8')), root)
  if (tests.length === 0)
    return [single(`${project} (Vitest itself)`, `it found no tests:\n${tail(output, 20)}`)]
  // An error outside every test fails no test, only the run.
  if (status !== 0 && !tests.some((test) => test.status === 'failed'))
    return [
      ...tests,
      single(`${project} (Vitest itself)`, `it ended with status ${status}:\n${tail(output)}`),
    ]
  return tests
}

const listed = z.array(z.object({ name: z.string(), file: z.string() }))

/** The tests of a project that this machine cannot run, each skipped for that reason. */
export async function skipProject(project: string, why: string): Promise<Seen[]> {
  const file = join(reports, `${project}.list.json`)
  rmSync(file, { force: true })
  const asked = ['list', '--project', project, `--json=${file}`]
  const { output } = await runScript(`${project}.list`, vitest, asked, { env: { OTRACK_NO_MYSQL: '1' } })
  const tests = existsSync(file) ? listed.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  if (tests.length === 0)
    return [single(`${project} (Vitest itself)`, `it found no tests:\n${tail(output, 20)}`)]
  return tests.map((test) => ({ file: relative(root, test.file), title: test.name, status: 'skipped', why }))
}
