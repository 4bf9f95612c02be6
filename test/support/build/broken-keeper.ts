import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin as EsbuildPlugin } from 'esbuild'
import type { Plugin as VitePlugin } from 'vite'
import { root } from '../../../app/bin/install.mjs'
import { doNothing } from './do-nothing'
import { keepers, type Keeper } from '../keepers'

export const keeperName = (keeper: Keeper): string => `${keeper.promise}-${keeper.function}`

/** Vite's half of a build in which the keeper of that name does nothing; without a name, nothing is changed. */
export function brokenKeeper(name: string | undefined): VitePlugin {
  const keeper = name === undefined ? undefined : keepers.find((one) => keeperName(one) === name)
  if (name !== undefined && !keeper) throw new Error(`test/support/keepers.ts has no ${name}.`)
  return {
    name: 'otrack-broken-keeper',
    enforce: 'pre',
    transform: (code, id) =>
      keeper && id.split('?')[0] === join(root, keeper.file) ? broken(keeper, code) : null,
  }
}

/** esbuild's half. */
export const brokenKeeperInCommands = (keeper: Keeper): EsbuildPlugin => ({
  name: 'otrack-broken-keeper',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
      path === join(root, keeper.file)
        ? { contents: broken(keeper, readFileSync(path, 'utf8')), loader: path.endsWith('x') ? 'tsx' : 'ts' }
        : undefined,
    )
  },
})

const broken = (keeper: Keeper, code: string) => doNothing(code, keeper.function, keeper.nothing)
