import { memberships } from './accounts'
import type { SchoolTable } from './define'
import { beforeImages, importProblems, imports, stagedRows } from './imports'
import { guardianConsents, pupilHistory, pupils } from './pupils'
import { erasedPupils } from './rights'

/** Every table of schools' data: raw SQL that names one is refused outside a school's scope. */
export const schoolTables: readonly SchoolTable<unknown>[] = [
  memberships,
  pupils,
  guardianConsents,
  pupilHistory,
  imports,
  stagedRows,
  importProblems,
  beforeImages,
  erasedPupils,
]
