import type { ReactNode } from 'react'

/** What every field can say for itself. `id` is needed only where one page holds two fields of one name. */
export interface FieldWords {
  name: string
  label: ReactNode
  hint?: ReactNode | undefined
  error?: string | undefined
  /** Adds "(optional)" to the label; 'unsaid' does not (filters); without it the field is required. */
  optional?: boolean | 'unsaid' | undefined
  id?: string | undefined
}

/** Ids that tie a control to its hint and its error, for `aria-describedby`. */
export function tiesOf({ name, id = name, hint, error }: FieldWords) {
  const hintId = hint ? `${id}-hint` : null
  const errorId = error ? `${id}-error` : null
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined
  return {
    id,
    hintId,
    errorId,
    control: { 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined },
  }
}

/** Hint and error, in the order in which they are read out. */
export function FieldNotes({ field }: { field: FieldWords }) {
  const { hintId, errorId } = tiesOf(field)
  return (
    <>
      {hintId && (
        <div className="field-hint" id={hintId}>
          {field.hint}
        </div>
      )}
      {errorId && (
        <p className="field-error" id={errorId}>
          <span className="visually-hidden">Error: </span>
          {field.error}
        </p>
      )}
    </>
  )
}

/** The words "(optional)" behind a label. */
export const Optional = ({ when }: { when: FieldWords['optional'] }) =>
  when === true ? <span className="field-optional"> (optional)</span> : null

/** A label above, hint and error under it, then one control. */
export function FieldShell({ field, children }: { field: FieldWords; children: ReactNode }) {
  return (
    <div className="field" data-error={field.error ? '' : undefined}>
      <label htmlFor={tiesOf(field).id}>
        {field.label}
        <Optional when={field.optional} />
      </label>
      <FieldNotes field={field} />
      {children}
    </div>
  )
}
