import type { HTMLInputAutoCompleteAttribute } from 'react'
import { FieldShell, tiesOf, type FieldWords } from './field-shell'

interface TextWords extends FieldWords {
  value?: string | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  maxLength?: number | undefined
}

interface FieldProps extends TextWords {
  /** `date` is a text box for a date typed by hand, `password` is always given back empty. */
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | 'date' | undefined
  /** How much is expected; the box is as wide as its answer. */
  width?: 'short' | 'half' | 'full' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined
}

/** A one-line answer. `number` and `date` are text boxes: spin buttons and date pickers lose what was typed. */
export function Field(props: FieldProps) {
  const { type = 'text', width = 'full', value, optional } = props
  const ties = tiesOf(props)
  const textual = type === 'number' || type === 'date'
  return (
    <FieldShell field={props}>
      <input
        className="input"
        id={ties.id}
        name={props.name}
        type={textual ? 'text' : type}
        inputMode={props.inputMode ?? (textual ? 'numeric' : undefined)}
        defaultValue={type === 'password' ? undefined : value}
        data-width={type === 'date' ? 'short' : width}
        required={!optional}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize={type === 'email' || type === 'password' ? 'none' : undefined}
        spellCheck={type === 'text' ? undefined : false}
        maxLength={props.maxLength}
        {...ties.control}
      />
    </FieldShell>
  )
}

/** An answer of several lines. */
export function TextArea(props: TextWords & { rows?: number | undefined }) {
  const ties = tiesOf(props)
  return (
    <FieldShell field={props}>
      <textarea
        className="input"
        id={ties.id}
        name={props.name}
        rows={props.rows ?? 5}
        defaultValue={props.value}
        required={!props.optional}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete}
        {...ties.control}
      />
    </FieldShell>
  )
}

/** A file from the person's own disk. `accept` is a hint to the browser; the server looks at the content. */
export function FileField(props: FieldWords & { accept?: string | undefined }) {
  const ties = tiesOf(props)
  return (
    <FieldShell field={props}>
      <input
        className="input"
        type="file"
        id={ties.id}
        name={props.name}
        accept={props.accept}
        required={!props.optional}
        {...ties.control}
      />
    </FieldShell>
  )
}
