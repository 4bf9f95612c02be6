import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Visitor } from '../../support/visitor'

let app: App
let head: Visitor
beforeAll(async () => {
  app = await startApp({ now: '2026-06-15T09:00:00Z' })
  head = await app.signIn(cast.otherHead)
})
afterAll(() => app.stop())

const born = { date_of_birth: '17/03/2016' }

interface Exported {
  id: string
  last_name: string
  first_name: string
}
const onRoll = async (surname: string) => {
  const { pupils } = (await head.get('/portal/pupils/export.json')).json() as { pupils: Exported[] }
  return pupils.filter((pupil) => pupil.last_name === surname)
}

/** The hidden fields of a page: what a browser that goes back sends once more. */
async function hiddenOn(address: string): Promise<Record<string, string>> {
  const page = await head.get(address)
  const fields = page.all('main input[type=hidden]')
  return Object.fromEntries(
    fields.map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']),
  )
}

describe('a form that is sent again', () => {
  test('with the same in it adds one pupil; who goes back and types a sister adds her too', async () => {
    const hidden = await hiddenOn('/portal/pupils/new')
    const amira = { ...hidden, last_name: 'Twofold', first_name: 'Amira', ...born }
    await Promise.all([1, 2, 3].map(() => head.post('/portal/pupils/new', amira)))
    expect(await onRoll('Twofold')).toHaveLength(1)
    await head.post('/portal/pupils/new', { ...amira, first_name: 'Zainab', date_of_birth: '02/04/2018' })
    expect((await onRoll('Twofold')).map(({ first_name }) => first_name).sort()).toEqual(['Amira', 'Zainab'])
  })

  test('with another change in it is not said to be saved: the page shows that somebody was faster', async () => {
    await head.post('/portal/pupils/new', { ...born, last_name: 'Backward', first_name: 'Ivo' })
    const [{ id } = { id: '' }] = await onRoll('Backward')
    const hidden = await hiddenOn(`/portal/pupils/${id}/edit`)
    const change = (first_name: string) =>
      head.post(
        `/portal/pupils/${id}/edit`,
        { ...hidden, ...born, last_name: 'Backward', first_name },
        { follow: false },
      )
    expect((await change('Una')).status).toBe(303)
    expect((await change('Una')).status).toBe(303)
    expect((await change('Piers')).status).toBe(409)
    expect(await onRoll('Backward')).toMatchObject([{ first_name: 'Una' }])
  })

  test('to another pupil’s page deletes that pupil, and does not only say so', async () => {
    for (const first_name of ['Ada', 'Bo'])
      await head.post('/portal/pupils/new', { ...born, last_name: 'Goner', first_name })
    const [one, other] = await onRoll('Goner')
    expect(one && other).toBeDefined()
    const hidden = await hiddenOn(`/portal/pupils/${one?.id ?? ''}`)
    for (const pupil of [one, other])
      await head.post(`/portal/pupils/${pupil?.id ?? ''}`, { ...hidden, intent: 'delete', confirm: 'on' })
    expect(await onRoll('Goner')).toEqual([])
  })
})
