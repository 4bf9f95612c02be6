import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../../support/app'

/** The files under the product's folder in whose bytes some word stands: the database's own, its log, uploads, kept mail. */
export function filesHolding(app: App, word: string): string[] {
  const names = readdirSync(app.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return names.filter((name) => holds(name, word)).sort()
}

function holds(name: string, word: string): boolean {
  try {
    return readFileSync(name).includes(word)
  } catch {
    // Removed between the list and the look.
    return false
  }
}
