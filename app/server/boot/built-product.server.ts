import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/server-runtime'

/** The built pages and files, found beside the built command that asks (`build/bin/start.js` → `build/server`, `build/client`). */
export async function builtProduct(
  commandUrl: string,
): Promise<{ build: ServerBuild; clientFolder: string }> {
  const build = (await import(new URL('../server/index.js', commandUrl).href)) as ServerBuild
  return { build, clientFolder: fileURLToPath(new URL('../client', commandUrl)) }
}
