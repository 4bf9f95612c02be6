import type { ImportRow } from '../../../../db/tables/imports'
import type { SchoolActor } from '../../../server/actor'
import { namesOfPupils } from '../../pupils/pupils.server'
import type { Column } from '../columns'
import { importLimits } from '../limits.table'
import { countProblems, leftAlone, problemPage, stagedPage, type Severity } from './queries.server'
import { mayUndo, noCounts, type Counts } from '../rules'
import { recordReading } from './record-reading.server'
import { sampleValues } from './sample-values.server'

const AT_ONCE = 50

/** What the address asks to see of an upload. */
export interface Looking {
  severity: Severity | null
  problemsAfter: string | null
  rows: 'added' | 'changed' | null
  rowsAfter: number
}

/** Reads it from a query string; what is none of the known words is as if it were not there. */
export function lookingAt(search: URLSearchParams): Looking {
  const severity = search.get('severity')
  const rows = search.get('rows')
  return {
    severity: severity === 'error' || severity === 'warning' || severity === 'info' ? severity : null,
    problemsAfter: search.get('problems_after'),
    rows: rows === 'added' || rows === 'changed' ? rows : null,
    rowsAfter: Number(/^\d{1,9}$/.exec(search.get('rows_after') ?? '')?.[0] ?? 0),
  }
}

/** All that the page of an upload shows, by its state. */
export async function openImport(actor: SchoolActor, imported: ImportRow, looking: Looking) {
  const { id, state } = imported
  const counts: Counts = { ...noCounts(), ...imported.counts }
  const withColumns = state === 'mapping' || state === 'preview'
  const withProblems = state === 'preview' || state === 'committed' || state === 'undone'
  const verdict = looking.rows ?? (counts.changed > 0 ? 'changed' : 'added')
  const samples = withColumns ? await sampleValues(actor, imported) : []
  const problems = withProblems
    ? await problemPage(actor, id, {
        severity: looking.severity,
        after: looking.problemsAfter,
        limit: AT_ONCE,
      })
    : { items: [], next: null }
  const rows =
    state === 'preview'
      ? await stagedPage(actor, id, { verdict, after: looking.rowsAfter, limit: AT_ONCE })
      : { items: [], next: null }
  const left = state === 'undone' ? await namesOfPupils(actor, await leftAlone(actor, id)) : []
  await recordReading(actor, imported, {
    rows: rows.items.length + left.length,
    problems: problems.items.length,
    samples: samples.flat().length,
  })
  return {
    id,
    state,
    counts,
    fileName: imported.fileName,
    encoding: imported.encoding,
    delimiter: imported.delimiter,
    error: imported.error,
    progress: { done: imported.progressDone, total: imported.progressTotal },
    markLeavers: imported.markLeavers,
    consentConfirmed: imported.consentConfirmed,
    startedAt: imported.createdAt,
    committedAt: imported.committedAt,
    hasFile: imported.spool !== null,
    mayUndo: mayUndo(state, imported.committedAt, actor.at, importLimits.keptMs),
    columns: (imported.columns ?? []) as Column[],
    samples,
    looking: { ...looking, rows: verdict },
    bySeverity: withProblems ? await countProblems(actor, id) : { error: 0, warning: 0, info: 0 },
    problems,
    rows,
    leftAlone: left,
  }
}

export type ImportView = Awaited<ReturnType<typeof openImport>>
