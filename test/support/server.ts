import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { builtProduct } from './build/built'
import { endWithUs } from './machine/guard'

export type Env = Record<string, string>

/** A running command of the built product. */
export interface Running {
  pid: number
  /** What it printed so far, both streams, line by line. */
  lines(): string[]
  /** Asks it to end, as an operator does; throws if it does not within 20 s. Resolves to its exit status. */
  stop(): Promise<number>
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>
  /** Resolves to the exit status once it has ended. */
  ended: Promise<number>
}

/** Only what a program needs from ours: the rest of a developer's environment must not decide a test. */
function bare(): Env & { NODE_ENV: 'development' } {
  const wanted = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG']
  const ours = wanted.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []))
  return { ...Object.fromEntries(ours), NODE_ENV: 'development' }
}

/** Starts `build/bin/NAME.js` with these settings alone. */
export async function startCommand(name: string, args: readonly string[], env: Env): Promise<Running> {
  const command = join(await builtProduct(), 'bin', `${name}.js`)
  const child = spawn(process.execPath, ['--enable-source-maps', command, ...args], {
    env: { ...bare(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithUs(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(() => child.exitCode ?? 1)
  const lines = () => said.split('\n').filter((line) => line !== '')
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    pid: child.pid ?? 0,
    lines,
    ended,
    async stop() {
      if (!hasEnded()) child.kill('SIGTERM')
      const late = Symbol('late')
      const timer = new AbortController()
      const first = await Promise.race([
        ended,
        sleep(20_000, late, { signal: timer.signal }).catch(() => late),
      ])
      timer.abort()
      if (typeof first === 'number') return first
      child.kill('SIGKILL')
      throw new Error(`${name} did not end within 20 s of SIGTERM:\n${lines().slice(-30).join('\n')}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Runs a command to its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  env: Env,
): Promise<{ status: number; output: string }> {
  const running = await startCommand(name, args, env)
  const status = await running.ended
  return { status, output: running.lines().join('\n') }
}

/** Waits until a line of the output matches, and answers the match; throws if the command ends before or `withinMs` passes. */
export async function untilPrinted(
  running: Running,
  pattern: RegExp,
  withinMs = 60_000,
): Promise<RegExpMatchArray> {
  let ended = false
  void running.ended.then(() => (ended = true))
  const giveUpAt = Date.now() + withinMs
  for (;;) {
    const found = running
      .lines()
      .map((line) => pattern.exec(line))
      .find((match) => match !== null)
    if (found) return found
    if (ended || Date.now() > giveUpAt) {
      const why = ended ? 'ended' : `said nothing like ${String(pattern)}`
      throw new Error(`The product ${why}:\n${running.lines().slice(-40).join('\n')}`)
    }
    await sleep(20)
  }
}
