import { ascii, id, integer, moment, nullable, tables, text, together, type Migration } from './sql'

/** Entries that are older than the proof were never marked as waiting for their seal. */
const olderEntries: Migration = {
  name: 'older-entries',
  up: () => [
    `INSERT INTO audit_waiting (ref, kind) SELECT e.id, 'entry' FROM audit_entries e WHERE e.mac IS NULL
      AND NOT EXISTS (SELECT 1 FROM audit_waiting w WHERE w.ref = e.id)
      AND NOT EXISTS (SELECT 1 FROM audit_leaves l WHERE l.ref = e.id)`,
  ],
  down: () => [],
}

/** What a pupil's record said before: the trail names fields alone, the values stand here and go with the pupil. */
export default together(
  '0009-history',
  tables('history', {
    pupil_history: {
      columns: {
        school_id: id,
        pupil_id: id,
        version: integer,
        field: ascii(40),
        old_value: nullable(text(1000)),
        new_value: nullable(text(1000)),
        act: ascii(80),
        changed_by: nullable(ascii(64)),
        at: moment,
      },
      primaryKey: ['school_id', 'pupil_id', 'version', 'field'],
      clauses: ['FOREIGN KEY (school_id, pupil_id) REFERENCES pupils (school_id, id) ON DELETE CASCADE'],
    },
  }),
  olderEntries,
)
