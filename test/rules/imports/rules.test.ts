import { describe, expect, test } from 'vitest'
import {
  isOver,
  isUnderWay,
  mayAct,
  mayMove,
  mayUndo,
  moves,
  noCounts,
  type Act,
} from '../../../app/features/imports/rules'

type State = keyof typeof moves
const states = Object.keys(moves) as State[]
const DAY = 24 * 60 * 60 * 1000

/** All states that can be reached from one, itself left out unless a way leads back. */
function reachable(from: State): Set<State> {
  const seen = new Set<State>()
  const open = [...moves[from]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...moves[next])
  }
  return seen
}

describe('where an upload may go', () => {
  test('is told for each state that other programs are told of', () => {
    expect(states.sort()).toEqual(
      'checking committed committing discarded failed mapping preview reading undone'.split(' '),
    )
  })

  test.each<[State, State[]]>([
    ['reading', ['mapping', 'checking', 'failed', 'discarded']],
    ['mapping', ['checking', 'discarded']],
    ['checking', ['preview', 'failed', 'discarded']],
    ['preview', ['checking', 'committing', 'discarded']],
    ['committing', ['committed', 'checking', 'failed']],
    ['committed', ['undone']],
    ['failed', []],
    ['discarded', []],
    ['undone', []],
  ])('from %s', (from, to) => {
    for (const state of states) expect([state, mayMove(from, state)]).toEqual([state, to.includes(state)])
  })

  test('every state is reached from the beginning, and none that is at work is a dead end', () => {
    expect(reachable('reading')).toEqual(new Set(states.filter((state) => state !== 'reading')))
    for (const state of states.filter(isUnderWay)) expect(moves[state]).not.toEqual([])
  })

  test('the roll is written in one state alone, which only a preview leads to, and what is saved can only be undone', () => {
    expect(states.filter((state) => mayMove(state, 'committed'))).toEqual(['committing'])
    expect(states.filter((state) => mayMove(state, 'committing'))).toEqual(['preview'])
    expect(reachable('committed')).toEqual(new Set(['undone']))
  })

  test('while it is saved it cannot be thrown away', () => {
    expect(mayMove('committing', 'discarded')).toBe(false)
  })

  test('something goes on by itself in three states; five are the end', () => {
    expect(states.filter(isUnderWay).sort()).toEqual(['checking', 'committing', 'reading'])
    expect(states.filter(isOver).sort()).toEqual(['committed', 'discarded', 'failed', 'undone'])
  })
})

describe('what a person may press', () => {
  test.each<[Act, State[]]>([
    ['map', ['mapping', 'preview']],
    ['commit', ['preview']],
    ['discard', ['reading', 'mapping', 'checking', 'preview']],
    ['undo', ['committed']],
  ])('%s', (act, where) => {
    expect(states.filter((state) => mayAct(state, act)).sort()).toEqual(where.sort())
  })

  test('undo ends to the millisecond when the images are thrown away', () => {
    const saved = Date.parse('2026-06-15T09:00:00Z')
    expect(mayUndo('committed', saved, saved, 30 * DAY)).toBe(true)
    expect(mayUndo('committed', saved, saved + 30 * DAY - 1, 30 * DAY)).toBe(true)
    expect(mayUndo('committed', saved, saved + 30 * DAY, 30 * DAY)).toBe(false)
    expect(mayUndo('committed', null, saved, 30 * DAY)).toBe(false)
    for (const state of states.filter((one) => one !== 'committed'))
      expect(mayUndo(state, saved, saved, 30 * DAY)).toBe(false)
  })
})

test('an upload begins with every figure at nought', () => {
  expect(new Set(Object.values(noCounts()))).toEqual(new Set([0]))
  expect(noCounts()).not.toBe(noCounts())
})
