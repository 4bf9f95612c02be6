import { createHash } from 'node:crypto'

/** The few answers that the server gives before any page of the product is asked. */
export type OwnStatus = 400 | 403 | 405 | 408 | 413 | 414 | 415 | 431 | 500 | 503

const words: Record<OwnStatus, { title: string; says: string }> = {
  400: {
    title: 'We cannot read this address',
    says: 'Check the address for typing mistakes, or start again from the home page.',
  },
  403: {
    title: 'This form was not sent from our own pages',
    says: 'Open the page again at its usual address and send the form from there.',
  },
  405: {
    title: 'This page cannot be asked for in that way',
    says: 'Go back and use the links and buttons of the page.',
  },
  408: {
    title: 'What you sent did not arrive in time',
    says: 'Check your connection, then go back and send it again.',
  },
  413: { title: 'What you sent is too large', says: 'Go back and send a smaller file or a shorter text.' },
  414: { title: 'This address is too long', says: 'Start again from the home page.' },
  415: {
    title: 'We cannot take this type of content',
    says: 'Go back and send the form of the page itself.',
  },
  431: {
    title: 'Your browser sent too much with its request',
    says: 'Delete the cookies of this site, then try again.',
  },
  500: {
    title: 'Something went wrong on our side',
    says: 'Nothing you did caused this. Try again in a few minutes; if it happens again, tell us the number below.',
  },
  503: { title: 'OTrack is not ready', says: 'Try again in a few minutes.' },
}

const STYLE =
  ':root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1.5rem}' +
  'h1{font-size:1.75rem;line-height:1.2}small{opacity:.75}'

/** The policy of these pages: their one style sheet stands in them, named by its hash. */
export const OWN_PAGE_POLICY =
  `default-src 'none'; script-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A page that says what happened and what to do, with the request's id for whoever asks us about it. */
export function ownPage(status: OwnStatus, requestId: string | null): string {
  const { title, says } = words[status]
  const number = requestId ? `<p><small>Number of this request: ${requestId}</small></p>` : ''
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title} – OTrack</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>` +
    `<body><main data-page="error"><div role="alert"><h1>${title}</h1><p>${says}</p></div>` +
    `<p><a href="/">Home page</a></p>${number}</main></body></html>`
  )
}
