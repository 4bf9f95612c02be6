/** One test as a runner saw it. */
export interface Seen {
  /** From the top of the repository. */
  file: string
  title: string
  status: 'passed' | 'failed' | 'skipped'
  /** What went wrong, or why it was skipped. */
  why: string
}

/** What one runner (a check, or a project of tests) found. */
export interface Outcome {
  runner: string
  seconds: number
  tests: Seen[]
}

/** A check that is one test. */
export const single = (title: string, failed: string | null): Seen => ({
  file: '',
  title,
  status: failed === null ? 'passed' : 'failed',
  why: failed ?? '',
})

export const count = (outcomes: readonly Outcome[], status: Seen['status']): number =>
  outcomes.flatMap((outcome) => outcome.tests).filter((test) => test.status === status).length
