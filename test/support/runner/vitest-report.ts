import { relative } from 'node:path'
import { z } from 'zod'
import type { Seen } from './outcome'

/** The part of Vitest's JSON report that is read here. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

type Result = z.infer<typeof report>['testResults'][number]

/**
 * The tests of a report. A file that could not be loaded, or whose set-up failed outside any test, counts as a failed
 * test: Vitest counts none there.
 */
export function testsOf(json: unknown, root: string): Seen[] {
  return report.parse(json).testResults.flatMap((result) => {
    const file = relative(root, result.name)
    const tests = result.assertionResults.map((one): Seen => {
      const status = one.status === 'passed' || one.status === 'failed' ? one.status : 'skipped'
      const skipped = result.status === 'failed' ? 'something before it failed' : 'the test says so itself'
      const why = status === 'skipped' ? skipped : one.failureMessages.join('\n')
      return { file, title: one.fullName.trim(), status, why }
    })
    return [...tests, ...faultOf(result, file, tests)]
  })
}

function faultOf(result: Result, file: string, tests: readonly Seen[]): Seen[] {
  const failed = result.status === 'failed' && !tests.some((test) => test.status === 'failed')
  if (failed)
    return [
      { file, title: '(the file itself)', status: 'failed', why: result.message || 'its set-up failed' },
    ]
  return tests.length === 0
    ? [{ file, title: '(the file itself)', status: 'failed', why: 'it holds no test' }]
    : []
}
