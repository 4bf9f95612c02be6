import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'

// Started by guard.ts. Each line is `pid N`, `forget N` or `folder PATH`. When the lines end, the program that wrote them
// is gone, however it went, and what it started and left must go too.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
const pids = new Set()
const folders = new Set()
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const [word, value] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]
  if (word === 'pid') pids.add(Number(value))
  if (word === 'forget') pids.delete(Number(value))
  if (word === 'folder') folders.add(value)
})
lines.on('close', () => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})
