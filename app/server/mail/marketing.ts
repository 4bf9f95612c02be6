/** Whom a marketing message goes to, and why they may get it. */
export interface MarketingRecipient {
  contactId: string
  email: string
  mark: string
  folded: string | null
  /** For the person: ground, day and place of their yes. */
  why: string
}

/** Who may be sent marketing about a topic: null where their present choice is not yes. Features answer it; the server only asks. */
export type MayMarket = (contactId: string, topic: string) => Promise<MarketingRecipient | null>
