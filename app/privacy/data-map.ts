import { pupilTables } from './map/pupils.table'
import { rightsTables } from './map/rights.table'
import type { TableMap } from './declare'

/** Every personal field that is stored, declared once (P9): notice, register, copies, erasure and retention are made from this alone. */
export const dataMap: readonly TableMap[] = [...pupilTables, ...rightsTables]
