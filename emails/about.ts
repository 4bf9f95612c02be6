import type { ReactNode } from 'react'

/** `contract`: sent whatever somebody chose about marketing, so it never advertises. `marketing`: only with permission and an opt-out link. */
export type MailKind = 'contract' | 'marketing'

/** What a message is for, as the register of processing calls it (P13). */
export type MailPurpose =
  'registering' | 'security' | 'enquiries' | 'recording-pupils' | 'rights' | 'marketing'

/** What is to be known about a message beside its words. `sample` is what tests and previews render. */
export interface About<Props> {
  kind: MailKind
  purpose: MailPurpose
  sample: Props
}

/** What each file of this folder that is a message exports. Props must survive JSON: they wait in the outbox. */
export interface Message<Props> {
  about: About<Props>
  subject: (props: Props) => string
  default: (props: Props) => ReactNode
}

/** Some message, of which nobody asks yet what it needs to know. */
export interface AnyMessage {
  about: About<unknown>
  subject: (props: never) => string
  default: (props: never) => ReactNode
}

/** What a marketing message says beside its own words, made for whom it goes to. */
export interface MarketingWords {
  /** Ground, day and place of their yes: "You get this message because …". */
  why: string
  /** The link that ends it, and the one to all their choices. */
  stopLink: string
  choicesLink: string
}

/** A message as it is sent. */
export interface Rendered {
  subject: string
  html: string
  text: string
}
