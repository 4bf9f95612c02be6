import { checkLetter } from '../../../app/values/upn'
import type { Page } from '../../support/visit/page'
import type { Visitor } from '../../support/visitor'

/** A unique pupil number, from its twelve digits. */
export const upn = (digits: string) => checkLetter(digits) + digits

interface Options {
  /** Ticks that consent is held for every pupil in the file. */
  consent?: boolean
}

/** Uploads text as a file and waits for its preview; answers the address of the upload. */
export async function upload(
  visitor: Visitor,
  content: string,
  { consent = false }: Options = {},
): Promise<string> {
  await visitor.get('/portal/pupils/import')
  const fields = consent ? { consent_confirmed: 'on' } : {}
  const page = await visitor.upload({ name: 'roll.csv', content }, { fields })
  await stands(visitor, page.url.pathname, 'preview')
  return page.url.pathname
}

/** Presses the button that saves an upload, and waits until it is saved. */
export async function commit(visitor: Visitor, address: string): Promise<Page> {
  await visitor.get(address)
  await visitor.submit({}, { intent: 'commit' })
  await stands(visitor, address, 'committed')
  return visitor.get(address)
}

const stands = (visitor: Visitor, address: string, state: string) =>
  visitor.until(`${address}.json`, (page) => (page.json() as { state: string }).state === state)
