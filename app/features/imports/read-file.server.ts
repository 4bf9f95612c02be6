import type { ImportRow } from '../../../db/tables/imports'
import type { SchoolActor } from '../../server/actor'
import { write, type Tx } from '../../server/write.server'
import { emailOfUser } from '../accounts/accounts.server'
import { checkRows } from './check-rows.server'
import { GivenUp } from './check/given-up'
import { clearStaged } from './check/stage.server'
import { missingColumns, recogniseColumns, type Column } from './columns'
import { openTable, type OpenedTable } from './formats/open-table.server'
import { UnreadableFile } from './formats/unreadable-file'
import { findImport, moveImport, Overtaken, removeUploadedFile, spoolPath } from './import-row.server'
import { isUnderWay } from './rules'
import { failures } from './words'

/**
 * Reads an uploaded file as far as it goes without a person: to the mapping page where a column is not sure, else to the preview. The job
 * behind `imports.read` and `imports.check`; it goes on from wherever the upload stands, so it can be killed and run again at any moment.
 */
export async function readFile(actor: SchoolActor, importId: string): Promise<void> {
  const imported = await findImport(actor, importId)
  if (!imported || (imported.state !== 'reading' && imported.state !== 'checking')) return
  try {
    const { spool } = imported
    const path = spool === null ? null : spoolPath(actor.services, spool)
    const table = path === null ? null : await openTable(path)
    if (table === null) return await failImport(actor, imported, failures.FILE_GONE)
    if (typeof table === 'string') return await failImport(actor, imported, failures[table])
    await readTable(actor, imported, table)
  } catch (thrown) {
    if (thrown instanceof Overtaken) return
    const failure = failureOf(thrown)
    if (!failure) throw thrown
    await failImport(actor, imported, failure)
  }
}

async function readTable(actor: SchoolActor, imported: ImportRow, table: OpenedTable): Promise<void> {
  try {
    if (imported.state === 'checking')
      return await checkRows(actor, imported, table, imported.columns as Column[])
    const columns = recogniseColumns(
      table.headers,
      table.sample.map(({ cells }) => cells),
    ).map(shortened)
    const missing = missingColumns(columns)
    const allSure = columns.every((column) => column.sure)
    // Where no column is open there is nothing that a person could say: the names are not in the file.
    if (missing !== null && allSure)
      return await failImport(actor, imported, { rule: 'NAMES_MISSING', message: missing })
    const sure = allSure && missing === null
    const { encoding, delimiter, headerLine } = table
    const to = sure ? 'checking' : 'mapping'
    await moveImport(
      actor,
      { id: imported.id, from: 'reading', to },
      {
        format: 'csv',
        encoding,
        delimiter,
        headerLine,
        columns,
        error: missing === null ? null : { rule: 'NAMES_MISSING', message: missing },
      },
    )
    if (sure) await checkRows(actor, imported, table, columns)
  } finally {
    await table.rows.return(undefined)
  }
}

const shortened = (column: Column): Column => ({ ...column, header: column.header.slice(0, 200) })

function failureOf(thrown: unknown): { rule: string; message: string } | null {
  if (thrown instanceof UnreadableFile || thrown instanceof GivenUp)
    return { rule: thrown.rule, message: thrown.message }
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT' ? failures.FILE_GONE : null
}

/** Gives an upload up, with the reason for people; its file and rows go. */
export async function failImport(
  actor: SchoolActor,
  imported: ImportRow,
  error: { rule: string; message: string },
): Promise<void> {
  const { id, spool } = imported
  await write(actor, 'imports.failed', async (tx) => {
    const now = await findImport(actor, id, { lock: true })
    if (!now || !isUnderWay(now.state)) return tx.refuse(null)
    await moveImport(
      actor,
      { id, from: now.state, to: 'failed' },
      { error, run: null, spool: null, columns: null },
    )
    await clearStaged(actor, id)
    tx.audit({ subject: { kind: 'import', id } })
    // Whoever asked for the commit was told that they may leave and get an email.
    if (now.state === 'committing') await tellFailed(actor, tx, now)
  })
  await removeUploadedFile(actor.services, spool)
}

async function tellFailed(actor: SchoolActor, tx: Tx, imported: ImportRow): Promise<void> {
  const email = await emailOfUser(actor, imported.committedBy ?? imported.startedBy)
  if (email === null) return
  const importUrl = `${actor.services.settings.baseUrl}/portal/pupils/imports/${imported.id}`
  await tx.mail(
    'import-failed',
    { schoolName: actor.school.name, fileName: imported.fileName, importUrl },
    email,
  )
}
