import { fileURLToPath } from 'node:url'
import { runChild } from '../app/bin/child.mjs'
import { ensureInstalled, root } from '../app/bin/install.mjs'

// `npm run test:long`, installed first as `npm test` is.
await ensureInstalled()
const long = fileURLToPath(new URL('support/runner/long.ts', import.meta.url))
process.exitCode = await runChild(process.execPath, ['--import', 'tsx', long, ...process.argv.slice(2)], {
  cwd: root,
})
