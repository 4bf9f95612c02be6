import { vitePlugin as remix } from '@remix-run/dev'
import type { UserConfig } from 'vite'
import remixConfig from '../../../remix.config.js'
import product from '../../../vite.config'
import { brokenKeeper } from './broken-keeper'

// The product's own build in everything but where it goes and, for `npm run test:long`, one function that does nothing.
const into = process.env.OTRACK_BUILD_INTO
if (!into) throw new Error('OTRACK_BUILD_INTO names no folder.')

const config: UserConfig = {
  ...product,
  plugins: [brokenKeeper(process.env.OTRACK_BROKEN), remix({ ...remixConfig, buildDirectory: into })],
}

export default config
