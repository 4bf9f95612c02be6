import { longMoment } from '../../../values/date-words'
import { company, dpo, regulator, roleWords } from './company'

interface Issued {
  reference: string
  code: string
  at: number
}

interface Words {
  /** What the receipt proves, in a few words that a stranger may read. */
  what: string
  role: keyof typeof roleWords
  /** What happens next. */
  next: string
  /** When an answer is due and how that was counted. */
  due?: string | undefined
}

/** How to complain: to us, to the regulator, to a court, a sentence each. */
export const complaintWords = (dpoEmail: string) => ({
  toUs: `You can complain to us: write to our data protection officer, ${dpo.name}, at ${dpoEmail}, or telephone ${company.telephone}.`,
  toRegulator: `You can complain to the ${regulator.name} (${regulator.shortName}), telephone ${regulator.telephone}.`,
  regulatorLink: regulator.complaints,
  toCourt: 'You can go to court. You need not complain to us or to the regulator first.',
})

/** The props of `ReceiptPart` (emails/receipt-part.tsx) for a receipt that a write issued. `settings` are the services' own. */
export const receiptPart = (
  receipt: Issued,
  settings: { baseUrl: string; dpoEmail: string },
  { what, role, next, due }: Words,
) => ({
  reference: receipt.reference,
  code: receipt.code,
  what,
  when: longMoment(receipt.at),
  controller: `${roleWords[role]} You reach us at ${settings.dpoEmail} or ${company.telephone}.`,
  due: due ?? null,
  next,
  complain: complaintWords(settings.dpoEmail),
  checkLink: `${settings.baseUrl}/receipts/${receipt.reference}`,
  checkerLink: `${settings.baseUrl}/receipts/check.html`,
})
