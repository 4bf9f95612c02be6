import { Temporal } from 'temporal-polyfill'

/** A time of day at which a job is asked for. London's clock changes at 01:00 UTC, so keep out of the hour from 01:00 to 02:00. */
export type Daily = `${number}:${number} Europe/London`

/** The last moment at or before `now` (both UTC milliseconds) at which a daily job was to run. Throws if `every` is no time of day. */
export function lastSlot(every: Daily, now: number): number {
  const [time = '', zone = ''] = every.split(' ')
  const at = Temporal.PlainTime.from(time)
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const slotOn = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone, plainTime: at })
  const first = slotOn(today).epochMilliseconds
  return first <= now ? first : slotOn(today.subtract({ days: 1 })).epochMilliseconds
}

const SLOT = 'slot:'

/** The live key of a slot: made from its time, so that two workers meet on it. */
export const slotKey = (name: string, slotAt: number): string =>
  `${SLOT}${name}:${new Date(slotAt).toISOString()}`

export const isSlotKey = (key: string): boolean => key.startsWith(SLOT)
