import type { cast } from '../support/cast'

export type Person = keyof typeof cast

const school = ['head', 'dataLead', 'teacher', 'finance', 'otherHead'] as const
const staff = ['staff', 'sales', 'support', 'staffFinance', 'dpo'] as const
const signedIn = [...school, ...staff]
/** Who keeps the roll; the other school's owner keeps theirs. */
const keepers = ['head', 'dataLead', 'otherHead'] as const
const readers = [...keepers, 'teacher'] as const

/** A method of a route: for everybody, or for these people alone. Nobody else may: signed in 403, else sent to sign in. */
export type Who = 'everybody' | readonly Person[]

export interface Row {
  get?: Who
  post?: Who
  /** What is posted: enough to be a form of this page, and wrong enough to change nothing. `:school` is the demo school's id. */
  body?: Record<string, string>
  /** A path as it is asked for; `:pupil` (in Year 6) and `:import` are of the demo school. Without it, the route's own. */
  ask?: string
  /** What is asked for is nobody’s, so that whoever may ask must find nothing. */
  nobodys?: true
}

/** Every route of the product, and who may. A method that does not stand here answers 405. */
export const everyRoute: Record<string, Row> = {
  '/': { get: 'everybody' },
  '/*': { get: 'everybody', post: 'everybody', ask: '/no-such-page' },
  '/privacy': { get: 'everybody' },
  '/privacy/register.json': { get: 'everybody' },
  '/privacy/register.schema.json': { get: 'everybody' },
  '/terms': { get: 'everybody' },
  '/demo': { get: 'everybody', post: 'everybody' },
  '/demo/thanks': { get: 'everybody' },
  '/.well-known/change-password': { get: 'everybody' },
  '/.well-known/otrack-receipts.json': { get: 'everybody' },
  '/unsubscribe/:token': { get: 'everybody', post: 'everybody', ask: '/unsubscribe/x' },
  '/preferences/:token': { get: 'everybody', post: 'everybody', ask: '/preferences/x' },
  '/receipts': { get: 'everybody', post: 'everybody' },
  '/receipts/check.html': { get: 'everybody' },
  '/receipts/:reference': { get: 'everybody', ask: '/receipts/x' },
  '/sign-up': { get: 'everybody', post: 'everybody' },
  '/sign-up/check-email': { get: 'everybody' },
  '/verify-email/:token': { get: 'everybody', post: 'everybody', ask: '/verify-email/x' },
  '/sign-in': { get: 'everybody', post: 'everybody' },
  '/sign-out': { post: 'everybody' },
  '/forgot-password': { get: 'everybody', post: 'everybody' },
  '/reset-password/:token': { get: 'everybody', post: 'everybody', ask: '/reset-password/x' },
  '/dev/mailbox': { get: 'everybody' },
  '/dev/mailbox/:id': { get: 'everybody', ask: '/dev/mailbox/x' },
  '/dev/mailbox/:id/html': { get: 'everybody', ask: '/dev/mailbox/x/html' },

  '/portal': { get: school },
  '/portal/account': { get: signedIn, post: signedIn, body: { intent: 'details' } },
  '/portal/confirm': { get: signedIn, post: signedIn },
  '/portal/schools': { get: school, post: school, body: { schoolId: ':school' } },
  '/portal/pupils': { get: readers },
  '/portal/pupils/new': { get: keepers, post: keepers },
  '/portal/pupils/export.csv': { get: keepers },
  '/portal/pupils/export.json': { get: keepers },
  '/portal/pupils/:id': {
    get: readers,
    post: keepers,
    body: { intent: 'delete' },
    ask: '/portal/pupils/:pupil',
  },
  '/portal/pupils/:id/edit': { get: keepers, post: keepers, ask: '/portal/pupils/:pupil/edit' },
  '/portal/pupils/:id/consent': { get: keepers, post: keepers, ask: '/portal/pupils/:pupil/consent' },
  '/portal/pupils/import': { get: keepers, post: keepers },
  '/portal/pupils/imports': { get: keepers },
  '/portal/pupils/imports/:id': {
    get: keepers,
    post: keepers,
    body: { intent: 'undo' },
    ask: '/portal/pupils/imports/:import',
  },
  '/portal/pupils/imports/:id.json': { get: keepers, ask: '/portal/pupils/imports/:import.json' },
  '/portal/pupils/imports/:id/problems.csv': {
    get: keepers,
    ask: '/portal/pupils/imports/:import/problems.csv',
  },

  '/portal/audit': { get: ['head', 'otherHead'] },
  '/portal/audit/export.csv': { get: ['head', 'otherHead'] },

  '/portal/rights': { get: signedIn },
  '/portal/rights/new': { get: signedIn, post: signedIn, body: { subject: 'self', kind: 'objection' } },
  '/portal/rights/:reference/download': {
    get: signedIn,
    ask: '/portal/rights/RR-0000-00/download',
    nobodys: true,
  },
  '/portal/rights/:reference': { get: signedIn, ask: '/portal/rights/RR-0000-00', nobodys: true },

  '/staff': { get: staff },
  '/staff/leads': { get: ['staff', 'sales'] },
  '/staff/jobs': {
    get: ['staff', 'support'],
    post: ['staff', 'support'],
    body: { intent: 'retry', id: ':school' },
  },
}
