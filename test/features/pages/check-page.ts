import { HtmlValidate } from 'html-validate'
import type { HTMLElement } from 'node-html-parser'
import type { Page } from '../../support/visit/page'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // As React writes it.
    'void-style': 'off',
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Checkboxes of one name.
    'form-dup-name': 'off',
    // Only in <noscript>, for a page that waits.
    'meta-refresh': 'off',
    // Columns' fields are called column.0, column.1 …
    'valid-id': ['error', { relaxed: true }],
  },
})

/** What is wrong with the page's markup, one line a fault. */
export function faultsOfMarkup(page: Page): string[] {
  const report = validator.validateStringSync(page.text)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  )
}

/** Controls that a person is to fill in and that no words on the page are tied to. */
export function controlsWithoutLabel(page: Page): string[] {
  const labels = new Set(page.all('label[for]').map((label) => label.getAttribute('for')))
  const isNamed = (control: HTMLElement) =>
    labels.has(control.getAttribute('id') ?? '') ||
    control.closest('label') ||
    control.getAttribute('aria-label')
  const silent = ['hidden', 'submit', 'button']
  return page
    .all('input, select, textarea')
    .filter(
      (control) => !control.hasAttribute('hidden') && !silent.includes(control.getAttribute('type') ?? ''),
    )
    .filter((control) => !isNamed(control))
    .map((control) => control.toString())
}

/** The security headers that every answer carries. */
export function faultsOfHeaders(page: Page): string[] {
  const wanted: Record<string, RegExp> = {
    'content-type': /^text\/html; charset=utf-8$/,
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^same-origin$/,
    'permissions-policy': /camera=\(\)/,
    'cross-origin-opener-policy': /^same-origin$/,
    'content-security-policy': /(^|; )frame-ancestors 'none'(;|$)/,
  }
  const wrong = Object.entries(wanted)
    .filter(([name, value]) => !value.test(page.headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${page.headers.get(name) ?? 'missing'}`)
  return page.headers.has('x-powered-by') ? [...wrong, 'x-powered-by'] : wrong
}

/** The policy's words for one directive, such as `script-src`. */
export function policyFor(page: Page, directive: string): string | undefined {
  const policy = page.headers.get('content-security-policy') ?? ''
  return policy
    .split('; ')
    .find((one) => one.startsWith(`${directive} `))
    ?.slice(directive.length + 1)
}

/** Scripts that the page's own policy would not let run, and a policy that is wider than the page needs. */
export function faultsOfScripts(page: Page): string[] {
  const policy = policyFor(page, 'script-src') ?? ''
  const scripts = page.all('script')
  if (scripts.length === 0) return policy === `'none'` ? [] : [`no script, yet script-src ${policy}`]
  const [, nonce = ''] = /^'nonce-([\w+/=]{20,})'$/.exec(policy) ?? []
  return nonce === ''
    ? [`script-src ${policy}`]
    : scripts.filter((script) => script.getAttribute('nonce') !== nonce).map((script) => script.toString())
}
