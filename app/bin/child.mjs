import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in the foreground, hands on the signals that this process gets, and resolves to the exit status that a
 * shell would see (128 + number when a signal ended it). Plain Node: it runs before anything is installed.
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const signals = ['SIGTERM', 'SIGHUP', 'SIGINT']
    const handOn = (signal) => {
      // At a terminal, Ctrl-C reaches the whole process group already: handed on, the child would get it twice.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    for (const signal of signals) process.on(signal, handOn)
    const settle = (settled) => {
      for (const signal of signals) process.off(signal, handOn)
      settled()
    }
    child.on('error', (error) => settle(() => reject(error)))
    child.on('exit', (code, signal) => settle(() => resolve(code ?? 128 + constants.signals[signal])))
  })
}
