import { ascii, flag, id, integer, json, moment, nullable, oneOf, tables, text } from './sql'

export default tables('0002-accounts', {
  schools: {
    columns: { id, name: text(160), dfe_number: ascii(7), created_at: moment },
    primaryKey: ['id'],
    unique: { schools_dfe_number: ['dfe_number'] },
  },
  users: {
    columns: {
      id,
      email: text(254),
      password_hash: nullable(ascii(200)),
      password_version: integer,
      title: nullable(text(35)),
      first_name: text(100),
      last_name: text(100),
      job_title: nullable(text(100)),
      phone: nullable(text(40)),
      staff_role: nullable(oneOf(['administrator', 'sales', 'support', 'finance', 'data_protection'])),
      email_verified_at: nullable(moment),
      terms_version: nullable(integer),
      terms_accepted_at: nullable(moment),
      created_at: moment,
    },
    primaryKey: ['id'],
    unique: { users_email: ['email'] },
  },
  memberships: {
    columns: {
      school_id: id,
      user_id: id,
      role: oneOf(['owner', 'administrator', 'data_lead', 'teacher', 'finance']),
      year_groups: nullable(json),
      created_at: moment,
    },
    primaryKey: ['school_id', 'user_id'],
    // The one index that does not begin with the school: it finds the schools of the person who signs in.
    indexes: { memberships_user: ['user_id', 'school_id'] },
    clauses: [
      'FOREIGN KEY (school_id) REFERENCES schools (id) ON DELETE CASCADE',
      'FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE',
    ],
  },
  sessions: {
    columns: {
      id: ascii(64),
      user_id: id,
      school_id: nullable(id),
      expires_at: moment,
      confirmed_at: moment,
      last_used_at: moment,
      created_at: moment,
      remembered: flag,
    },
    primaryKey: ['id'],
    indexes: { sessions_user: ['user_id'], sessions_expiry: ['expires_at'] },
    clauses: ['FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE'],
  },
})
