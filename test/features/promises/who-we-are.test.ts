import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../../support/app'

let app: App
beforeAll(async () => {
  app = await startApp({ env: { DPO_EMAIL: 'dpo@otrack.example' } })
})
afterAll(() => app.stop())

test('[P2] the notice names the company, its address and telephone, and the data protection officer', async () => {
  const notice = await app.visitor().get('/privacy')
  const said = (term: string) =>
    notice
      .all('dt')
      .find((one) => one.textContent === term)
      ?.parentNode?.querySelector('dd')
      ?.innerText.replace(/\s+/g, ' ')
  expect(said('Company')).toBe('Optimum Reports Limited, trading as Optimum and OTrack')
  for (const line of [
    'Unit 1 Wharfe House',
    'Richmond Business Park',
    'Doncaster',
    'South Yorkshire',
    'DN4 5NL',
  ])
    expect(said('Address')).toContain(line)
  expect(said('Telephone')).toBe('01302 360246')
  for (const fact of ['Buckworths Compliance Limited', '020 7952 1721', 'dpo@otrack.example'])
    expect(said('Data protection officer')).toContain(fact)
})

test('[P2] the notice names three ways to complain: to the company, to the regulator, to a court', async () => {
  const notice = await app.visitor().get('/privacy')
  const ways = notice.all('#complaints ol > li, section[aria-labelledby=complaints] ol > li')
  expect(ways.map((way) => way.querySelector('strong')?.textContent)).toEqual([
    'To us.',
    'To the regulator.',
    'To a court.',
  ])
  expect(ways[0]?.querySelector('a[href="mailto:dpo@otrack.example"]')).not.toBeNull()
  expect(ways[1]?.textContent).toContain('Information Commissioner’s Office')
  expect(ways[1]?.textContent).toContain('SK9 5AF')
  expect(ways[1]?.querySelector('a[href="https://ico.org.uk/make-a-complaint/"]')).not.toBeNull()
})

test('[P2] every public page names the company and leads to the notice', async () => {
  for (const path of ['/', '/demo', '/sign-in', '/sign-up', '/terms', '/nowhere']) {
    const footer = (await app.visitor().get(path)).one('body > footer, .site-footer')
    expect(footer.textContent, path).toContain('Optimum Reports Limited')
    expect(footer.querySelector('a[href="/privacy"]'), path).not.toBeNull()
  }
})
