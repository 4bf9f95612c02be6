import { snake } from '../../../db/tables/define'
import type { About, TableMap } from '../../../app/privacy/declare'
import type { Purpose } from '../../../app/privacy/purposes.table'
import type { Recipient } from '../../../app/privacy/recipients.table'
import type { Retention } from '../../../app/privacy/retention.table'

/** Columns of every table, as the database itself tells: table → its columns. */
export type Schema = Readonly<Record<string, readonly string[]>>

/** What is wrong between a database and what is declared of it (P9), a line each; none where every column is declared once and every declaration has its column. */
export function faultsOf(
  schema: Schema,
  map: readonly TableMap[],
  nobody: Readonly<Record<string, string>>,
): string[] {
  const faults: string[] = []
  const declared = map.map(({ table }) => table.name)
  for (const name of new Set(declared))
    if (declared.filter((one) => one === name).length > 1) faults.push(`${name} is declared twice`)
  for (const name of Object.keys(nobody)) {
    if (!(name in schema)) faults.push(`${name} is said to be about nobody and is not there`)
    if (declared.includes(name)) faults.push(`${name} is declared, and said to be about nobody`)
  }
  for (const [name, columns] of Object.entries(schema)) {
    if (name in nobody) continue
    const one = map.find(({ table }) => table.name === name)
    if (!one) {
      faults.push(`${name} is not declared`)
      continue
    }
    const known = Object.keys(one.columns).map(snake)
    for (const column of columns)
      if (!known.includes(column)) faults.push(`${name}.${column} is not declared`)
    for (const column of known)
      if (!columns.includes(column)) faults.push(`${name}.${column} is declared and is not there`)
  }
  for (const name of declared) if (!(name in schema)) faults.push(`${name} is declared and is not there`)
  for (const { table, about, unreachable } of map as readonly Reach[])
    if ((about.length === 0) !== (unreachable !== undefined))
      faults.push(`${table.name} must be reached from a person, or say why it cannot`)
  return faults
}
type Reach = Pick<TableMap, 'table' | 'unreachable'> & { about: readonly About<never>[] }

/** Purposes, recipients and retention rules that no column has, and those that are marked as not carried out and are. */
export function idleOf(
  map: readonly TableMap[],
  purposes: Readonly<Record<string, Purpose>>,
  recipients: Readonly<Record<string, Recipient>>,
  retention: Readonly<Record<string, Retention>>,
): string[] {
  const columns = map.flatMap((one) => Object.values(one.columns)).filter((column) => 'label' in column)
  const used = new Set<string>([
    ...map.flatMap((one) => one.purposes.map((name) => `purpose ${name}`)),
    ...columns.flatMap((column) => (column.purposes ?? []).map((name) => `purpose ${name}`)),
    ...map.flatMap((one) => one.recipients.map((name) => `recipient ${name}`)),
    ...map.map((one) => `retention ${one.retention}`),
    ...columns.flatMap((column) => (column.retention ? [`retention ${column.retention}`] : [])),
  ])
  const judged = (kind: string, name: string, idle: boolean) => {
    if (used.has(`${kind} ${name}`) !== idle) return []
    return [idle ? `${kind} ${name} is marked as not used, and is` : `${kind} ${name} is used by nothing`]
  }
  return [
    ...Object.entries(purposes).flatMap(([name, one]) =>
      judged('purpose', name, one.notCarriedOutYet === true),
    ),
    ...Object.entries(recipients).flatMap(([name, one]) =>
      judged('recipient', name, one.notYet === true || one.onOccasion === true),
    ),
    ...Object.keys(retention).flatMap((name) => judged('retention', name, false)),
  ]
}
