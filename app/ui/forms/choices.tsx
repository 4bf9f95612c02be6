import type { ReactNode } from 'react'
import { FieldNotes, FieldShell, Optional, tiesOf, type FieldWords } from './field-shell'

/** One answer to choose: what is sent and what is read. */
export interface Choice {
  value: string
  label: string
  hint?: string | undefined
}

interface ChoiceWords extends FieldWords {
  options: readonly Choice[]
  value?: string | undefined
}

/** One of many, folded. `empty` is what stands there before a choice; `null` leaves no empty row. */
export function SelectField(
  props: ChoiceWords & { empty?: string | null | undefined; width?: 'short' | 'half' | 'full' | undefined },
) {
  const ties = tiesOf(props)
  const empty = props.empty === undefined ? 'Choose one' : props.empty
  return (
    <FieldShell field={props}>
      <select
        className="input"
        id={ties.id}
        name={props.name}
        defaultValue={props.value ?? ''}
        data-width={props.width ?? 'full'}
        required={!props.optional && empty !== null}
        {...ties.control}
      >
        {empty !== null && <option value="">{empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  )
}

interface TickProps {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  value: string
  checked: boolean
  label: ReactNode
  hint?: ReactNode | undefined
  required?: boolean | undefined
  describedBy?: string | undefined
}

function Tick({ type, id, name, value, checked, label, hint, required, describedBy }: TickProps) {
  const hintId = hint ? `${id}-says` : undefined
  return (
    <div className="tick">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        required={required}
        aria-describedby={[hintId, describedBy].filter(Boolean).join(' ') || undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hintId && (
        <div className="field-hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  )
}

/** A question with its answers open to see. The first answer bears the field's id, so that the error summary leads to it. */
function Group(
  props: ChoiceWords & {
    type: 'radio' | 'checkbox'
    chosen: readonly string[]
    inline?: boolean | undefined
  },
) {
  const ties = tiesOf(props)
  return (
    <fieldset className="field" data-error={props.error ? '' : undefined} {...ties.control}>
      <legend>
        {props.label}
        <Optional when={props.optional} />
      </legend>
      <FieldNotes field={props} />
      <div className="ticks" data-inline={props.inline ? '' : undefined}>
        {props.options.map((option, at) => (
          <Tick
            key={option.value}
            type={props.type}
            id={at === 0 ? ties.id : `${ties.id}-${option.value}`}
            name={props.name}
            value={option.value}
            checked={props.chosen.includes(option.value)}
            label={option.label}
            hint={option.hint}
            required={props.type === 'radio' && !props.optional}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** One of a few, all shown. */
export const Radios = (props: ChoiceWords & { inline?: boolean | undefined }) => (
  <Group {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
)

/** Any of a few, all sent under one name. */
export const Checkboxes = (
  props: Omit<ChoiceWords, 'value'> & { values?: readonly string[] | undefined },
) => <Group {...props} type="checkbox" chosen={props.values ?? []} />

/** One yes. Never ticked for the person unless that is what they sent. `value` is what is sent, "on" by default. */
export function Checkbox(props: FieldWords & { checked?: boolean | undefined; value?: string | undefined }) {
  const ties = tiesOf({ ...props, hint: undefined })
  return (
    <div className="field" data-error={props.error ? '' : undefined}>
      <FieldNotes field={{ ...props, hint: undefined }} />
      <Tick
        type="checkbox"
        id={ties.id}
        name={props.name}
        value={props.value ?? 'on'}
        checked={props.checked ?? false}
        label={props.label}
        hint={props.hint}
        required={!props.optional}
        describedBy={ties.errorId ?? undefined}
      />
    </div>
  )
}
