import type { Visitor } from './visitor'

/** The password of everybody in the demo. */
export const demoPassword = 'correct horse demo'

/** The people of the demo: at Demo Primary School, at another school, and OTrack's own. */
export const cast = {
  /** Owner of Demo Primary School. */
  head: 'head@demo.school',
  dataLead: 'data@demo.school',
  /** Of Year 6 only. */
  teacher: 'teacher@demo.school',
  finance: 'finance@demo.school',
  /** Owner of the other school, which has no pupils. */
  otherHead: 'head@other.school',
  staff: 'staff@otrack.localhost',
  sales: 'sales@otrack.localhost',
  support: 'support@otrack.localhost',
  staffFinance: 'finance@otrack.localhost',
  dpo: 'dpo@otrack.localhost',
} as const

/** The id of the school that a signed-in person acts for, as every form of the portal carries it. */
export async function schoolIdOf(visitor: Visitor): Promise<string> {
  const page = await visitor.get('/portal/account')
  const id = page.html.querySelector('input[name="schoolId"]')?.getAttribute('value')
  if (!id) throw new Error(`No form on ${page.path} (${page.status}) carries a school.`)
  return id
}

/** Beyond the first two seconds after a form was shown, in which an answer counts as a machine's. */
export const afterReadingMs = 2_100
