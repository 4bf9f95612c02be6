import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * A test process can be killed at any moment (a timeout, Ctrl-C), and then no clean-up of its own runs. So another
 * process holds the list of what it started; it acts when the pipe between them closes.
 */
let guard: ChildProcess | undefined

function tell(line: string): void {
  guard ??= startGuard()
  guard.stdin?.write(`${line}\n`)
}

function startGuard(): ChildProcess {
  const script = fileURLToPath(new URL('./guard-process.mjs', import.meta.url))
  // In its own group: Ctrl-C must not end it before its work is done.
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  child.unref()
  // The pipe must not keep this process alive; it is a socket, which the type does not say.
  if (child.stdin instanceof Socket) child.stdin.unref()
  return child
}

/** Sees to it that `child` does not outlive this process. */
export function endWithUs(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  tell(`pid ${pid}`)
  child.once('exit', () => tell(`forget ${pid}`))
}

/** A new empty folder that goes when this process ends. */
export function temporaryFolder(name = 'data'): string {
  const folder = mkdtempSync(join(tmpdir(), `otrack-test-${name}-`))
  tell(`folder ${folder}`)
  return folder
}
