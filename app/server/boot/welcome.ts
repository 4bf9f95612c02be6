import type { Settings } from '../settings'

/** What `npm start` says once the product can be used. */
export function welcome(
  url: string,
  settings: Settings,
  signIns: readonly { who: string; email: string }[],
  password: string,
): string {
  const widest = Math.max(0, ...signIns.map(({ email }) => email.length))
  const people = signIns.map(({ who, email }) => `  ${email.padEnd(widest)}  ${who}`)
  return [
    '',
    `OTrack is at ${url}`,
    ...(settings.smtpUrl ? [] : [`Mail it would send is at ${url}/dev/mailbox`]),
    ...(people.length > 0 ? ['', `Demo sign-ins (password of all: ${password})`, ...people] : []),
    '',
    '',
  ].join('\n')
}
