import { Notice, Table } from '../../../ui'
import type { OpenPupil } from '../record/open-pupil.server'
import { FIELDS } from '../rules/fields'
import { shown } from '../rules/labels'
import { typed } from './judge'

interface ClashProps {
  /** What was typed, as text by field. */
  yours: Readonly<Record<string, string | undefined>>
  /** The pupil as stored now. */
  pupil: OpenPupil
}

/** What somebody else saved beside what was typed. */
export function Clash({ yours, pupil }: ClashProps) {
  const rows = FIELDS.flatMap(({ name, label }) => {
    const mine = yours[name]
    const theirs = typed(name, pupil.values[name])
    if (mine === undefined || mine === theirs) return []
    const cells = {
      field: label,
      theirs: shown(name, pupil.values[name]) || 'Not recorded',
      yours: mine || 'Empty',
    }
    return [{ key: name, cells }]
  })
  return (
    <Notice kind="warning" title="Somebody else has changed this record">
      {rows.length === 0 ? (
        <p>They saved the same as you typed, so there is nothing left to save.</p>
      ) : (
        <>
          <p>What you typed is kept below. If you save again, it replaces what they saved.</p>
          <Table
            caption="Where the two differ"
            columns={[
              { key: 'field', label: 'Field', heads: true },
              { key: 'theirs', label: 'They saved' },
              { key: 'yours', label: 'You typed' },
            ]}
            rows={rows}
          />
        </>
      )}
    </Notice>
  )
}
