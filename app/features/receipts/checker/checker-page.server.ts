import { createHash } from 'node:crypto'
import type { Services } from '../../../server/context'
import { publicKeys } from '../../../server/proof/public-keys.server'
import { londonDate, longDate } from '../../../values/date-words'
import { company } from '../../policies/rules/company'
import { kinds, types, verdictWords } from '../words'
import check from './check.mjs?raw'
import style from './checker.css?raw'
import page from './page.mjs?raw'

/** Both files as the one script of the page: without their import and export, which an inline script has no use for. */
const script = `${check.replaceAll(/^export /gm, '')}\n${page.replaceAll(/^import .*$/gm, '')}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the page may do, also once it is saved: run this script, look like this, and nothing else. No address may be asked for anything. */
const policy = [
  `default-src 'none'`,
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  `img-src data:`,
  `connect-src 'none'`,
  `form-action 'none'`,
  `base-uri 'none'`,
].join('; ')

const words = {
  ...verdictWords,
  empty: { title: 'There is nothing to check', says: 'Choose the file, or paste all of its text.' },
  unsupported: {
    title: 'This browser cannot check signatures',
    says: 'It lacks Ed25519. Use a current version of Chrome, Edge, Firefox or Safari, or paste the receipt’s text on our page for checking receipts.',
  },
  unsafe: {
    title: 'This browser does not let the page check',
    says: 'Browsers allow it only to pages that came by https or were opened as a file. Save this page and open the saved file.',
  },
}

/** The page with the keys of the day in it. */
export async function checkerPage({ db, clock, settings }: Services) {
  const data = JSON.stringify({ keys: await publicKeys(db), types, kinds, verdicts: words })
  const html = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Check a receipt without us – OTrack</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main data-page="receipt-checker">
<h1>Check a receipt without us</h1>
<p>This page checks receipts of ${company.legalName} on your own computer. It sends nothing to anybody. <a href="${settings.baseUrl}/receipts/check.html" download="otrack-receipt-checker.html">Save it</a>, and it works without a connection.</p>
<noscript><p><strong>This page needs script to check, and your browser runs none.</strong> You can paste the receipt’s text at <a href="${settings.baseUrl}/receipts">${settings.baseUrl}/receipts</a> instead: that page works without.</p></noscript>
<form id="form" hidden>
<label for="file">The file that came with our message</label>
<p class="hint" id="file-hint">You can also drop it anywhere on this page.</p>
<input type="file" id="file" accept=".json,application/json" aria-describedby="file-hint">
<label for="text">Or the text of the receipt</label>
<p class="hint" id="text-hint">All of it, from the first brace to the last.</p>
<textarea id="text" rows="8" spellcheck="false" autocomplete="off" aria-describedby="text-hint"></textarea>
<button type="submit">Check</button>
</form>
<div id="outcome" role="status" aria-live="polite"></div>
<p class="hint">The keys in this page are those of ${longDate(londonDate(clock.now()))}. Only trust a checker that you saved from ${settings.baseUrl} yourself. The same keys stand at ${settings.baseUrl}/.well-known/otrack-receipts.json.</p>
</main>
<script type="application/json" id="data">${data.replaceAll('<', '\\u003c')}</script>
<script type="module">${script}</script>
</body>
</html>
`
  return { html, policy }
}
