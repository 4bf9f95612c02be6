/** No address can be read for longer than this: its key goes so many months after the month began in which the address was noted. */
export const ADDRESS_MONTHS = 13

/** Where the keys of all months begin, in the table of stored keys. */
export const MONTH_KEYS = 'address '

/** The name of the key of a moment's month (UTC milliseconds): `address 2026-11`. */
export const monthKeyOf = (at: number): string => `${MONTH_KEYS}${new Date(at).toISOString().slice(0, 7)}`

/** The oldest key that may still be there at `now`; of two names the earlier month's sorts first. */
export function oldestMonthKey(now: number): string {
  const month = new Date(now)
  return monthKeyOf(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() - ADDRESS_MONTHS + 1, 1))
}
