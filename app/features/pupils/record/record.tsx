import { ButtonLink, Confirm, DescriptionList, ErrorSummary, Notice, Page, Section } from '../../../ui'
import { fieldNamed, type FieldName, type PupilValues } from '../rules/fields'
import { shown } from '../rules/labels'
import type { Problem } from '../rules/problem'
import { Changes } from './changes'
import type { ShownChange } from './changes.server'
import { groups, specialGroup } from './groups'
import type { OpenPupil } from './open-pupil.server'

export interface RecordData {
  pupil: OpenPupil
  school: { id: string; name: string }
  worthChecking: readonly Problem[]
  changes: readonly ShownChange[]
  may: { write: boolean; consent: boolean }
  formToken: string
  done: string | null
}

const outcomes: Record<string, string> = {
  added: 'The pupil was added',
  changed: 'The changes were saved',
  given: 'The consent was recorded',
  withdrawn: 'The withdrawal was recorded, and the values were removed',
}

const label = (field: FieldName) => fieldNamed(field)?.label ?? field
const lines = (fields: readonly FieldName[], values: PupilValues) =>
  fields
    // Of a pupil on roll there is nothing to say about leaving.
    .filter((field) => field !== 'left_on' || values.left_on !== null)
    .map((field) => ({ term: label(field), says: shown(field, values[field]) }))

/** Everything that is held about one pupil, in plain words. */
export function PupilRecord({ data, error }: { data: RecordData; error?: string | undefined }) {
  const { pupil, school, may, done } = data
  const outcome = done === null ? undefined : outcomes[done]
  const here = `/portal/pupils/${pupil.id}`
  return (
    <Page
      name="pupil"
      title={pupil.name}
      above={<a href="/portal/pupils">Pupils</a>}
      width="reading"
      first={
        error ? (
          <ErrorSummary errors={{ 'confirm-delete': error }} />
        ) : (
          outcome && <Notice kind="success" title={outcome} live />
        )
      }
      actions={may.write && <ButtonLink href={`${here}/edit`}>Edit</ButtonLink>}
    >
      {pupil.values.left_on !== null && (
        <Notice title={`Left on ${shown('left_on', pupil.values.left_on)}`} />
      )}
      {may.write && <WorthChecking problems={data.worthChecking} />}
      {groups.map(({ title, fields }) => (
        <Section key={title} title={title}>
          <DescriptionList items={lines(fields, pupil.values)} />
        </Section>
      ))}
      <Section title={specialGroup.title}>
        {pupil.consent ? (
          <DescriptionList items={lines(specialGroup.fields, pupil.values)} />
        ) : (
          <p>
            Held only with a parent’s or guardian’s consent, or the pupil’s own where competent. None is
            recorded, so nothing is held here.
          </p>
        )}
        {may.consent && (
          <p>
            <a href={`${here}/consent`}>{pupil.consent ? 'See or withdraw the consent' : 'Record consent'}</a>
          </p>
        )}
      </Section>
      <Changes changes={data.changes} />
      <Section title="Whose record this is">
        <p>
          {school.name} is the controller of this record; OTrack holds it on the school’s instructions. Each
          time somebody opens it, that is recorded.
        </p>
      </Section>
      {may.write && <Delete data={data} error={error} />}
    </Page>
  )
}

const WorthChecking = ({ problems }: { problems: readonly Problem[] }) =>
  problems.length > 0 && (
    <Notice kind="warning" title="Worth a second look">
      <ul>
        {problems.map(({ field, rule, message }) => (
          <li key={`${field ?? ''} ${rule}`}>
            {field && <strong>{fieldNamed(field)?.label ?? field}: </strong>}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  )

function Delete({
  data: { pupil, school, formToken },
  error,
}: {
  data: RecordData
  error: string | undefined
}) {
  return (
    <Confirm
      label="Delete this pupil"
      intent="delete"
      tick={`Yes, delete ${pupil.name} for good`}
      error={error}
      token={formToken}
      hidden={{ schoolId: school.id }}
    >
      <p>
        The record is deleted at once, with its consents and whatever uploads still hold of it. It cannot be
        brought back, and a later upload holds the pupil back until you confirm the row. If the pupil has only
        left the school, edit the record and fill in “Left on” instead.
      </p>
    </Confirm>
  )
}
