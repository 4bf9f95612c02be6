/** What marketing can be about. Each is chosen by itself. */
export const topics = {
  product: { label: 'News about OTrack', says: 'New features, and how schools use them' },
  events: { label: 'Events and training', says: 'Webinars and training days' },
  surveys: { label: 'Surveys', says: 'Invitations to say what you think of OTrack' },
  research: { label: 'Research', says: 'Invitations to try what is not finished yet' },
  partners: {
    label: 'Offers from other companies',
    says: 'Sharing your name and address with another company, so that it may write to you. We share with none at present',
  },
} as const
export type Topic = keyof typeof topics
export const TOPICS = Object.keys(topics) as Topic[]

/** By which way it comes. */
export const channels = { email: { label: 'By email' }, sms: { label: 'By text message' } } as const
export type Channel = keyof typeof channels
export const CHANNELS = Object.keys(channels) as Channel[]

/** A topic by a channel: what one box is about. */
export type ChoiceKey = `${Topic}.${Channel}`
export const CHOICE_KEYS: readonly ChoiceKey[] = TOPICS.flatMap((topic) =>
  CHANNELS.map((channel) => `${topic}.${channel}` as const),
)
export const keyOf = ({ topic, channel }: { topic: Topic; channel: Channel }): ChoiceKey =>
  `${topic}.${channel}`

export interface Change {
  topic: Topic
  channel: Channel
  says: 'yes' | 'no'
}

/** No to everything there is. */
export const noToAll: readonly Change[] = TOPICS.flatMap((topic) =>
  CHANNELS.map((channel) => ({ topic, channel, says: 'no' as const })),
)

export type Ground = 'consent' | 'soft-opt-in'

interface Collector {
  /** For the person: where they chose. */
  words: string
  /** What a yes from here may rest on. Soft opt-in: only a sale or talks about one (PECR reg. 22(3)). */
  grounds: readonly Ground[]
  /** Whether it has the box for other companies by itself (P16). */
  partners?: true
  /** A no from here is an objection, which is answered with a receipt even where nothing was sent before. */
  objection?: true
}

/** The forms and doors by which a choice comes. */
export const collectors = {
  newsletter: { words: 'in our newsletter form', grounds: ['consent'] },
  demo: { words: 'when you asked for a demo', grounds: ['consent'] },
  'sign-up': { words: 'when you created your account', grounds: ['consent'] },
  portal: { words: 'on the page of your choices', grounds: ['consent'], partners: true },
  preferences: { words: 'on the page of your choices', grounds: ['consent'], partners: true },
  purchase: { words: 'when you bought a licence', grounds: ['consent', 'soft-opt-in'] },
  quote: { words: 'when you asked for a quote', grounds: ['consent', 'soft-opt-in'] },
  survey: { words: 'in a survey', grounds: ['consent'] },
  competition: { words: 'when you entered a competition', grounds: ['consent'] },
  feedback: { words: 'in a feedback form', grounds: ['consent'] },
  link: { words: 'by the link in a message', grounds: [], objection: true },
  'one-click': { words: 'by your mail program', grounds: [], objection: true },
  address: { words: 'on our page for stopping messages', grounds: [], objection: true },
  staff: { words: 'by telephone or letter', grounds: [], objection: true },
  import: { words: 'in a list', grounds: [] },
  erasure: { words: 'by having your data erased', grounds: [] },
} as const satisfies Record<string, Collector>
export type CollectedBy = keyof typeof collectors

const collector = (name: string): Collector | undefined =>
  Object.hasOwn(collectors, name) ? collectors[name as CollectedBy] : undefined

export const isObjection = (collectedBy: CollectedBy): boolean => collector(collectedBy)?.objection === true
export const whereWords = (collectedBy: string): string => collector(collectedBy)?.words ?? ''

/** Topics that are marketing of our own similar products, the only ones that the soft opt-in covers. */
const ownSimilar: readonly Topic[] = ['product', 'events']

/** Whether a yes can count: the form must allow its ground, and other companies have a box of their own (P15, P16). */
export function mayBeYes(topic: Topic, collectedBy: string, ground: string): boolean {
  const by = collector(collectedBy)
  if (!by?.grounds.some((one) => one === ground)) return false
  if (ground === 'soft-opt-in' && !ownSimilar.includes(topic)) return false
  return topic !== 'partners' || by.partners === true
}
