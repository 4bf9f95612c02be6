import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../support/app'
import { builtProduct } from '../support/build/built'
import { cast } from '../support/cast'
import type { Page } from '../support/visit/page'
import type { Visitor } from '../support/visitor'
import { everyRoute, type Person, type Row } from './every-route.table'

// Every route of the built product is asked by everybody in turn. A route that the table does not know fails, and so does a table that names
// none: whoever adds a page says here who may open it.

interface Built {
  id: string
  path?: string
  parentId?: string
  module: Record<string, unknown>
}

const people = Object.keys(cast) as Person[]
const routes = new Map<string, Built>()
const visitors = new Map<Person, Visitor>()
const ids: Record<string, string> = {}
let app: App

beforeAll(async () => {
  app = await startApp({ env: { TRUST_PROXY: '1' } })
  const { routes: built } = (await import(
    pathToFileURL(join(await builtProduct(), 'server/index.js')).href
  )) as {
    routes: Record<string, Built>
  }
  const pathOf = ({ path, parentId }: Built): string => {
    const parent = parentId ? built[parentId] : undefined
    return [parent && parent.id !== 'root' ? pathOf(parent) : '', path ?? ''].filter(Boolean).join('/')
  }
  for (const route of Object.values(built)) if (route.id !== 'root') routes.set(`/${pathOf(route)}`, route)

  for (const person of people) {
    const visitor = app.visitor()
    await visitor.post('/sign-in', { email: cast[person], password: 'correct horse demo' }, { follow: false })
    visitors.set(person, visitor)
  }
  ids[':school'] = await only("SELECT id FROM schools WHERE dfe_number = '3712999'")
  ids[':pupil'] = await only("SELECT id FROM pupils WHERE year_group = '6' ORDER BY id LIMIT 1")
  const head = visitors.get('head')
  await head?.get('/portal/pupils/import')
  const content = 'UPN,Legal Surname,Legal Forename,DOB\n,Bello,Zoë,27/03/2016\n'
  const uploaded = await head?.upload({ name: 'roll.csv', content })
  ids[':import'] = uploaded?.path.split('/').at(-1) ?? ''
  await head?.until(
    `/portal/pupils/imports/${ids[':import']}.json`,
    (page) => (page.json() as { state: string }).state === 'preview',
  )
})
afterAll(() => app.stop())

const only = async (sql: string) => String((await app.rows(sql))[0]?.['id'])
const filled = (text: string) => text.replace(/:(school|pupil|import)\b/g, (name) => ids[name] ?? name)
const askedFor = (path: string) => filled(everyRoute[path]?.ask ?? path)
const bodyOf = ({ body = {} }: Row) =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, filled(value)]))
/** Whether what is asked is a thing of the demo school, so that another school's people must find nothing. */
const namesTheirs = (row: Row, method: 'get' | 'post') =>
  /:(school|pupil|import)/.test(`${row.ask} ${method === 'post' ? JSON.stringify(row.body) : ''}`)

let asked = 0
const ask = (visitor: Visitor, method: 'get' | 'post', path: string, row: Row): Promise<Page> => {
  // From another address each time: limits have their own tests.
  const asking = {
    follow: false,
    headers: { 'x-forwarded-for': `198.51.${Math.floor(++asked / 250)}.${asked % 250}` },
  }
  return method === 'get'
    ? visitor.get(askedFor(path), asking)
    : visitor.post(askedFor(path), bodyOf(row), asking)
}

const sentToSignIn = (page: Page) => page.status === 303 && page.location?.startsWith('/sign-in?to=') === true
/** Let in: shown the page or told what is wrong with the form; asked for the password again is let in too. */
const letIn = (page: Page, method: 'get' | 'post') =>
  method === 'get'
    ? page.status === 200 || page.location?.startsWith('/portal/confirm') === true
    : [303, 409, 415, 422].includes(page.status) && !sentToSignIn(page)

test('the walk sees the routes, and knows all of them', () => {
  expect([...routes.keys()]).toEqual(
    expect.arrayContaining(['/', '/sign-in', '/portal', '/portal/pupils/:id', '/staff']),
  )
  expect([...routes.keys()].filter((path) => !everyRoute[path])).toEqual([])
  expect(Object.keys(everyRoute).filter((path) => !routes.has(path))).toEqual([])
})

test('the walk notices a route that everybody may open', async () => {
  const open = await ask(app.visitor(), 'get', '/privacy', {})
  expect([sentToSignIn(open), letIn(open, 'get')]).toEqual([false, true])
})

describe.each(Object.entries(everyRoute))('%s', (path, row) => {
  const methods = ['get', 'post'] as const

  test('nobody', async () => {
    for (const method of methods) {
      const page = await ask(app.visitor(), method, path, row)
      const who = row[method]
      if (who === undefined) expect([method, page.status]).toEqual([method, 405])
      else if (who === 'everybody')
        expect([method, page.status < 500, page.status === 403, sentToSignIn(page)]).toEqual([
          method,
          true,
          false,
          false,
        ])
      else
        expect([method, page.status, page.location]).toEqual([
          method,
          303,
          expect.stringMatching(/^\/sign-in\?to=%2F/),
        ])
    }
  })

  test.each(people)('%s', async (person) => {
    for (const method of methods) {
      const who = row[method]
      if (who === undefined || who === 'everybody') continue
      const page = await ask(visitors.get(person) ?? app.visitor(), method, path, row)
      const seen = `${method} ${page.status} ${page.location ?? ''}`
      if (!who.includes(person)) expect(seen).toBe(`${method} 403 `)
      else if (row.nobodys || (person === 'otherHead' && namesTheirs(row, method)))
        expect(seen).toBe(`${method} 404 `)
      else expect([seen, letIn(page, method)]).toEqual([seen, true])
    }
  })
})

test('another year’s pupil is not there for a teacher', async () => {
  const other = await only("SELECT id FROM pupils WHERE year_group = '5' ORDER BY id LIMIT 1")
  expect((await visitors.get('teacher')?.get(`/portal/pupils/${other}`))?.status).toBe(404)
})
