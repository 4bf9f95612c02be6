import { accountTables } from './map/accounts.table'
import { importTables } from './map/imports.table'
import { leadTables } from './map/leads.table'
import { marketingTables } from './map/marketing.table'
import { pupilTables } from './map/pupils.table'
import { rightsTables } from './map/rights.table'
import { serverTables } from './map/server.table'
import { stepTables } from './map/steps.table'
import type { TableMap } from './declare'

/** Every personal field that is stored, declared once (P9): notice, register, copies, erasure and retention are made from this alone. */
export const dataMap: readonly TableMap[] = [
  ...accountTables,
  ...leadTables,
  ...marketingTables,
  ...pupilTables,
  ...importTables,
  ...rightsTables,
  ...stepTables,
  ...serverTables,
]

/** Tables that hold nothing about anybody, and why that is so. */
export const aboutNobody: Readonly<Record<string, string>> = {
  schema_migrations: 'which changes of the schema were made',
  schema_lease: 'which process may change the schema',
  rate_limits: 'how often something was tried; by whom only as a hash, for minutes',
  form_answers:
    'that a form was answered, so that the same post changes nothing twice: ids and states, for eight days',
  stored_keys: 'keys, encrypted',
  signing_keys: 'public keys',
  audit_waiting: 'references of entries that are not sealed yet',
  audit_seals: 'hashes and signatures',
  audit_leaves: 'hashes',
  checkpoints: 'hashes and signatures',
  erasures: 'certificates of erasure: figures, and a reference that names nobody',
}
