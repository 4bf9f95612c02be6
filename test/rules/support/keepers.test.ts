import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../app/bin/install.mjs'
import { doNothing } from '../../support/build/do-nothing'
import { keepers } from '../../support/keepers'
import { standingOf } from '../../support/runner/promises'

const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')

test('every keeper is an exported function, and its tests carry the promise', () => {
  for (const { promise, file, function: name, nothing, tests } of keepers) {
    expect(() => doNothing(read(file), name, nothing), `${promise}: ${file}`).not.toThrow()
    expect(tests.length, promise).toBeGreaterThan(0)
    for (const one of tests) expect(read(one), `${one} has no test [${promise}]`).toContain(`[${promise}]`)
  }
})

const keeper = { promise: 'P17', file: '', function: 'optOut', nothing: 'undefined', tests: [] } as const
const seen = (file: string, status: 'passed' | 'failed' | 'skipped') => ({
  file,
  title: '[P17] stops',
  status,
  why: '',
})
const journey = 'test/journeys/opting-out.test.ts'

test.each([
  ['proven', [seen(journey, 'passed')], [keeper]],
  ['not yet', [seen(journey, 'passed')], []],
  ['not yet', [seen(journey, 'passed')], [{ ...keeper, missing: 'opting out by post' }]],
  ['not yet', [seen('test/rules/marketing.test.ts', 'passed')], [keeper]],
  ['not yet', [seen(journey, 'skipped')], [keeper]],
  ['failed', [seen(journey, 'passed'), seen('test/features/marketing.test.ts', 'failed')], [keeper]],
  ['not yet', [{ ...seen(journey, 'passed'), title: '[P1] says who' }], [keeper]],
] as const)('a promise is %s by %j', (standing, tests, named) => {
  expect(standingOf('P17', tests, named)).toBe(standing)
})
