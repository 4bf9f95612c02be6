import type { AnyMessage, MailKind, MarketingWords, Message, Rendered } from './about'

interface Listed {
  kind: MailKind
  load: () => Promise<AnyMessage>
}

/** Every message that the product sends. What it says is loaded only when it is rendered: react-email takes half a second to import. */
export const messages = {
  'already-registered': { kind: 'contract', load: () => import('./already-registered') },
  'choices-changed': { kind: 'contract', load: () => import('./choices-changed') },
  checkpoint: { kind: 'contract', load: () => import('./checkpoint') },
  'copy-ready': { kind: 'contract', load: () => import('./copy-ready') },
  'enquiry-received': { kind: 'contract', load: () => import('./enquiry-received') },
  'import-failed': { kind: 'contract', load: () => import('./import-failed') },
  'import-finished': { kind: 'contract', load: () => import('./import-finished') },
  'newsletter-welcome': { kind: 'marketing', load: () => import('./newsletter-welcome') },
  'password-changed': { kind: 'contract', load: () => import('./password-changed') },
  'pupil-erased': { kind: 'contract', load: () => import('./pupil-erased') },
  'reset-password': { kind: 'contract', load: () => import('./reset-password') },
  'verify-email': { kind: 'contract', load: () => import('./verify-email') },
} as const satisfies Record<string, Listed>

export type MessageName = keyof typeof messages

type OfKind<Kind extends MailKind> = {
  [Name in MessageName]: (typeof messages)[Name]['kind'] extends Kind ? Name : never
}[MessageName]
/** What the contract needs may be sent to any address; marketing only to somebody who chose it. The two cannot be mistaken for one another. */
export type ContractName = OfKind<'contract'>
export type MarketingName = OfKind<'marketing'>

type Loaded<Name extends MessageName> = Awaited<ReturnType<(typeof messages)[Name]['load']>>

/** What must be known to write a message. */
export type MessageProps<Name extends MessageName> = Parameters<Loaded<Name>['default']>[0]

/** Whether a name read from the outbox is one of this build's messages. */
export const isMessage = (name: string): name is MessageName => Object.hasOwn(messages, name)

/** Renders a message. `sender` says who sends it and how to reach them, a line each; marketing must be given its words about choosing. */
export async function renderMessage<Name extends MessageName>(
  name: Name,
  props: MessageProps<Name>,
  sender: readonly string[],
  marketing?: MarketingWords,
): Promise<Rendered> {
  if ((messages[name].kind === 'marketing') !== (marketing !== undefined))
    throw new Error(`${name}: marketing carries the way to end it, and nothing else does`)
  const [message, { renderLetter }] = await Promise.all([messages[name].load(), import('./render')])
  return renderLetter(message as unknown as Message<MessageProps<Name>>, props, sender, marketing)
}
