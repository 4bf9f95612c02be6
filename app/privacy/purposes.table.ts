/** A purpose as the notice and the register name it (P13), with its lawful basis (UK GDPR art. 6) and Fideslang data use. */
export interface Purpose {
  /** For the notice: a sentence. */
  says: string
  basis: 'contract' | 'legitimate interests' | 'legal obligation' | 'consent' | 'the school’s instructions'
  /** Named where the basis is legitimate interests (art. 13(1)(d)). */
  interest?: string
  dataUse: string
  /** Promised by the notice, and no data is used for it yet. */
  notCarriedOutYet?: true
}

export const purposes = {
  registering: {
    says: 'Registering you as a customer and giving you an account',
    basis: 'contract',
    dataUse: 'essential.service',
  },
} as const satisfies Record<string, Purpose>
export type PurposeName = keyof typeof purposes
