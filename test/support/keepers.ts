/** A function that keeps a promise: with it doing nothing, the promise's tests must fail (`npm run test:long` tries it). */
export interface Keeper {
  promise: `P${number}`
  /** From the top of the repository. */
  file: string
  /** The exported function. */
  function: string
  /** The expression that it returns instead of doing its work. */
  nothing: string
  /** The test files in test/features or test/journeys, at least one of whose tests `[Pn] …` must fail without it. */
  tests: readonly string[]
  /** What the promise says beyond this: while it stands here the tests are tried, but the promise is not called proven. */
  missing?: string
}

const consent = 'app/features/pupils/consent/decide.server.ts'
const specialFields = ['test/features/promises/special-fields.test.ts', 'test/features/pupils/doors.test.ts']
const doors = ['test/features/pupils/doors.test.ts']
const deleted = [
  'test/features/promises/a-deleted-pupil.test.ts',
  'test/features/promises/every-field.test.ts',
]
const forgetting = 'app/privacy/forget-pupil.server.ts'
const notice = 'app/features/policies/privacy-rights.tsx'
const whoWeAre = ['test/features/promises/who-we-are.test.ts']

const registered = ['test/features/privacy/register.test.ts']
const register = {
  file: 'app/features/policies/register.server.ts',
  function: 'openRegister',
  nothing: '{ activities: [], recipients: [], sub_processors: [] }',
  tests: registered,
}
const notAllMade = 'the access copy and the retention job, made from the same declaration'

const sealed = ['test/features/audit/tampering.test.ts', 'test/features/audit/sealing.test.ts']
const othersSteps = 'the steps of requests that are not answered at once'
const othersCopies = 'copies for pupils, enquirers and people without an account'
const ownCopy = ['test/features/rights/own-copy.test.ts']
const sendingMarketing = ['test/features/marketing/sending.test.ts']
const marketingLinks = ['test/features/marketing/links.test.ts']
const marketingErased = ['test/features/marketing/erased.test.ts']
const ownDoors = 'the boxes in the portal, and what Staff record of a call or a letter'
const collected = 'the forms that collect a yes'
const byOthers = 'deletion at the wish of a pupil or a parent'

/** A promise without a line here is not called proven, whatever passes. */
export const keepers: readonly Keeper[] = [
  { promise: 'P1', ...register },
  {
    promise: 'P1',
    file: 'app/features/accounts/portal.tsx',
    function: 'Portal',
    nothing: 'null',
    tests: registered,
  },
  { promise: 'P2', file: notice, function: 'People', nothing: 'null', tests: whoWeAre },
  { promise: 'P2', file: notice, function: 'Complaints', nothing: 'null', tests: whoWeAre },
  {
    promise: 'P8',
    file: 'app/features/pupils/rules/guardian-consent.ts',
    function: 'holdBack',
    nothing: '{ values, heldBack: [] }',
    tests: specialFields,
  },
  {
    promise: 'P8',
    file: consent,
    function: 'withdrawConsent',
    nothing: 'Promise.resolve({ ok: true })',
    tests: specialFields,
  },
  {
    promise: 'P8',
    file: forgetting,
    function: 'forgetSpecialCopies',
    nothing: '[]',
    tests: specialFields,
  },
  {
    promise: 'P9',
    file: 'app/privacy/erase.server.ts',
    function: 'eraseSubject',
    nothing: 'Promise.resolve({ counts: {}, kept: [], files: [] })',
    tests: registered,
    missing: notAllMade,
  },
  {
    promise: 'P9',
    file: 'app/features/policies/privacy-held.tsx',
    function: 'Held',
    nothing: 'null',
    tests: registered,
    missing: notAllMade,
  },
  { promise: 'P13', ...register },
  { promise: 'P20', ...register },
  {
    promise: 'P20',
    file: 'app/features/policies/privacy-held.tsx',
    function: 'Recipients',
    nothing: 'null',
    tests: registered,
  },
  {
    promise: 'P15',
    file: 'app/features/marketing/rules.ts',
    function: 'mayBeYes',
    nothing: 'true',
    tests: sendingMarketing,
    missing: collected,
  },
  {
    promise: 'P15',
    file: 'app/features/marketing/rules/present-choices.ts',
    function: 'whyWords',
    nothing: `''`,
    tests: sendingMarketing,
    missing: collected,
  },
  {
    promise: 'P16',
    file: 'app/features/marketing/forms.ts',
    function: 'choicesFrom',
    nothing: `TOPICS.flatMap((topic) => CHANNELS.map((channel) => ({ topic, channel, says: 'yes' as const })))`,
    tests: marketingLinks,
  },
  {
    promise: 'P17',
    file: 'app/server/mail/marketing-mail.server.ts',
    function: 'claimMarketing',
    nothing: 'Promise.resolve(true)',
    tests: sendingMarketing,
    missing: ownDoors,
  },
  {
    promise: 'P17',
    file: 'app/server/mail/marketing-mail.server.ts',
    function: 'withdrawMarketing',
    nothing: 'Promise.resolve(0)',
    tests: sendingMarketing,
    missing: ownDoors,
  },
  {
    promise: 'P17',
    file: 'app/features/marketing/by-link.server.ts',
    function: 'actByLink',
    nothing: `Promise.resolve('stopped' as const)`,
    tests: marketingLinks,
    missing: ownDoors,
  },
  {
    promise: 'P18',
    file: 'app/features/marketing/tell.server.ts',
    function: 'tellOfChange',
    nothing: 'Promise.resolve([])',
    tests: [...sendingMarketing, ...marketingLinks],
  },
  {
    promise: 'P19',
    file: 'app/privacy/end-marketing.server.ts',
    function: 'endMarketing',
    nothing: 'Promise.resolve(0)',
    tests: marketingErased,
  },
  {
    promise: 'P21',
    file: 'app/features/accounts/rules.ts',
    function: 'may',
    nothing: 'true',
    tests: doors,
  },
  {
    promise: 'P21',
    file: 'app/features/pupils/scope.ts',
    function: 'scopeOf',
    nothing: `{ sql: 'school_id = :school', params: {} }`,
    tests: doors,
  },
  {
    promise: 'P21',
    file: 'app/server/audit.server.ts',
    function: 'record',
    nothing: 'undefined',
    tests: doors,
  },
  {
    promise: 'P21',
    file: 'app/server/proof/seal-audit.server.ts',
    function: 'sealAudit',
    nothing: 'Promise.resolve()',
    tests: sealed,
  },
  {
    promise: 'P21',
    file: 'app/server/proof/verify-audit.server.ts',
    function: 'verifyAudit',
    nothing: 'Promise.resolve({ fault: null, seals: 0, leaves: 0, waiting: 0, checkpoint: null })',
    tests: sealed,
  },
  {
    promise: 'P24',
    file: 'app/features/rights/erase-pupil.server.ts',
    function: 'erasePupil',
    nothing: `Promise.resolve({ ok: true, reference: '' })`,
    tests: [...deleted, ...doors],
    missing: byOthers,
  },
  {
    promise: 'P24',
    file: forgetting,
    function: 'forgetCopies',
    nothing: '[]',
    tests: deleted,
    missing: byOthers,
  },
  {
    promise: 'P24',
    file: 'app/privacy/erased-pupils.server.ts',
    function: 'markErased',
    nothing: 'Promise.resolve()',
    tests: deleted,
    missing: byOthers,
  },
  {
    promise: 'P26',
    file: 'app/privacy/copy.server.ts',
    function: 'copyOf',
    nothing: '[]',
    tests: ownCopy,
    missing: othersCopies,
  },
  {
    promise: 'P36',
    file: 'app/features/rights/copy/ask-copy.server.ts',
    function: 'askCopy',
    nothing: `Promise.resolve('')`,
    tests: ownCopy,
    missing: othersSteps,
  },
  {
    promise: 'P36',
    file: 'app/server/proof/find-receipt.server.ts',
    function: 'findReceipt',
    nothing: 'null',
    tests: ['test/features/receipts/checking.test.ts', 'test/features/receipts/keys.test.ts'],
    missing: othersSteps,
  },
]
