import { z } from 'zod'
import { FIELDS, type FieldName } from './rules/fields'

/** What a form sent, as text, by field: a field that did not come is absent, an emptied one is empty. */
export type Given = Partial<Record<FieldName, string>>

const sent = z.union([z.string(), z.array(z.string())]).optional()
type Sent = z.output<typeof sent>

const last = (value: Sent) => (Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? ''))
/** Ticked boxes come as several values, an empty one before them. */
const listed = (value: Sent) => (Array.isArray(value) ? value.filter(Boolean).join(';') : value)

const shape = Object.fromEntries(FIELDS.map(({ name }) => [name, sent])) as Record<FieldName, typeof sent>

/** The form to add or change a pupil. What the values must be is the reader's to say (`readPupil`), as for a file. */
export const pupilForm = z
  .object({ ...shape, version: sent, confirm_duplicate: sent, confirm_again: sent })
  .transform(({ version, confirm_duplicate: confirmed, confirm_again: again, ...fields }) => ({
    given: Object.fromEntries(
      FIELDS.flatMap(({ name, kind }) => {
        const value = kind === 'codes' ? listed(fields[name]) : fields[name] && last(fields[name])
        return value === undefined ? [] : [[name, value]]
      }),
    ) as Given,
    version: Number(last(version) || Number.NaN),
    duplicateConfirmed: last(confirmed) === 'on',
    addedAgain: last(again) === 'on',
  }))
export type PupilForm = z.output<typeof pupilForm>

export const deleteForm = z.object({
  confirm: z.literal('on', { error: 'Tick the box to say that the pupil is to be deleted for good.' }),
})

const who = z.enum(['guardian', 'pupil'], { error: 'Say who decided: the parent or guardian, or the pupil.' })

export const consentForm = z.object({
  given_by: who,
  decided_on: z
    .string({ error: 'Write the day on which they decided.' })
    .min(1, 'Write the day on which they decided.'),
  confirm: z.literal('on', { error: 'Tick the box to say that the school holds this consent.' }),
})

/** A withdrawal must be as easy as giving (UK GDPR art. 7(3)), so the page fills it in; without a day it is today's. */
export const withdrawalForm = z.object({
  withdrawn_by: who.default('guardian'),
  withdrawn_on: z.string().default(''),
})
