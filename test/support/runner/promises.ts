import type { Keeper } from '../keepers'
import type { Seen } from './outcome'

/** The promises named in a test's title: `[P12] …`. */
export const promisesIn = (title: string): string[] =>
  [...title.matchAll(/\[(P\d+)\]/g)].map((match) => match[1] ?? '')

export type Standing = 'proven' | 'failed' | 'not yet'

/**
 * A promise is proven when tests through the public door carry its number and all of them passed, and when a keeper is
 * named for it, so that `npm run test:long` can show that the tests fail without it. While something of it is missing, it is not yet.
 */
export function standingOf(promise: string, tests: readonly Seen[], keepers: readonly Keeper[]): Standing {
  const own = tests.filter(
    ({ file, title }) => /^test\/(features|journeys)\//.test(file) && promisesIn(title).includes(promise),
  )
  if (own.some((test) => test.status === 'failed')) return 'failed'
  const shown = own.some((test) => test.status === 'passed')
  const kept = keepers.filter((keeper) => keeper.promise === promise)
  const whole = kept.length > 0 && kept.every(({ missing }) => missing === undefined)
  return shown && whole ? 'proven' : 'not yet'
}
