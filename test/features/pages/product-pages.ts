import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../app/bin/install.mjs'
import type { App } from '../../support/app'
import { cast } from '../../support/cast'
import type { Page } from '../../support/visit/page'
import type { Visitor } from '../../support/visitor'

/** Who looks at a page: nobody in particular, the head of the demo school, a member of staff. */
export type Looker = 'visitor' | 'head' | 'staff'

/** One page of the product; a new page is one line here. */
export interface ProductPage {
  /** `data-page` of its main. */
  name: string
  path: string
  as: Looker
}

/** Stands in a path for the id of a pupil on the demo school's roll, and for uploads of it. */
export interface Places {
  ':pupil': string
  ':mapping': string
  ':preview': string
}

const page = (as: Looker, name: string, path: string): ProductPage => ({ name, path, as })

export const productPages: readonly ProductPage[] = [
  page('visitor', 'home', '/'),
  page('visitor', 'privacy', '/privacy'),
  page('visitor', 'terms', '/terms'),
  page('visitor', 'demo', '/demo'),
  page('visitor', 'demo-thanks', '/demo/thanks'),
  page('visitor', 'receipts', '/receipts'),
  page('visitor', 'unsubscribe-address', '/unsubscribe/x'),
  page('visitor', 'sign-in', '/sign-in'),
  page('visitor', 'sign-up', '/sign-up'),
  page('visitor', 'sign-up-check-email', '/sign-up/check-email'),
  page('visitor', 'forgot-password', '/forgot-password'),
  page('visitor', 'mailbox', '/dev/mailbox'),
  page('head', 'dashboard', '/portal'),
  page('head', 'pupils', '/portal/pupils'),
  page('head', 'pupil-new', '/portal/pupils/new'),
  page('head', 'pupil', '/portal/pupils/:pupil'),
  page('head', 'pupil-edit', '/portal/pupils/:pupil/edit'),
  page('head', 'pupil-consent', '/portal/pupils/:pupil/consent'),
  page('head', 'pupils-import', '/portal/pupils/import'),
  page('head', 'pupils-imports', '/portal/pupils/imports'),
  page('head', 'pupils-import-state', '/portal/pupils/imports/:mapping'),
  page('head', 'pupils-import-state', '/portal/pupils/imports/:preview'),
  page('head', 'schools', '/portal/schools'),
  page('head', 'audit', '/portal/audit'),
  page('head', 'account', '/portal/account'),
  page('head', 'rights', '/portal/rights'),
  page('head', 'right-new', '/portal/rights/new'),
  page('head', 'confirm', '/portal/confirm'),
  page('staff', 'staff', '/staff'),
  page('staff', 'staff-leads', '/staff/leads'),
  page('staff', 'staff-jobs', '/staff/jobs'),
]

/** Pages with a form that has something to say when nothing is filled in. */
export const formsInError: readonly ProductPage[] = productPages.filter(({ name }) =>
  [
    'demo',
    'unsubscribe-address',
    'sign-in',
    'sign-up',
    'forgot-password',
    'pupil-new',
    'pupil-edit',
    'pupil-consent',
    'pupils-import',
  ].includes(name),
)

const unsureColumns = 'UPN,Preferred surname,Preferred forename\nE371299321047,Bell,Amira\n'

const everyCommonFault = readFileSync(join(root, 'test/fixtures/sample-sims.csv'))

/** The three lookers, signed in, and what stands for the ids in paths. */
export async function lookAround(app: App) {
  const head = await app.signIn(cast.head)
  const staff = await app.signIn(cast.staff)
  const visitors: Record<Looker, Visitor> = { visitor: app.visitor(), head, staff }
  const list = await head.get('/portal/pupils')
  const places: Places = {
    ':pupil': list.all('[data-pupil-id]')[0]?.getAttribute('data-pupil-id') ?? '',
    ':mapping': await uploaded(head, unsureColumns, 'mapping'),
    ':preview': await uploaded(head, everyCommonFault, 'preview'),
  }
  const pathOf = ({ path }: ProductPage) => path.replace(/:\w+/, (place) => places[place as keyof Places])
  return { visitors, pathOf, open: (one: ProductPage): Promise<Page> => visitors[one.as].get(pathOf(one)) }
}

/** Uploads a file and waits until it stands as it should; answers its id. */
async function uploaded(head: Visitor, content: string | Uint8Array, state: string): Promise<string> {
  await head.get('/portal/pupils/import')
  const page = await head.upload({ name: 'roll.csv', content })
  const id = page.url.pathname.split('/').at(-1) ?? ''
  const stands = (seen: Page) => (seen.json() as { state: string }).state === state
  await head.until(`/portal/pupils/imports/${id}.json`, stands)
  return id
}
