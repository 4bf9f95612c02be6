import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The product looks at the clock's file at most every 5 ms. */
const NOTICED_AFTER_MS = 15

export interface TestClock {
  /** What CLOCK_FILE is to say. */
  file: string
  /** Puts the product's clock to an ISO moment, from which it runs on; resolves when the product goes by it. */
  set(iso: string): Promise<void>
}

/** A clock file in `folder` that starts at `iso`. */
export function makeTestClock(folder: string, iso: string): TestClock {
  const file = join(folder, 'clock')
  writeFileSync(file, iso)
  const set = async (moment: string) => {
    // By rename, so that nobody reads half a moment.
    writeFileSync(`${file}.next`, moment)
    renameSync(`${file}.next`, file)
    await sleep(NOTICED_AFTER_MS)
  }
  return { file, set }
}
