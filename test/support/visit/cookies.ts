interface Cookie {
  value: string
  /** The Set-Cookie line. */
  line: string
}

/** The cookies of one browser, for one origin. */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>()

  /** Takes the Set-Cookie lines of an answer; one that is out of date removes its cookie. */
  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const name = pair.slice(0, pair.indexOf('='))
      const attribute = (wanted: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
      const maxAge = attribute('max-age')
      const expires = attribute('expires')
      const gone =
        maxAge === undefined
          ? expires !== undefined && Date.parse(expires) <= Date.now()
          : Number(maxAge) <= 0
      if (gone) this.#cookies.delete(name)
      else this.#cookies.set(name, { value: pair.slice(pair.indexOf('=') + 1), line })
    }
  }

  /** The Cookie header, or undefined without any. */
  header(): string | undefined {
    const pairs = [...this.#cookies].map(([name, { value }]) => `${name}=${value}`)
    return pairs.length > 0 ? pairs.join('; ') : undefined
  }

  names(): string[] {
    return [...this.#cookies.keys()]
  }

  get(name: string): string | undefined {
    return this.#cookies.get(name)?.value
  }

  /** How the cookie was set, with its attributes. */
  line(name: string): string | undefined {
    return this.#cookies.get(name)?.line
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, { value, line: '' })
  }

  clear(): void {
    this.#cookies.clear()
  }
}
