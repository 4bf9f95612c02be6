import { parse, type HTMLElement } from 'node-html-parser'

const words = (element: HTMLElement | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** An answer of the product, as a person without script sees it. */
export class Page {
  #html: HTMLElement | undefined

  constructor(
    /** Where it was found, after redirects. */
    readonly url: URL,
    readonly status: number,
    readonly headers: Headers,
    readonly bytes: Buffer,
    /** Statuses and addresses passed on the way here, the first asked for first. */
    readonly passed: readonly { status: number; path: string }[] = [],
  ) {}

  get path(): string {
    return this.url.pathname + this.url.search
  }

  /** The body as it came. */
  get text(): string {
    return this.bytes.toString('utf8')
  }

  get html(): HTMLElement {
    return (this.#html ??= parse(this.text))
  }

  /** What stands in the page for people, in one line. */
  get words(): string {
    const body = parse(this.text)
    for (const silent of body.querySelectorAll('head, script, style, template')) silent.remove()
    return words(body)
  }

  get heading(): string {
    return words(this.html.querySelector('h1'))
  }

  /** `data-page` of main. */
  get name(): string | undefined {
    return this.html.querySelector('main')?.getAttribute('data-page')
  }

  /** Where a redirect that was not followed leads. */
  get location(): string | null {
    return this.headers.get('location')
  }

  /** The entries of the error summary: one for each link, else its words. */
  get errors(): string[] {
    return this.html.querySelectorAll('[role="alert"]').flatMap((summary) => {
      const links = summary.querySelectorAll('a').map(words)
      return links.length > 0 ? links : [words(summary)]
    })
  }

  json(): unknown {
    return JSON.parse(this.text)
  }

  all(selector: string): HTMLElement[] {
    return this.html.querySelectorAll(selector)
  }

  /** The only element that matches; throws if there is none or several. */
  one(selector: string): HTMLElement {
    const [first, ...others] = this.all(selector)
    if (!first || others.length > 0)
      throw new Error(
        `${others.length + (first ? 1 : 0)} elements match ${selector} on ${this.path} (${this.status}): ${this.words.slice(0, 300)}`,
      )
    return first
  }
}
