/** A form that comes back sooner than this (milliseconds) after it was shown was not filled in by a person. */
export const SOONEST_ANSWER_MS = 2_000

/** Whether a form was sent by a machine, going by when it was shown and sent (UTC milliseconds). One that does not say when it was shown was. */
export const sentTooSoon = (shownAt: number | null, now: number): boolean =>
  shownAt === null || now - shownAt < SOONEST_ANSWER_MS

/** Between two confirmations to one address (milliseconds): whoever fills in the form cannot flood somebody else's mailbox. */
const CONFIRM_EVERY_MS = 60 * 60_000

/** Whether a confirmation may be mailed to somebody who last asked at that moment (UTC milliseconds), or never before. */
export const mayConfirm = (lastAskedAt: number | null, now: number): boolean =>
  lastAskedAt === null || now - lastAskedAt >= CONFIRM_EVERY_MS

/** Whether text can be a person's name: names have no line breaks, no addresses and nothing that a mail program would make a link of. */
export const isPersonsName = (text: string): boolean => !/[\n\t@<>/]|\p{L}{2,}\.\p{L}{2,}/u.test(text)

/** A telephone number as it was typed, with single spaces; null if it has too few digits to be one, or other signs. */
export function readPhone(typed: string): string | null {
  const phone = typed.replace(/\s+/gu, ' ').trim()
  const digits = phone.replace(/\D/g, '').length
  const written = /^\+?[\d ()./-]+((ext\.?|x) ?\d+)?$/i.test(phone)
  return written && digits >= 10 && phone.length <= 40 ? phone : null
}
