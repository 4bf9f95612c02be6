import { Button, Form, FormButtons, Notice, Progress } from '../../../ui'
import type { ImportView } from '../show/open-import.server'
import { mayAct } from '../rules'
import type { FormTies } from './form-ties'

const labels = { reading: 'Reading the file', checking: 'Rows checked', committing: 'Pupils saved' } as const

/** While something goes on by itself: how far it is, in true figures, with and without script. */
export function UnderWay({ view, form }: { view: ImportView; form: FormTies }) {
  const { id, state, progress, error } = view
  const label = state === 'reading' || state === 'checking' || state === 'committing' ? labels[state] : ''
  return (
    <>
      {error && <Notice title={error.message} />}
      <Progress
        label={label}
        done={progress.done}
        total={progress.total > 0 ? Math.max(progress.total, progress.done) : null}
        poll={`/portal/pupils/imports/${id}.json`}
        state={state}
      />
      <p>
        {state === 'committing'
          ? 'Either all rows are saved or none. You can leave this page; you get an email when it is done.'
          : 'You can leave this page and come back later: the result waits for you here.'}
      </p>
      {mayAct(state, 'discard') && (
        <Form {...form}>
          <FormButtons>
            <Button weight="quiet" name="intent" value="discard">
              Discard this upload
            </Button>
          </FormButtons>
        </Form>
      )}
    </>
  )
}
