import { homeFromMemory } from './home-from-memory'
import { importing } from './importing'
import { pupilList } from './pupil-list'
import { keep, printed, type Bench, type BenchRow } from './rows'

/** Every benchmark by name; `npm run bench -- --only NAME` runs one. */
const benches: Record<string, Bench> = {
  'home-from-memory': homeFromMemory,
  'pupil-list': pupilList,
  importing,
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
if (only !== undefined && !(only in benches)) {
  console.error(`No such benchmark: ${only}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const rows: BenchRow[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && name !== only) continue
  console.error(`${name} …`)
  rows.push(...(await bench()))
}
console.log(printed(rows))
console.log(`\nKept in ${await keep(rows)}`)
process.exit(0)
