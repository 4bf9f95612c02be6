import type { ReactNode } from 'react'

/** Hidden fields by name, such as the school's id. */
export type Hidden = Readonly<Record<string, string>>

interface FormProps {
  children: ReactNode
  /** Where it is sent; without it, to the page's own address. */
  action?: string | undefined
  method?: 'post' | 'get' | undefined
  /** Set where the form holds a file. */
  multipart?: boolean | undefined
  /** The signed token that makes a repeated post answer as the first did. */
  token?: string | undefined
  hidden?: Hidden | undefined
  /** What is said while it is being sent, on pages with script; the form then sends once. */
  once?: string | undefined
  /** Without the space and width of a form to fill in: for a lone button. */
  bare?: boolean | undefined
}

/** The hidden token of a form that must not be carried out twice. */
export const FormToken = ({ token }: { token: string }) => (
  <input type="hidden" name="formToken" value={token} />
)

/** Fields that the person does not see. */
export const HiddenFields = ({ fields }: { fields: Hidden }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)

/** A form of one column. The browser's own checks are off: the server answers with the error summary, with and without script. */
export function Form({ children, action, method = 'post', multipart, token, hidden, once, bare }: FormProps) {
  return (
    <form
      className={bare ? 'form-bare' : 'form'}
      method={method}
      action={action}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-once={once}
    >
      {token && <FormToken token={token} />}
      {hidden && <HiddenFields fields={hidden} />}
      {children}
    </form>
  )
}

/** A part of a form under its own heading. */
export function FormSection({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <fieldset className="form-section">
      <legend>{title}</legend>
      {lead && <div className="form-section-lead">{lead}</div>}
      {children}
    </fieldset>
  )
}

/** The buttons that end a form, the main one first. */
export const FormButtons = ({ children }: { children: ReactNode }) => (
  <div className="form-buttons">{children}</div>
)

/** What a form answered with: what was typed and what was wrong, by field. Nothing before the first post. */
export interface Answered {
  values?: Readonly<Record<string, unknown>> | undefined
  errors?: Readonly<Record<string, string>> | undefined
}

/** `const put = fieldsOf(answer)`, then `<Field {...put('email')} label="Email address" />`: name, value and error in one. */
export const fieldsOf =
  (answer: Answered | null | undefined) =>
  (name: string): { name: string; value: string | undefined; error: string | undefined } => {
    const value = answer?.values?.[name]
    return { name, value: typeof value === 'string' ? value : undefined, error: answer?.errors?.[name] }
  }
