/** Longest address that can be written in a mail's envelope (RFC 5321). */
const LONGEST = 254
const LONGEST_LOCAL = 64

/** Letters and marks of any script, so that internationalised addresses pass; none of the signs that structure a header. */
const LOCAL = /^[^\s@<>()[\]\\,;:"]+$/u
const DOMAIN = /^([\p{L}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u

/**
 * An email address as it is kept, in lower case; null if it cannot be one. Whether somebody reads it only a message can tell, so this refuses no
 * more than what no mail server would take.
 */
export function readEmail(typed: string): string | null {
  const email = typed.normalize('NFC').trim().toLowerCase()
  const at = email.lastIndexOf('@')
  const local = email.slice(0, Math.max(0, at))
  const fits = email.length <= LONGEST && local.length <= LONGEST_LOCAL
  const dots = !/^\.|\.$|\.\./.test(local)
  return fits && dots && LOCAL.test(local) && DOMAIN.test(email.slice(at + 1)) ? email : null
}

/** Who delivers `name+anything` to `name`, and who ignores dots too. Of others, and of schools above all, nobody can know. */
const folding: Readonly<Record<string, 'tag' | 'tag and dots'>> = {
  'gmail.com': 'tag and dots',
  'googlemail.com': 'tag and dots',
  'outlook.com': 'tag',
  'hotmail.com': 'tag',
  'hotmail.co.uk': 'tag',
  'live.com': 'tag',
  'live.co.uk': 'tag',
  'icloud.com': 'tag',
  'me.com': 'tag',
  'fastmail.com': 'tag',
}

/** One spelling for the mailbox behind an address that `readEmail` took; null where its provider is not known to fold. */
export function foldEmail(email: string): string | null {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  const how = Object.hasOwn(folding, domain) ? folding[domain] : undefined
  if (!how) return null
  const [name = ''] = email.slice(0, at).split('+')
  const local = how === 'tag' ? name : name.replaceAll('.', '')
  return `${local || email.slice(0, at)}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}
