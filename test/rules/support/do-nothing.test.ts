import { expect, test } from 'vitest'
import { doNothing } from '../../support/build/do-nothing'

test.each([
  [
    'export function keep(a: string): void {\n  remove(a)\n}',
    'export function keep(a: string): void { return (undefined) as never }',
  ],
  [
    'export async function keep() { await x() }',
    'export async function keep() { return (undefined) as never }',
  ],
  [
    'export const keep = (a: A) => write(a, 1)',
    'export const keep = (a: A) => { return (undefined) as never }',
  ],
  [
    'export const keep = async (a: A): Promise<void> => {\n  await write(a)\n}',
    'export const keep = async (a: A): Promise<void> => { return (undefined) as never }',
  ],
])('the body of %j goes, the rest stays', (source, expected) => {
  expect(doNothing(`const before = 1\n${source}\n`, 'keep', 'undefined')).toBe(
    `const before = 1\n${expected}\n`,
  )
})

test('a function that is not there, or not exported, is named', () => {
  expect(() => doNothing('function keep() {}', 'keep', 'undefined')).toThrow('No function keep is exported.')
})
