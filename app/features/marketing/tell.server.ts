import type { ContactRow } from '../../../db/tables/marketing'
import type { Actor } from '../../server/actor'
import { choiceLinks } from '../../server/mail/choice-links.server'
import type { Receipt, ReceiptType } from '../../server/proof/receipt.server'
import type { Tx } from '../../server/write.server'
import { company } from '../policies/rules/company'
import { receiptPart } from '../policies/rules/receipt-words'
import { channels, topics, type Change } from './rules'

const kinds = [
  { says: 'yes', type: 'consent.given', what: 'You agreed to marketing messages' },
  { says: 'no', type: 'consent.withdrawn', what: 'You said no to marketing messages' },
] as const satisfies readonly { says: Change['says']; type: ReceiptType; what: string }[]

/** "News about OTrack, by email: stopped". */
const changeWords = ({ topic, channel, says }: Change) =>
  `${topics[topic].label}, ${channels[channel].label.toLowerCase()}: ${says === 'yes' ? 'agreed' : 'stopped'}`

/** Signs a receipt for what was agreed and one for what was ended, and mails them where the address may be held (P36). */
export async function tellOfChange(
  actor: Actor,
  tx: Tx,
  contact: ContactRow,
  changes: readonly Change[],
  mail: boolean,
): Promise<Receipt[]> {
  const { services } = actor
  const told: { receipt: Receipt; what: string }[] = []
  for (const { says, type, what } of kinds) {
    const these = changes.filter((change) => change.says === says)
    if (these.length === 0) continue
    const choices = these.map(({ topic, channel }) => `${topic}.${channel}`)
    const receipt = await tx.receipt({
      ...{ type, kind: 'marketing', role: 'controller', controller: company.legalName },
      subject: { kind: 'contact', id: contact.id },
      about: { ...(contact.email === null ? {} : { requester: contact.email }), detail: { choices } },
    })
    told.push({ receipt, what })
  }
  const receipts = told.map(({ receipt }) => receipt)
  if (mail && contact.email !== null) {
    const next = 'Your choice holds until you change it.'
    const parts = told.map(({ receipt, what }) =>
      receiptPart(receipt, services.settings, { what, role: 'controller', next }),
    )
    const lines = changes.map(changeWords)
    const choicesLink = choiceLinks(services).choices(contact.id)
    const attached = receipts.map(({ file }) => file)
    await tx.mail('choices-changed', { changes: lines, receipts: parts, choicesLink }, contact.email, {
      attached,
    })
  }
  return receipts
}
