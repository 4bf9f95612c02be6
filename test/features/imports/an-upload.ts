import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { ChosenFile, Fields } from '../../support/visit/form'
import type { Page } from '../../support/visit/page'
import type { Visitor } from '../../support/visitor'
import type { ImportReport, Problem } from './report'

type Content = string | Uint8Array | ChosenFile

/** An upload as the person who sent it sees it. */
export interface Upload {
  address: string
  report(after?: string): Promise<ImportReport>
  /** Waits until nothing goes on by itself any more. */
  settled(withinMs?: number): Promise<ImportReport>
  /** The page of the upload. */
  page(search?: string): Promise<Page>
  /** Presses a button on its page and answers what came back, a redirect not followed. */
  press(intent: string, fields?: Fields): Promise<Page>
  /** Saves it and waits until it is saved. */
  commit(fields?: Fields): Promise<ImportReport>
  /** All problems, page after page. */
  problems(): Promise<Problem[]>
}

const chosen = (content: Content): ChosenFile =>
  typeof content === 'string' || content instanceof Uint8Array ? { name: 'roll.csv', content } : content

/** Chooses a file on the upload page and sends it; the answer, a redirect not followed. */
export async function send(visitor: Visitor, content: Content, fields: Fields = {}): Promise<Page> {
  await visitor.get('/portal/pupils/import')
  return await visitor.upload(chosen(content), { fields, follow: false })
}

/** Uploads a file that is taken. */
export async function upload(visitor: Visitor, content: Content, fields: Fields = {}): Promise<Upload> {
  const answer = await send(visitor, content, fields)
  expect({ status: answer.status, errors: answer.errors }).toEqual({ status: 303, errors: [] })
  return uploadAt(visitor, answer.location ?? '')
}

/** Uploads a file and waits until it stands in its preview. */
export async function preview(visitor: Visitor, content: Content, fields: Fields = {}): Promise<Upload> {
  const one = await upload(visitor, content, fields)
  expect(await one.settled()).toMatchObject({ state: 'preview' })
  return one
}

/** Uploads a file and saves it. */
export async function save(visitor: Visitor, content: Content, fields: Fields = {}): Promise<Upload> {
  const one = await preview(visitor, content, fields)
  await one.commit()
  return one
}

/** An upload by its address. */
export function uploadAt(visitor: Visitor, address: string): Upload {
  const report = async (after?: string) => {
    const search = after === undefined ? '' : `?problems_after=${encodeURIComponent(after)}`
    const page = await visitor.get(`${address}.json${search}`)
    if (page.status !== 200) throw new Error(`${page.path} answers ${page.status}`)
    return page.json() as ImportReport
  }
  const settled = async (withinMs = 30_000) => {
    const giveUpAt = Date.now() + withinMs
    for (;;) {
      const now = await report()
      if (!['reading', 'checking', 'committing'].includes(now.state)) return now
      if (Date.now() > giveUpAt)
        throw new Error(`${address} still stands in ${now.state}: ${JSON.stringify(now.progress)}`)
      await sleep(30)
    }
  }
  const press = async (intent: string, fields: Fields = {}) => {
    await visitor.get(address)
    return await visitor.submit(fields, { intent, follow: false })
  }
  return {
    address,
    report,
    settled,
    press,
    page: (search = '') => visitor.get(address + search),
    async commit(fields = {}) {
      expect((await press('commit', fields)).status).toBe(303)
      const done = await settled()
      expect(done).toMatchObject({ state: 'committed', error: null })
      return done
    },
    async problems() {
      const all: Problem[] = []
      let after: string | undefined
      do {
        const { problems } = await report(after)
        all.push(...problems.items)
        after = problems.next ?? undefined
      } while (after !== undefined)
      return all
    },
  }
}
