import {
  addColumns,
  ascii,
  integer,
  longText,
  moment,
  nullable,
  oneOf,
  onlyGrow,
  tables,
  text,
  together,
  type Migration,
} from './sql'

/** Every entry and receipt waits here until it is sealed: written by the database itself, so that no write can forget it or wait for another's. */
const waiting: Migration = {
  name: 'waiting',
  up: (dialect) =>
    [
      { table: 'audit_entries', kind: 'entry', ref: 'id' },
      { table: 'receipts', kind: 'receipt', ref: 'reference' },
    ].map(({ table, kind, ref }) => {
      const insert = `INSERT INTO audit_waiting (kind, ref) VALUES ('${kind}', NEW.${ref})`
      return dialect === 'sqlite'
        ? `CREATE TRIGGER IF NOT EXISTS ${table}_waits AFTER INSERT ON ${table} BEGIN ${insert}; END`
        : `CREATE TRIGGER IF NOT EXISTS ${table}_waits AFTER INSERT ON ${table} FOR EACH ROW ${insert}`
    }),
  down: () => ['audit_entries', 'receipts'].map((table) => `DROP TRIGGER IF EXISTS ${table}_waits`),
}

/** Proof to others: the keys, the seals over the audit trail, receipts. */
export default together(
  '0006-proof',
  tables('proof', {
    stored_keys: {
      columns: { purpose: ascii(40), sealed: ascii(400), created_at: moment },
      primaryKey: ['purpose'],
    },
    signing_keys: {
      columns: {
        kid: ascii(16),
        public_key: ascii(43),
        first_used: moment,
        revoked_at: nullable(moment),
        reason: nullable(text(300)),
      },
      primaryKey: ['kid'],
    },
    audit_waiting: {
      columns: { ref: ascii(36), kind: oneOf(['entry', 'receipt']) },
      primaryKey: ['ref'],
    },
    audit_seals: {
      columns: {
        number: integer,
        leaves: integer,
        body: longText,
        hash: ascii(43),
        signature: ascii(86),
        at: moment,
      },
      primaryKey: ['number'],
    },
    audit_leaves: {
      columns: {
        seal: integer,
        place: integer,
        kind: oneOf(['entry', 'receipt']),
        ref: ascii(36),
        hash: ascii(43),
      },
      primaryKey: ['seal', 'place'],
      unique: { audit_leaves_ref: ['ref'] },
    },
    checkpoints: {
      columns: { size: integer, body: longText, signature: ascii(86), at: moment },
      primaryKey: ['size'],
    },
    receipts: {
      columns: {
        reference: ascii(16),
        type: ascii(60),
        body: longText,
        signature: ascii(86),
        kid: ascii(16),
        subject_kind: nullable(ascii(40)),
        subject_id: nullable(ascii(64)),
        opened: nullable(longText),
        at: moment,
      },
      primaryKey: ['reference'],
      indexes: { receipts_subject: ['subject_id', 'at'], receipts_at: ['at'] },
    },
  }),
  addColumns('mac', { audit_entries: { mac: nullable(ascii(43)) } }),
  waiting,
  onlyGrow('grow', ['audit_entries', 'audit_seals', 'audit_leaves', 'checkpoints']),
)
