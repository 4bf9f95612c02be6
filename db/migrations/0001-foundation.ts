import { ascii, id, integer, json, longText, moment, nullable, oneOf, tables, text } from './sql'

/** What every feature stands on: the audit trail, jobs, the outbox, answered forms, counted tries. */
export default tables('0001-foundation', {
  audit_entries: {
    columns: {
      id,
      at: moment,
      act: ascii(80),
      school_id: nullable(id),
      actor_kind: oneOf(['user', 'staff', 'visitor', 'link', 'clock']),
      actor_id: nullable(ascii(64)),
      subject_kind: nullable(ascii(40)),
      subject_id: nullable(ascii(64)),
      fields: nullable(json),
      counts: nullable(json),
      door: ascii(120),
      address: nullable(ascii(64)),
      request_id: nullable(ascii(64)),
      place: integer,
    },
    primaryKey: ['id'],
    indexes: { audit_entries_school: ['school_id', 'at', 'id'], audit_entries_subject: ['subject_id', 'at'] },
  },
  jobs: {
    columns: {
      id,
      name: ascii(60),
      payload: json,
      live_key: nullable(ascii(160)),
      state: oneOf(['waiting', 'done', 'failed']),
      run_at: moment,
      first_due_at: moment,
      attempts: integer,
      deaths: integer,
      lease_owner: nullable(id),
      lease_until: nullable(moment),
      last_error: nullable(text(500)),
      created_at: moment,
      finished_at: nullable(moment),
    },
    primaryKey: ['id'],
    unique: { jobs_live_key: ['live_key'] },
    indexes: { jobs_due: ['state', 'run_at'], jobs_finished: ['state', 'finished_at'] },
  },
  outbox: {
    columns: {
      id,
      template: ascii(60),
      kind: oneOf(['contract', 'marketing']),
      content: nullable(longText),
      message_id: ascii(200),
      state: oneOf(['waiting', 'sent', 'failed', 'withdrawn']),
      created_at: moment,
      sent_at: nullable(moment),
    },
    primaryKey: ['id'],
    indexes: { outbox_state: ['state', 'created_at'] },
  },
  form_answers: {
    columns: { nonce: ascii(80), act: ascii(80), answer: json, at: moment },
    primaryKey: ['nonce'],
    indexes: { form_answers_at: ['at'] },
  },
  // Written by rate-limiter-flexible, which fixes these three columns.
  rate_limits: {
    columns: { key: text(255), points: integer, expire: nullable(moment) },
    primaryKey: ['key'],
  },
})
