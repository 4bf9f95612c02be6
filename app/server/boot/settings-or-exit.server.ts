import { readSettings, type Problem, type Settings } from '../settings'
import type { Env } from './settings.table'

/** The settings; or every problem with them on standard error, and the end of the process with status 1. */
export function settingsOrExit(env: Env): Settings {
  const read = readSettings(env)
  if (read.ok) return read.settings
  process.stderr.write(`${tell(read.problems)}\n`)
  process.exit(1)
}

/** The problems in words, a line each, without any setting's value. */
export function tell(problems: readonly Problem[]): string {
  const lines = problems.map(({ name, says }) => `  ${name} ${says}`)
  return ['OTrack cannot start with these settings:', ...lines, 'The README lists every setting.'].join('\n')
}
