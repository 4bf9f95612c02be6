import type { ReactNode } from 'react'
import { Button } from './button'
import { Checkbox } from './choices'
import { Form, type Hidden } from './form'

interface ConfirmProps {
  /** What opens it, such as "Delete this pupil". */
  label: string
  /** What will happen, before the box is ticked. */
  children: ReactNode
  /** The sentence beside the box, such as "Yes, delete this pupil for good". Without it there is no box: fold out, read, press. */
  tick?: string | undefined
  /** The words on the button; those of `label` without it. */
  button?: string | undefined
  intent?: string | undefined
  /** Field name of the box. */
  name?: string | undefined
  /** Of the box, where several of these stand on a page. */
  id?: string | undefined
  error?: string | undefined
  action?: string | undefined
  token?: string | undefined
  hidden?: Hidden | undefined
  weight?: 'main' | 'danger' | undefined
}

/** Asks once more before an act that cannot be undone, without script: fold out, read, tick, press. Open when it has an error. */
export function Confirm(props: ConfirmProps) {
  const { label, tick, intent, error, weight = 'danger', name = 'confirm' } = props
  const id = props.id ?? (intent ? `${name}-${intent}` : name)
  return (
    <details className="confirm" open={Boolean(error)} data-weight={weight}>
      <summary>{label}</summary>
      <Form action={props.action} token={props.token} hidden={props.hidden}>
        <div className="confirm-says">{props.children}</div>
        {tick && <Checkbox name={name} id={id} label={tick} error={error} />}
        <Button weight={weight} name={intent ? 'intent' : undefined} value={intent}>
          {props.button ?? label}
        </Button>
      </Form>
    </details>
  )
}
