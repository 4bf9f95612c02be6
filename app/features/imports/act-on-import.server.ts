import type { SchoolActor } from '../../server/actor'
import { parseForm, type BadForm } from '../../server/forms.server'
import { addAgain } from './add-again.server'
import { askCommit, type Done } from './commit-import.server'
import { discardImport } from './discard-import.server'
import { actForm, chosenColumns } from './forms'
import { findImport } from './import-row.server'
import { mapColumns } from './map-columns.server'
import { undoImport } from './undo-import.server'
import { messages } from './words'

/** What came of a button on an upload's page: `missing` is 404, `clash` 409, `invalid` 422. */
export type Acted = { kind: 'done' } | { kind: 'missing' } | { kind: 'clash' | 'invalid'; form: BadForm }

/** Does what was pressed: `map`, `commit`, `add-again`, `discard` or `undo`. Throws a 409 Response for a form of another school. */
export async function actOnImport(request: Request, actor: SchoolActor, importId: string): Promise<Acted> {
  const form = await parseForm(request, actor, actForm)
  if (!(await findImport(actor, importId))) return { kind: 'missing' }
  if (!form.ok) return { kind: 'invalid', form }
  const { value, nonce, intent } = form
  const answer = (done: Done): Acted =>
    done.ok ? { kind: 'done' } : { kind: 'clash', form: form.with('form', messages[done.why]) }
  switch (intent) {
    case 'map': {
      const mapped = await mapColumns(actor, importId, chosenColumns(value), nonce)
      if (mapped.ok) return { kind: 'done' }
      const clash = mapped.why === 'wrong-state' || mapped.why === 'file-gone'
      return { kind: clash ? 'clash' : 'invalid', form: { ...form.with('form', ''), errors: mapped.errors } }
    }
    case 'commit':
      return answer(await askCommit(actor, importId, value.mark_leavers, nonce))
    case 'add-again':
      return answer(await addAgain(actor, importId, value.line ?? 0, nonce))
    case 'discard':
      return answer(await discardImport(actor, importId, nonce))
    case 'undo':
      return answer(await undoImport(actor, importId, nonce))
    default:
      return { kind: 'invalid', form: form.with('form', 'Press one of the buttons on this page.') }
  }
}
