import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  FormButtons,
  FormSection,
  Notice,
  Page,
  type Answered,
} from '../../../ui'
import { groups, specialGroup } from '../record/groups'
import type { OpenPupil } from '../record/open-pupil.server'
import { noValues, type FieldName } from '../rules/fields'
import { shown } from '../rules/labels'
import { Clash } from './clash'
import { Control } from './control'
import { typed } from './judge'
import type { Other } from './same-pupil.server'

/** What a form that could not be saved is answered with. */
export interface PupilAnswer extends Answered {
  why?: 'upn-taken' | 'same-person' | 'erased-before' | undefined
  /** The pupil who stands in the way. */
  other?: Other | undefined
  /** Somebody else saved meanwhile. */
  clash?: boolean | undefined
}

interface PupilFormProps {
  /** Null where a pupil is added. */
  pupil: OpenPupil | null
  school: { id: string; name: string }
  formToken: string
  answer: PupilAnswer | undefined
}

/** What was typed, as text: several ticked boxes are parted by semicolons. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.filter(Boolean).join(';')
  return typeof value === 'string' ? value : undefined
}

/** As the fields stand on the page; what belongs to no field comes last. */
function inOrder(errors: Readonly<Record<string, string>> = {}): Record<string, string> {
  const fields: readonly string[] = [...groups, specialGroup].flatMap((group) => group.fields)
  const place = (name: string) => (fields.includes(name) ? fields.indexOf(name) : fields.length)
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)))
}

const yoursOf = ({ values = {} }: PupilAnswer) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]))

/** The page on which a pupil is added or changed. */
export function PupilForm({ pupil, school, formToken, answer }: PupilFormProps) {
  const stored = pupil?.values ?? noValues()
  const consent = pupil?.consent ?? false
  const control = (name: FieldName) => {
    const before = typed(name, stored[name])
    const value = textOf(answer?.values?.[name]) ?? before
    const now = answer?.clash && value !== before ? shown(name, stored[name]) : undefined
    return <Control key={name} name={name} value={value} now={now} error={answer?.errors?.[name]} />
  }
  // After a clash the form stands on what is stored now; otherwise on what it was opened on.
  const openedOn = answer?.clash ? undefined : textOf(answer?.values?.version)
  const version: Record<string, string> = pupil ? { version: openedOn ?? String(pupil.version) } : {}
  const back = pupil ? `/portal/pupils/${pupil.id}` : '/portal/pupils'
  return (
    <Page
      name={pupil ? 'pupil-edit' : 'pupil-new'}
      title={pupil ? `Edit ${pupil.name}` : 'Add a pupil'}
      above={<a href={back}>{pupil ? pupil.name : 'Pupils'}</a>}
      width="form"
      first={<ErrorSummary errors={inOrder(answer?.errors)} />}
    >
      {answer?.clash && pupil && <Clash yours={yoursOf(answer)} pupil={pupil} />}
      {answer?.other && (
        <Notice kind="warning" title="Is it this pupil?">
          <p>
            Look at <a href={`/portal/pupils/${answer.other.id}`}>{answer.other.name}</a>.
          </p>
        </Notice>
      )}
      <Form token={formToken} hidden={{ schoolId: school.id, ...version }}>
        {groups.map(({ title, fields }) => (
          <FormSection key={title} title={title}>
            {fields.map(control)}
          </FormSection>
        ))}
        <FormSection title={specialGroup.title} lead={consent ? undefined : <NoConsent pupil={pupil} />}>
          {consent && specialGroup.fields.map(control)}
        </FormSection>
        {answer?.why === 'same-person' && (
          <Checkbox
            name="confirm_duplicate"
            label="This is a different pupil: save anyway"
            error={answer.errors?.confirm_duplicate}
          />
        )}
        {answer?.why === 'erased-before' && (
          <Checkbox
            name="confirm_again"
            label="Add this pupil again all the same"
            error={answer.errors?.confirm_again}
          />
        )}
        <FormButtons>
          <Button>{pupil ? 'Save changes' : 'Add pupil'}</Button>
          <a href={back}>Cancel</a>
        </FormButtons>
      </Form>
    </Page>
  )
}

const NoConsent = ({ pupil }: { pupil: OpenPupil | null }) => (
  <p>
    Held only with a parent’s or guardian’s consent, or the pupil’s own where competent.{' '}
    {pupil ? (
      <>
        None is recorded. <a href={`/portal/pupils/${pupil.id}/consent`}>Record consent</a> to fill these in.
      </>
    ) : (
      'Once the pupil is added you can record it and fill these in.'
    )}
  </p>
)
