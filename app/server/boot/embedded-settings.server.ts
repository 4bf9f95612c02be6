import { createServer } from 'node:net'
import { loadAppSecret } from './app-secret.server'
import type { Settings } from '../settings'

/** Fills in what only this machine can say: a free port for `PORT=0` (and the address made from it), and the secret kept in DATA_DIR. */
export async function embeddedSettings(settings: Settings): Promise<Settings> {
  const appSecrets =
    settings.appSecrets.length > 0 ? settings.appSecrets : [await loadAppSecret(settings.dataDir)]
  if (settings.port !== 0) return { ...settings, appSecrets }
  const port = await freePort(settings.host)
  const baseUrl = settings.baseUrl === 'http://localhost:0' ? `http://localhost:${port}` : settings.baseUrl
  return { ...settings, appSecrets, port, baseUrl }
}

/** A port that was free a moment ago. Links need the address before the server listens, so it cannot be left to the server. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
