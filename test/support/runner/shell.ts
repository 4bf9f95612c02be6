import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../app/bin/install.mjs'
import { endWithUs } from '../machine/guard'

export interface Ran {
  status: number
  /** Both streams. Kept in var/test/NAME.log as well. */
  output: string
}

export const reports = join(root, 'var/test')

/** Runs a script of an installed package from the top of the repository, and ends it after `withinMs`. */
export function runScript(
  name: string,
  script: string,
  args: readonly string[],
  { env = {}, withinMs = 15 * 60_000 }: { env?: Record<string, string>; withinMs?: number } = {},
): Promise<Ran> {
  mkdirSync(reports, { recursive: true })
  const log = createWriteStream(join(reports, `${name}.log`))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env },
    })
    endWithUs(child)
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      log.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const late = setTimeout(() => {
      output += `\nEnded after ${withinMs / 60_000} minutes.\n`
      child.kill('SIGKILL')
    }, withinMs)
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(late)
      log.end()
      resolve({ status: code ?? 1, output })
    })
  })
}

/** The end of an output, where the reason mostly stands. */
export const tail = (output: string, lines = 60): string =>
  output.trimEnd().split('\n').slice(-lines).join('\n')
