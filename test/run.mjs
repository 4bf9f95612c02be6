import { fileURLToPath } from 'node:url'
import { runChild } from '../app/bin/child.mjs'
import { ensureInstalled, root } from '../app/bin/install.mjs'

// `npm test`. Nothing may be imported here that is not Node's own: on a fresh clone there is no node_modules yet.
await ensureInstalled()
const all = fileURLToPath(new URL('support/runner/all.ts', import.meta.url))
process.exitCode = await runChild(process.execPath, ['--import', 'tsx', all, ...process.argv.slice(2)], {
  cwd: root,
})
