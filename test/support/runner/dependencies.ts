import { z } from 'zod'
import { runScript, tail } from './shell'

/**
 * dependency-cruiser passes happily over modules that it cannot see (with a TypeScript it does not know it saw none), so it
 * must have seen about as many as there are.
 */
const AT_LEAST_MODULES = 100

const result = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string(), severity: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  }),
})

/** Why the imports break who-may-import-whom.mjs; null if they do not. */
export async function checkDependencies(): Promise<string | null> {
  const config = 'test/support/who-may-import-whom.mjs'
  const args = ['--config', config, '--output-type', 'json', 'app', 'db', 'emails', 'test']
  const { output } = await runScript(
    'dependencies',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args,
  )
  const report = /^\{[^]*^\}/m.exec(output)?.[0]
  // Without a report, the output is its complaint about the rules themselves.
  if (!report || !output.includes('"totalCruised"')) return tail(output)
  const { modules, summary } = result.parse(JSON.parse(report))
  const own = modules.filter(({ source }) => /^(app|db|emails)\//.test(source)).length
  const broken = summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map((step) => step.name)].join(' → ') : `${from} → ${to}`
    return `${rule.name}: ${way}`
  })
  if (own < AT_LEAST_MODULES) broken.unshift(`only ${own} modules were seen, fewer than ${AT_LEAST_MODULES}`)
  return broken.length > 0 ? broken.join('\n') : null
}
