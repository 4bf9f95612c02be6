import { readdirSync, readFileSync } from 'node:fs'
import type { App } from '../../support/app'

const MIB = 1024 * 1024

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Memory that the server's process holds, in MiB; found by its data folder. */
export function serverMemory(app: App): number {
  const folder = `DATA_DIR=${app.dataDir}\0`
  const pid = readdirSync('/proc').find(
    (name) => /^\d+$/.test(name) && `${readIfThere(`/proc/${name}/environ`)}\0`.includes(folder),
  )
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid ?? ''}/status`)) ?? []
  if (!kib) throw new Error(`No process works in ${app.dataDir}`)
  return (Number(kib) * 1024) / MIB
}
