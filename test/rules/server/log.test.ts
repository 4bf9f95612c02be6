import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fault, makeLog } from '../../../app/server/log.server'

function listening(level = 'debug') {
  const lines: string[] = []
  return {
    log: makeLog(level, { write: (line: string) => void lines.push(line) }),
    lines,
    text: () => lines.join(''),
  }
}

const entries = (lines: string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>)

test('an event holds its code words and numbers', () => {
  const { log, lines } = listening()
  log.info('imports.committed', {
    importId: '0199f1c2-7a7e-7bbb-8c3d-1f2e3d4c5b6a',
    rows: 210,
    undone: false,
  })
  expect(entries(lines)[0]).toMatchObject({
    event: 'imports.committed',
    importId: '0199f1c2-7a7e-7bbb-8c3d-1f2e3d4c5b6a',
    rows: 210,
    undone: false,
  })
})

test('a name, an address, a token or a sentence in a field is withheld', () => {
  const { log, text } = listening()
  const markers = [
    'Amira Okafor',
    'amira@hill.school',
    'q8Xk2_ZtR4',
    'a sentence of someone',
    'O’Brien',
    'x'.repeat(65),
  ]
  markers.forEach((marker) => log.warn('marker', { marker }))
  for (const marker of markers) expect(text()).not.toContain(marker)
})

test('an error stands with name, code and frames, never with what it says', () => {
  const { log, lines, text } = listening()
  const inner = Object.assign(
    new Error("Duplicate entry 'amira@hill.school' for key 'users.email'\n    at amira (/etc/amira.ts:1:1)"),
    { code: 'ER_DUP_ENTRY' },
  )
  log.fault(new Error('while saving Amira Okafor', { cause: inner }), { requestId: 'r1' })
  expect(text()).not.toMatch(/amira/i)
  const error = entries(lines)[0]!['error'] as { name: string; stack: string[]; cause: { code: string } }
  expect(error.cause.code).toBe('ER_DUP_ENTRY')
  expect(error.stack.some((frame) => frame.includes('log.test.ts'))).toBe(true)
})

test('the words of a Fault and the plain ones of the engine are kept: they hold no data', () => {
  const { log, text } = listening()
  log.fault(new Fault('a write without its audit entry'), {})
  const nobody = undefined as unknown as { name: string }
  try {
    nobody.name.trim()
  } catch (thrown) {
    log.fault(thrown, {})
  }
  expect(text()).toContain('a write without its audit entry')
  expect(text()).toContain("Cannot read properties of undefined (reading 'name')")
})

test('whatever is thrown and however it is called, what it says is nowhere', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(Error, TypeError, SyntaxError, RangeError), (says, Kind) => {
      const marker = `<${says}>`
      const { log, lines, text } = listening()
      const thrown = Object.assign(new Kind(`could not store ${marker}`), { name: marker, code: marker })
      log.fault(thrown, { where: marker })
      log.fault(marker, {})
      expect(text()).not.toContain(JSON.stringify(marker).slice(1, -1))
      expect(entries(lines)[0]).toMatchObject({ where: '[withheld]', error: { name: 'Error' } })
    }),
  )
})

test('below the level nothing is written', () => {
  const { log, lines } = listening('warn')
  log.info('quiet')
  log.request({ requestId: 'r', method: 'GET', route: '/', status: 200, ms: 1, bytes: 1 })
  expect(lines).toEqual([])
})
