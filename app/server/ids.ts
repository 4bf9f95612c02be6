import { v7 } from 'uuid'

/** A new UUIDv7 for a row made at `at` (UTC milliseconds): unique on any node, and newer rows sort after older ones. */
export const newId = (at: number): string => v7({ msecs: at })
