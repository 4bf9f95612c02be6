import { ascii, date, id, json, moment, nullable, oneOf, tables, text } from './sql'

/** Requests of people about their data, what was erased for them, and what holds an erased pupil back. */
export default tables('0008-rights', {
  requests: {
    columns: {
      id,
      reference: ascii(10),
      kind: oneOf(['access', 'erasure']),
      subject_kind: oneOf(['self', 'pupil']),
      subject_id: nullable(id),
      school_id: nullable(id),
      requested_by: id,
      state: oneOf(['received', 'identity', 'open', 'extended', 'completed', 'refused']),
      details: nullable(text(2000)),
      received_at: moment,
      closed_at: nullable(moment),
      available_until: nullable(moment),
    },
    primaryKey: ['id'],
    unique: { requests_reference: ['reference'] },
    indexes: { requests_by: ['requested_by', 'received_at'], requests_school: ['school_id', 'received_at'] },
  },
  erasures: {
    columns: {
      id,
      reference: ascii(10),
      school_id: nullable(id),
      subject_kind: oneOf(['user', 'pupil', 'lead', 'subscriber']),
      counts: json,
      pending: json,
      at: moment,
      completed_at: nullable(moment),
    },
    primaryKey: ['id'],
    unique: { erasures_reference: ['reference'] },
  },
  erased_pupils: {
    columns: {
      school_id: id,
      mark: ascii(43),
      kind: oneOf(['upn', 'name']),
      reference: ascii(10),
      erased_on: date,
    },
    primaryKey: ['school_id', 'mark'],
    clauses: ['FOREIGN KEY (school_id) REFERENCES schools (id)'],
  },
})
