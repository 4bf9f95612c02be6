/** A function that keeps a promise: with it doing nothing, the promise's tests must fail (`npm run test:long` tries it). */
export interface Keeper {
  promise: `P${number}`
  /** From the top of the repository. */
  file: string
  /** The exported function. */
  function: string
  /** The expression that it returns instead of doing its work. */
  nothing: string
  /** The test files in test/features or test/journeys, at least one of whose tests `[Pn] …` must fail without it. */
  tests: readonly string[]
}

/** A promise without a line here is not called proven, whatever passes. */
export const keepers: readonly Keeper[] = []
