import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildInto, sourceHash } from '../../../app/bin/build.mjs'
import { root } from '../../../app/bin/install.mjs'

/** Builds of earlier sources that are kept: another test run may be using one. */
const KEPT = 4
/** A younger build may be running in another test run. */
const YOUNG_MS = 60 * 60_000

let built: Promise<string> | undefined

/**
 * The folder of the built product that tests start: OTRACK_BUILD (set by `npm test`), else a build of the present sources in
 * a folder named by their hash, so that a build never changes under a program that runs from it.
 */
export function builtProduct(): Promise<string> {
  built ??= findOrBuild()
  return built
}

async function findOrBuild(): Promise<string> {
  const given = process.env.OTRACK_BUILD
  if (given) return resolve(root, given)
  const hash = sourceHash().slice(0, 16)
  const into = `var/test-builds/${hash}`
  if (!existsSync(join(root, into, '.stamp'))) {
    await buildInto(into, {
      viteConfig: 'test/support/build/vite.config.ts',
      env: { OTRACK_BUILD_INTO: into },
    })
    removeOld(join(root, 'var/test-builds'))
  }
  return join(root, into)
}

function removeOld(folder: string): void {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs
  const old = readdirSync(folder).sort((a, b) => age(b) - age(a))
  const idle = (name: string) => Date.now() - age(name) > YOUNG_MS
  for (const name of old.slice(KEPT).filter(idle))
    rmSync(join(folder, name), { recursive: true, force: true })
}
