import { suppressions, type ContactRow } from '../../../db/tables/marketing'
import type { Actor } from '../../server/actor'
import { markList } from '../../server/mail/address-marks.server'
import { withdrawMarketing } from '../../server/mail/marketing-mail.server'
import { CHANNELS, TOPICS, type Channel, type Change, type Topic } from './rules'

/** Holds these back from now on, and withdraws what waits. `all`: also what nobody has thought of yet. */
export async function suppress(
  { services, at }: Actor,
  contact: ContactRow,
  noes: readonly Change[],
  all: boolean,
): Promise<void> {
  const { db } = services
  const insert = db.dialect === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE'
  const put = (channel: Channel, scope: Topic | 'all') =>
    Promise.all(
      markList(contact).map((mark) =>
        db.run(`${insert} INTO suppressions (channel, mark, scope, at) VALUES (?, ?, ?, ?)`, [
          ...[channel, mark, scope, at],
        ]),
      ),
    )
  if (all) for (const channel of CHANNELS) await put(channel, 'all')
  for (const { channel, topic } of noes) await put(channel, topic)
  const byEmail = noes.filter(({ channel }) => channel === 'email').map(({ topic }) => topic)
  await withdrawMarketing(services, markList(contact), all ? undefined : byEmail)
}

/** Lets these through again, and nothing wider: where everything was held back, all other topics still are. */
export async function lift(
  { services: { db }, at }: Actor,
  contact: ContactRow,
  yeses: readonly Change[],
): Promise<void> {
  const rows = db.rows(suppressions)
  for (const mark of markList(contact))
    for (const channel of CHANNELS) {
      const lifted = yeses.filter((one) => one.channel === channel).map(({ topic }) => topic)
      if (lifted.length === 0) continue
      const held = (await rows.list({ where: { mark, channel } })).map(({ scope }) => scope)
      await rows.remove({ mark, channel, scope: [...lifted, 'all'] })
      if (!held.includes('all')) continue
      const others = TOPICS.filter((topic) => !lifted.includes(topic) && !held.includes(topic))
      await rows.insert(others.map((scope) => ({ mark, channel, scope, at })))
    }
}
