import { keepers } from '../keepers'
import { promises } from '../promises.table'
import { count, type Outcome, type Seen } from './outcome'
import { standingOf } from './promises'

const named = (test: Seen) => [test.file, test.title].filter((part) => part !== '').join(' › ')

const indent = (text: string) =>
  text
    .split('\n')
    .slice(0, 40)
    .map((line) => `      ${line}`)
    .join('\n')

/** One line as soon as a runner is done, and what failed in it. */
export function printOutcome(outcome: Outcome): void {
  const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map((status) =>
    count([outcome], status),
  )
  const numbers =
    outcome.tests.length > 1 || skipped ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : ''
  console.log(`${failed ? 'FAIL' : 'ok  '}  ${outcome.runner}${numbers}  (${outcome.seconds.toFixed(1)} s)`)
  for (const test of outcome.tests.filter((one) => one.status === 'failed'))
    console.log(`    ✗ ${named(test)}\n${indent(test.why)}`)
}

/** What was skipped and what failed, and the line that others read. */
export function printSummary(outcomes: readonly Outcome[]): void {
  printSkipped(outcomes)
  const failed = outcomes.flatMap((outcome) =>
    outcome.tests
      .filter((test) => test.status === 'failed')
      .map((test) => `  ${outcome.runner}: ${named(test)}`),
  )
  if (failed.length > 0) console.log(`\nFailed:\n${failed.join('\n')}`)
  console.log(
    `\n${count(outcomes, 'passed')} passed, ${count(outcomes, 'failed')} failed, ${count(outcomes, 'skipped')} skipped`,
  )
}

/** Which promises this run has shown to be kept. */
export function printPromises(outcomes: readonly Outcome[]): void {
  const tests = outcomes.flatMap((outcome) => outcome.tests)
  console.log('\nPromises:')
  for (const [promise, words] of Object.entries(promises))
    console.log(`  ${promise.padEnd(4)} ${standingOf(promise, tests, keepers).padEnd(8)} ${words}`)
}

function printSkipped(outcomes: readonly Outcome[]): void {
  const lines = outcomes.flatMap((outcome) => {
    const skipped = outcome.tests.filter((test) => test.status === 'skipped')
    const reasons = [...new Set(skipped.map((test) => test.why))]
    return reasons.flatMap((why) => {
      const tests = skipped.filter((test) => test.why === why)
      const names = tests.length < outcome.tests.length ? tests.map((test) => `    ${named(test)}`) : []
      return [`SKIPPED: ${why}: ${tests.length} tests of ${outcome.runner}`, ...names]
    })
  })
  if (lines.length > 0) console.log(`\n${lines.join('\n')}`)
}
