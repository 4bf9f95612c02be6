import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { runChild } from './child.mjs'
import { ensureInstalled, root } from './install.mjs'

// `node app/bin/run.mjs NAME …`: runs the built command NAME on a clone where nothing but Node may be there yet.
const [name, ...args] = process.argv.slice(2)
try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const command = join(root, 'build/bin', `${name}.js`)
if (!/^[a-z-]+$/.test(name ?? '') || !existsSync(command)) {
  console.error(`There is no command "${name ?? ''}" in app/bin.`)
  process.exit(2)
}
process.exitCode = await runChild(process.execPath, ['--enable-source-maps', command, ...args])
