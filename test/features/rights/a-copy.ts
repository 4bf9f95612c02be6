import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import type { App } from '../../support/app'
import type { Visitor } from '../../support/visitor'

/** Asks for a copy; answers the address of the request. */
export async function askForCopy(visitor: Visitor): Promise<string> {
  await visitor.get('/portal/rights/new')
  return (await visitor.submit({})).url.pathname
}

/** What stands at an address, byte for byte. */
export const fetchAs = (app: App, { cookies }: Visitor, path: string): Promise<Response> => {
  const cookie = cookies
    .names()
    .map((name) => `${name}=${cookies.get(name) ?? ''}`)
    .join('; ')
  return fetch(app.url + path, { headers: { cookie }, redirect: 'manual' })
}

/** The files of a ZIP by name, as text. */
export async function unzip(response: Response): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()))
  const files: Record<string, string> = {}
  for await (const entry of zip.eachEntry())
    files[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')
  return files
}
