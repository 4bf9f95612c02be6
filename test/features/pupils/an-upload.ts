import { newId } from '../../../app/server/ids'
import {
  beforeImages,
  importProblems,
  imports,
  stagedRows,
  type ImportRow,
  type StagedRow,
} from '../../../db/tables/imports'
import type { ASchool } from './a-school'

/** A row of which nothing is known. */
const unknown = (table: { columns: object }) =>
  Object.fromEntries(
    Object.keys(table.columns).flatMap((field) => (field === 'schoolId' ? [] : [[field, null]])),
  )

/** An upload in its preview that holds a row of the pupil, with what was wrong with it; and the image that undoing an older one needs. */
export async function anUpload({ school, dataLead }: ASchool, pupilId: string): Promise<string> {
  const importId = newId(dataLead.at)
  await school.data.rows(imports).insert({
    ...(unknown(imports) as unknown as ImportRow),
    id: importId,
    state: 'preview',
    startedBy: newId(dataLead.at),
    fileName: 'roll.csv',
    fileBytes: 1,
    consentConfirmed: false,
    markLeavers: false,
    progressDone: 0,
    progressTotal: 0,
    createdAt: dataLead.at,
    updatedAt: dataLead.at,
  })
  const differences: unknown = { ethnicity: [null, 'WBRI'], class_group: ['6A', '6B'] }
  await school.data.rows(stagedRows).insert({
    ...(unknown(stagedRows) as unknown as StagedRow),
    importId,
    line: 2,
    verdict: 'changed',
    heldBack: 0,
    pupilId,
    lastName: 'Bell',
    ethnicity: 'WBRI',
    senStatus: 'K',
    senNeed: ['SLCN'],
    differences: differences as StagedRow['differences'],
  })
  const problem = {
    importId,
    line: 2,
    value: 'x',
    severity: 'warning',
    rule: 'CODE_LEGACY',
    message: 'It has ended.',
  } as const
  await school.data.rows(importProblems).insert([
    { ...problem, place: 0, columnIndex: 0, field: 'ethnicity' },
    { ...problem, place: 1, columnIndex: 1, field: 'upn' },
  ])
  const image = { last_name: 'Bell', ethnicity: 'WBRI', sen_status: 'K', sen_need: '["SLCN"]' }
  await school.data.rows(beforeImages).insert({ importId, pupilId, image, versionAfter: 1 })
  return importId
}
