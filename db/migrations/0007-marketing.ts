import {
  addColumns,
  ascii,
  flag,
  id,
  integer,
  moment,
  nullable,
  oneOf,
  onlyGrow,
  tables,
  text,
  together,
} from './sql'

const topic = oneOf(['product', 'events', 'surveys', 'research', 'partners'])
const channel = oneOf(['email', 'sms'])

/** Choices about marketing: a ledger that only grows, the marks that hold a message back, the people of the newsletter. */
export default together(
  '0007-marketing',
  tables('marketing', {
    marketing_contacts: {
      columns: {
        id,
        mark: ascii(43),
        folded: nullable(ascii(43)),
        email: nullable(text(254)),
        created_at: moment,
      },
      primaryKey: ['id'],
      unique: { marketing_contacts_mark: ['mark'] },
    },
    marketing_choices: {
      columns: {
        id,
        mark: ascii(43),
        place: integer,
        batch: id,
        topic,
        channel,
        says: oneOf(['yes', 'no']),
        act: oneOf(['given', 'refused', 'withdrawn', 'undone', 'erased']),
        ground: oneOf(['consent', 'soft-opt-in', 'none']),
        ground_ref: nullable(ascii(64)),
        collected_by: ascii(20),
        wording: ascii(40),
        version: integer,
        proven: flag,
        at: moment,
      },
      primaryKey: ['id'],
      unique: { marketing_choices_place: ['mark', 'place'] },
    },
    suppressions: {
      columns: { channel, mark: ascii(43), scope: ascii(20), at: moment },
      primaryKey: ['mark', 'channel', 'scope'],
    },
    subscribers: {
      columns: {
        id,
        email: text(254),
        first_name: nullable(text(100)),
        state: oneOf(['waiting', 'confirmed']),
        wording: ascii(40),
        version: integer,
        link_version: integer,
        link_sent_at: moment,
        created_at: moment,
        confirmed_at: nullable(moment),
      },
      primaryKey: ['id'],
      unique: { subscribers_email: ['email'] },
      indexes: { subscribers_state: ['state', 'link_sent_at'] },
    },
  }),
  addColumns('outbox', {
    outbox: {
      mark: nullable(ascii(43)),
      folded: nullable(ascii(43)),
      topic: nullable(ascii(20)),
      claim: nullable(ascii(36)),
    },
    sign_ups: { marketing: nullable(flag), marketing_version: nullable(integer) },
  }),
  onlyGrow('grow', ['marketing_choices']),
)
