import foundation from './0001-foundation'
import accounts from './0002-accounts'
import leads from './0003-leads'
import pupils from './0004-pupils'
import imports from './0005-imports'
import proof from './0006-proof'
import marketing from './0007-marketing'
import rights from './0008-rights'
import history from './0009-history'
import requestSteps from './0011-request-steps'
import type { Migration } from './sql'

/** Every migration, in the order in which they are run. They only add: expand first, contract in a later release. */
export const migrations: readonly Migration[] = [
  foundation,
  accounts,
  leads,
  pupils,
  imports,
  proof,
  marketing,
  rights,
  history,
  requestSteps,
]
