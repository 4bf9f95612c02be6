import type { Verdict } from '../../server/proof/check-receipt'

/** What each type of receipt proves. */
export const types: Readonly<Record<string, string>> = {
  'rights.received': 'a request about personal data was received',
  'rights.identity-needed': 'proof of identity was asked for',
  'rights.authority-needed': 'proof of authority to act for somebody else was asked for',
  'rights.clarification-needed': 'it was asked what exactly a request is about',
  'rights.extended': 'more time was taken to answer a request',
  'rights.completed': 'a request was completed',
  'rights.downloaded': 'a copy of personal data was downloaded',
  'rights.refused': 'a request was refused',
  'rights.erased': 'personal data was erased',
  'complaint.received': 'a complaint was received',
  'complaint.outcome': 'the outcome of a complaint was given',
  'consent.given': 'consent was given',
  'consent.withdrawn': 'consent was withdrawn',
}

export const kinds: Readonly<Record<string, string>> = {
  access: 'a copy of personal data',
  rectification: 'correction',
  erasure: 'erasure',
  restriction: 'restriction of use',
  portability: 'data to take elsewhere',
  objection: 'objection',
  complaint: 'complaint',
  marketing: 'marketing',
}

/** A later build's receipt has words of its own: they are shown as they stand. */
export const typeWords = (type: string): string => types[type] ?? type
export const kindWords = (kind: string): string => kinds[kind] ?? kind

/** What a verdict means for whoever holds the receipt. */
export const verdictWords: Readonly<Record<Verdict, { title: string; says: string }>> = {
  genuine: {
    title: 'Genuine',
    says: 'We signed this receipt, and nothing in it was changed since.',
  },
  altered: {
    title: 'Altered',
    says: 'This is not what we signed: something in it was changed after it was issued, or it was never ours.',
  },
  'not-canonical': {
    title: 'Altered',
    says: 'The signed part is not written in the one form that we sign. Use the file as it came with our message.',
  },
  'unknown-key': {
    title: 'Unknown key',
    says: 'This was not signed with any key of ours.',
  },
  revoked: {
    title: 'Key revoked',
    says: 'The key that signed this was withdrawn before the moment at which the receipt says it was issued. It proves nothing.',
  },
  unreadable: {
    title: 'Not a receipt',
    says: 'This is not the text of a receipt. Use the whole file that came with our message, from the first brace to the last.',
  },
}
