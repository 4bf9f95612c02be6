import type { AuditEntryRow } from '../../../db/tables/audit'
import { canonical } from './canonical'

/** An entry as it is stored: lists and figures as their text, so that not even a space between them changes unseen. */
export type StoredEntry = Omit<AuditEntryRow, 'mac' | 'fields' | 'counts'> & {
  fields: string | null
  counts: string | null
}

/** The purpose of the key of an entry's MAC. */
export const ENTRY_MAC = 'audit entry'

/** An entry in the one form that its MAC and its leaf are made of: every column but the MAC. */
export const entryForm = (entry: StoredEntry): string => canonical({ ...entry })
