import { count } from './outcome'
import { printOutcome, printPromises, printSummary } from './print'
import { runAll } from './schedule'
import { tasks } from './tasks'

// `npm test`, or `npm test -- NAME …` for some of its runners alone.
const names = process.argv.slice(2)
const unknown = names.filter((name) => !tasks().some((task) => task.name === name))
if (unknown.length > 0) {
  console.error(
    `No runner is called ${unknown.join(', ')}; there are: ${tasks()
      .map((task) => task.name)
      .join(', ')}`,
  )
  process.exit(2)
}
const chosen = tasks().filter((task) => names.length === 0 || names.includes(task.name))
const outcomes = await runAll(chosen, 2, printOutcome)
printPromises(outcomes)
printSummary(outcomes)
process.exitCode = count(outcomes, 'failed') > 0 ? 1 : 0
