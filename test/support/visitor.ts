import { setTimeout as sleep } from 'node:timers/promises'
import { CookieJar } from './visit/cookies'
import { fill, type ChosenFile, type Fields, type Pressed } from './visit/form'
import { Page } from './visit/page'

export interface Asking {
  headers?: Record<string, string>
  /** Whether redirects are followed (as a browser does); otherwise the redirect itself is the answer. */
  follow?: boolean
}

interface Sent {
  method: string
  body?: BodyInit
}

/** A person with a browser that runs no script: follows links, fills in the forms that stand on the page, keeps cookies. */
export class Visitor {
  readonly cookies = new CookieJar()
  #page: Page | undefined

  constructor(readonly origin: string) {}

  /** The page last seen. */
  get page(): Page {
    if (!this.#page) throw new Error('This visitor has not asked for anything yet.')
    return this.#page
  }

  get(path: string, asking: Asking = {}): Promise<Page> {
    return this.#ask(this.#at(path), { method: 'GET' }, asking)
  }

  head(path: string, asking: Asking = {}): Promise<Page> {
    return this.#ask(this.#at(path), { method: 'HEAD' }, asking)
  }

  /** Posts these fields alone, without looking at a form. */
  post(
    path: string,
    fields: Record<string, string | readonly string[]> = {},
    asking: Asking = {},
  ): Promise<Page> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    return this.#ask(this.#at(path), { method: 'POST', body }, asking)
  }

  /** Posts a body of any kind; its Content-Type stands in the headers. */
  postBody(path: string, body: string | Uint8Array<ArrayBuffer>, asking: Asking = {}): Promise<Page> {
    return this.#ask(this.#at(path), { method: 'POST', body }, asking)
  }

  /** Fills in a form of the page last seen and presses its button. Throws if it has no such field or button. */
  submit(fields: Fields = {}, { intent, form, ...asking }: Pressed & Asking = {}): Promise<Page> {
    const pressed = { ...(intent !== undefined && { intent }), ...(form !== undefined && { form }) }
    const filled = fill(this.page, fields, pressed)
    if (filled.method === 'get') {
      filled.action.search = urlencoded(filled.entries).toString()
      return this.#ask(filled.action, { method: 'GET' }, asking)
    }
    const body = filled.multipart ? multipart(filled.entries) : urlencoded(filled.entries)
    return this.#ask(filled.action, { method: 'POST', body }, asking)
  }

  /** Chooses a file in the form of the page last seen and sends it. */
  upload(
    file: ChosenFile,
    { field = 'file', fields = {}, ...rest }: { field?: string; fields?: Fields } & Pressed & Asking = {},
  ): Promise<Page> {
    return this.submit({ ...fields, [field]: file }, rest)
  }

  /** Follows the link with these words (or this address) on the page last seen. */
  follow(link: string | RegExp): Promise<Page> {
    const fits = (text: string) => (typeof link === 'string' ? text === link : link.test(text))
    const found = this.page
      .all('a[href]')
      .find((one) => fits(one.textContent.trim()) || fits(one.getAttribute('href') ?? ''))
    if (!found) throw new Error(`There is no link ${String(link)} on ${this.page.path}`)
    return this.get(found.getAttribute('href') ?? '')
  }

  /** Asks again and again, as a page that refreshes itself does, until `fits`; throws after `withinMs`. */
  async until(path: string, fits: (page: Page) => boolean, withinMs = 30_000): Promise<Page> {
    const giveUpAt = Date.now() + withinMs
    for (;;) {
      const page = await this.get(path)
      if (fits(page)) return page
      if (Date.now() > giveUpAt)
        throw new Error(`${path} did not become as awaited: ${page.status} ${page.words.slice(0, 400)}`)
      await sleep(150)
    }
  }

  #at(path: string): URL {
    return new URL(path, this.#page?.url ?? this.origin)
  }

  async #ask(url: URL, sent: Sent, asking: Asking, passed: Page['passed'] = []): Promise<Page> {
    const own = url.origin === new URL(this.origin).origin
    const cookie = own ? this.cookies.header() : undefined
    const from = this.#page?.url
    const answer = await fetch(url, {
      ...sent,
      redirect: 'manual',
      headers: {
        accept: 'text/html,*/*;q=0.8',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
        ...(from?.origin === url.origin && { referer: from.href }),
        // As every browser does with a form: the origin of the page on which the form stands.
        ...(sent.method === 'POST' && { origin: own ? new URL(this.origin).origin : url.origin }),
        ...(cookie && { cookie }),
        ...asking.headers,
      },
    })
    if (own) this.cookies.take(answer.headers.getSetCookie())
    const bytes = Buffer.from(await answer.arrayBuffer())
    const page = new Page(url, answer.status, answer.headers, bytes, passed)
    const { location } = page
    if (asking.follow === false || location === null || answer.status < 300 || answer.status > 399)
      return (this.#page = page)
    if (passed.length > 10)
      throw new Error(`Redirected in circles: ${passed.map((one) => one.path).join(' → ')}`)
    const next =
      answer.status === 307 || answer.status === 308
        ? sent
        : { method: sent.method === 'HEAD' ? 'HEAD' : 'GET' }
    return this.#ask(new URL(location, url), next, asking, [
      ...passed,
      { status: answer.status, path: page.path },
    ])
  }
}

function urlencoded(entries: readonly [string, string | ChosenFile][]): URLSearchParams {
  // A form of this kind sends only the name of a chosen file.
  return new URLSearchParams(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  )
}

function multipart(entries: readonly [string, string | ChosenFile][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) {
    if (typeof value === 'string') data.append(name, value)
    else data.append(name, new Blob([bytesOf(value.content)], { type: value.type ?? 'text/csv' }), value.name)
  }
  return data
}

const bytesOf = (content: string | Uint8Array): string | Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? content : new Uint8Array(content)
