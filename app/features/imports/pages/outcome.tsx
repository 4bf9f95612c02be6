import { ButtonLink, Confirm, Figures, Notice } from '../../../ui'
import type { ImportView } from '../show/open-import.server'
import type { FormTies } from './form-ties'
import { Problems } from './problems'

const again = <ButtonLink href="/portal/pupils/import">Upload your roll</ButtonLink>

/** Saved: what came of it, and the way back. */
export function Committed({ view, form }: { view: ImportView; form: FormTies }) {
  const { counts, bySeverity, markLeavers } = view
  return (
    <>
      <Notice kind="success" title="Your roll is up to date" live />
      <Figures
        items={[
          { label: 'Added', value: counts.added },
          { label: 'Changed', value: counts.changed },
          { label: 'Unchanged', value: counts.unchanged },
          { label: 'Rows not taken', value: counts.refused },
          ...(markLeavers ? [{ label: 'Marked as leavers', value: counts.not_in_file }] : []),
        ]}
      />
      <div className="form-buttons">
        <ButtonLink href="/portal/pupils">See the pupils</ButtonLink>
      </div>
      {view.mayUndo && (
        <Confirm label="Undo this upload" intent="undo" token={form.token} hidden={form.hidden}>
          <p>
            Pupils whom this upload added are deleted, and those it changed become what they were before.
            Pupils who have been changed since are left as they are, and you are told who they are.
          </p>
        </Confirm>
      )}
      {bySeverity.error + bySeverity.warning + bySeverity.info > 0 && <Problems view={view} />}
    </>
  )
}

/** Given up: why, and what to do. */
export const Failed = ({ view }: { view: ImportView }) => (
  <>
    <Notice kind="danger" title={view.error?.message} live>
      <p>Nothing on your roll was changed, and the file is not kept.</p>
    </Notice>
    {again}
  </>
)

/** Taken back, with those who were left alone. */
export const Undone = ({ view }: { view: ImportView }) => (
  <>
    <Notice kind="success" title="Your roll is as it was before this upload" live />
    {view.leftAlone.length > 0 && (
      <Notice kind="warning" title="Left as they are, because they have been changed since">
        <ul>
          {view.leftAlone.map(({ id, name }) => (
            <li key={id}>
              <a href={`/portal/pupils/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Notice>
    )}
    {again}
  </>
)

/** Thrown away before anything was saved. */
export const Over = ({ view }: { view: ImportView }) => (
  <>
    {view.error && <Notice kind="warning" title={view.error.message} />}
    <p>The file is deleted, with all that was found in it. Nothing on your roll was changed.</p>
    {again}
  </>
)
