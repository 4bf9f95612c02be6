import { demoPassword } from './cast'
import type { Visitor } from './visitor'

interface Door {
  visitor(): Visitor
  admin(...args: string[]): Promise<{ status: number; output: string }>
}

/** Signs in through the page; throws if the page does not let them in. */
export async function signInAs(door: Door, email: string, password = demoPassword): Promise<Visitor> {
  const visitor = door.visitor()
  await visitor.get('/sign-in')
  let page = await visitor.submit({ email, password })
  if (page.url.pathname === '/sign-in/two-factor') {
    const { output } = await door.admin('demo-code')
    const [code] = /\b\d{6}\b/.exec(output) ?? []
    if (!code) throw new Error(`admin demo-code printed no code: ${output}`)
    page = await visitor.submit({ code })
  }
  if (page.url.pathname.startsWith('/sign-in'))
    throw new Error(`${email} could not sign in: ${page.status} ${page.errors.join('; ')}`)
  return visitor
}
