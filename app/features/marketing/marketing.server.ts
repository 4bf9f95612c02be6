import { marketingContacts } from '../../../db/tables/marketing'
import type { Services } from '../../server/context'
import type { MarketingRecipient } from '../../server/mail/marketing'
import { standingOf } from './contact.server'
import { TOPICS, type Topic } from './rules'
import { whyWords } from './rules/present-choices'

export { changeChoices, type Changed, type Choosing } from './change-choices.server'
export { choose, type Chooser } from './choose.server'
export { contactOf, findContact, getsAnything, standingOf, type Standing } from './contact.server'

/** The address and the ground for marketing about a topic to a contact; null where their present choice is not yes, or they are erased. */
export async function mayMarket(
  { db }: Pick<Services, 'db'>,
  contactId: string,
  topic: string,
): Promise<MarketingRecipient | null> {
  const contact = await db.rows(marketingContacts).find({ id: contactId })
  if (!contact?.email || !TOPICS.includes(topic as Topic)) return null
  const choice = (await standingOf(db, contact))[`${topic as Topic}.email`]
  if (choice?.state !== 'yes') return null
  const { email, mark, folded } = contact
  return { contactId, email, mark, folded, why: whyWords(choice) }
}
