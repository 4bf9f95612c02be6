import { ascii, id, moment, nullable, tables, text } from './sql'

export default tables('0003-leads', {
  leads: {
    columns: {
      id,
      email: text(254),
      first_name: text(100),
      last_name: text(100),
      phone: nullable(text(40)),
      local_authority: ascii(3),
      search_name: text(440),
      created_at: moment,
      last_active_at: moment,
    },
    primaryKey: ['id'],
    unique: { leads_email: ['email'] },
    indexes: { leads_active: ['last_active_at', 'id'] },
  },
  enquiries: {
    columns: {
      id,
      lead_id: id,
      kind: ascii(20),
      school_name: nullable(text(160)),
      role: nullable(text(100)),
      message: nullable(text(4000)),
      created_at: moment,
    },
    primaryKey: ['id'],
    indexes: { enquiries_lead: ['lead_id', 'created_at'] },
    clauses: ['FOREIGN KEY (lead_id) REFERENCES leads (id) ON DELETE CASCADE'],
  },
})
