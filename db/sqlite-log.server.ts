import type { Sequelize } from 'sequelize'

/** Once nobody has written for so long, so that it does not get in the way of an upload; and at the latest after the second. */
const STILL_MS = 2000
const LATEST_MS = 30_000

/**
 * SQLite writes into a log beside the file first (WAL), and what stands there stays until it is written over by chance: a deleted pupil too. So the
 * log is emptied soon after writes. Answers the function to call after each; `inTurn` runs something when nobody writes, and must not fail.
 */
export function emptyLogLater(
  sequelize: Sequelize,
  inTurn: (work: () => Promise<void>) => Promise<unknown>,
): () => void {
  let still: NodeJS.Timeout | null = null
  let latest: NodeJS.Timeout | null = null

  const empty = async () => {
    // The answer says whether somebody else (a backup, a command) was still reading an older state: then it is tried again.
    const emptied = await sequelize
      .query('PRAGMA wal_checkpoint(TRUNCATE)')
      .then(([rows]) => (rows as { busy: number }[])[0]?.busy === 0)
      // Closed in between: closing the last connection empties it as well.
      .catch(() => true)
    if (!emptied) written()
  }

  const now = () => {
    for (const timer of [still, latest]) if (timer) clearTimeout(timer)
    still = latest = null
    void inTurn(empty)
  }

  function written(): void {
    if (still) still.refresh()
    else still = setTimeout(now, STILL_MS).unref()
    latest ??= setTimeout(now, LATEST_MS).unref()
  }
  return written
}
