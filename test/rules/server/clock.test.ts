import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeClock } from '../../../app/server/clock.server'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'otrack-clock-'))
  file = join(folder, 'now')
})
afterEach(() => rmSync(folder, { recursive: true }))

const iso = (ms: number) => new Date(ms).toISOString()
const passes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('without a file it is the real time', () => {
  expect(Math.abs(makeClock().now() - Date.now())).toBeLessThan(50)
})

test('it starts at the moment in the file and runs on', async () => {
  writeFileSync(file, '2026-11-25T09:00:00Z\n')
  const clock = makeClock(file)
  await passes(60)
  const later = clock.now() - Date.parse('2026-11-25T09:00:00Z')
  expect(later).toBeGreaterThanOrEqual(55)
  expect(later).toBeLessThan(5000)
})

test('a changed file moves it at once, forwards and backwards, also when replaced by another file', () => {
  writeFileSync(file, '2026-11-25T09:00:00Z')
  const clock = makeClock(file)
  writeFileSync(file, '2027-01-01T00:00:00+01:00')
  expect(iso(clock.now()).slice(0, 16)).toBe('2026-12-31T23:00')
  writeFileSync(join(folder, 'next'), '2026-11-25T09:00:00Z')
  renameSync(join(folder, 'next'), file)
  expect(iso(clock.now()).slice(0, 16)).toBe('2026-11-25T09:00')
})

test('a file that is half written or gone leaves it running', () => {
  writeFileSync(file, '2026-11-25T09:00:00Z')
  const clock = makeClock(file)
  writeFileSync(file, '2027-01')
  expect(iso(clock.now()).slice(0, 16)).toBe('2026-11-25T09:00')
  rmSync(file)
  expect(iso(clock.now()).slice(0, 16)).toBe('2026-11-25T09:00')
})

test.each([
  ['2026-11-25', '2026-11-25T00:00'],
  ['2026-11-25T09:00', '2026-11-25T09:00'],
  ['2026-06-25T09:00:00.000+01:00', '2026-06-25T08:00'],
])('%s is %s in UTC', (text, moment) => {
  writeFileSync(file, text)
  expect(iso(makeClock(file).now()).slice(0, 16)).toBe(moment)
})

test.each(['', 'now', '25/11/2026'])('it does not start from %o', (text) => {
  writeFileSync(file, text)
  expect(() => makeClock(file)).toThrow('CLOCK_FILE')
})
