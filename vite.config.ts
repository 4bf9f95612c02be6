import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig)],
  // Vite's optimiser trips over the native binary of the password hash.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { assetsInlineLimit: 0, target: 'es2022', sourcemap: false },
  css: { transformer: 'postcss' },
})
