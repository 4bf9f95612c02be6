import type { SchoolActor } from '../../server/actor'
import { write } from '../../server/write.server'
import { SOURCE_FIELDS, type SourceField } from '../pupils/rules/fields'
import { missingColumns, type Column } from './columns'
import { findImport, moveImport } from './import-row.server'
import { mayAct } from './rules'
import { messages, type Why } from './words'

export type Mapped =
  { ok: true } | { ok: false; why: Why; /** By field of the form. */ errors: Record<string, string> }

const refused = (why: Why, field = 'form'): Mapped => ({ ok: false, why, errors: { [field]: messages[why] } })

/** Takes a person's word for what the columns are, and checks the rows anew by it. `chosen` is by column: a field, or `ignore`. */
export async function mapColumns(
  actor: SchoolActor,
  importId: string,
  chosen: ReadonlyMap<number, string>,
  nonce: string | null,
): Promise<Mapped> {
  return await write(
    actor,
    'imports.mapped',
    async (tx): Promise<Mapped> => {
      const imported = await findImport(actor, importId, { lock: true })
      if (!imported || !mayAct(imported.state, 'map')) return tx.refuse(refused('wrong-state'))
      if (imported.spool === null) return tx.refuse(refused('file-gone'))
      const columns = apply(imported.columns as Column[], chosen)
      if (!Array.isArray(columns)) return tx.refuse(columns)
      const wanted = { columns, error: null, progressDone: 0, progressTotal: 0 }
      await moveImport(actor, { id: importId, from: imported.state, to: 'checking' }, wanted)
      await tx.job('imports.check', { schoolId: actor.school.id, importId })
      const fields = columns.flatMap(({ field }) => (field === null || field === 'ignore' ? [] : [field]))
      tx.audit({ subject: { kind: 'import', id: importId }, fields })
      return { ok: true }
    },
    { once: nonce },
  )
}

const isField = (text: string): text is SourceField | 'ignore' =>
  text === 'ignore' || SOURCE_FIELDS.some((field) => field === text)

/** The columns as chosen; a column that nothing was said about keeps its field, and one that never had any is left out. */
function apply(columns: readonly Column[], chosen: ReadonlyMap<number, string>): Column[] | Mapped {
  const taken = new Set<SourceField>()
  const mapped: Column[] = []
  for (const { index, header, field: before, why } of columns) {
    const field = chosen.get(index) ?? before ?? 'ignore'
    if (!isField(field)) return refused('unknown-field', `column.${index}`)
    // Needs alone may stand in several columns.
    if (field !== 'ignore' && field !== 'sen_need') {
      if (taken.has(field)) return refused('field-twice', `column.${index}`)
      taken.add(field)
    }
    mapped.push({ index, header, field, sure: true, ...(field === before && why !== undefined && { why }) })
  }
  return missingColumns(mapped) === null ? mapped : refused('names-missing')
}
