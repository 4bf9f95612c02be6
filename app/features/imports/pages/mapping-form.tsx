import {
  Button,
  fieldsOf,
  Form,
  FormButtons,
  Notice,
  SelectField,
  type Answered,
  type Choice,
} from '../../../ui'
import { FIELDS, type SourceField } from '../../pupils/rules/fields'
import type { Column } from '../columns'
import type { ImportView } from '../show/open-import.server'
import type { FormTies } from './form-ties'

interface MappingProps {
  view: ImportView
  form: FormTies
  answer: Answered | undefined
}

const helpers: readonly { value: SourceField; label: string }[] = [
  { value: 'full_name', label: 'Whole name, “Last, First” (to split)' },
  { value: 'former_upn', label: 'Former UPN (to match)' },
  { value: 'local_id', label: 'Your own number for the pupil (to match)' },
  { value: 'language', label: 'First language (for EAL)' },
  { value: 'leaving_date', label: 'Leaving date (for “left on”)' },
  { value: 'attendance_attended', label: 'Sessions attended (for attendance)' },
  { value: 'dfe_number', label: 'School’s DfE number (to check)' },
]

const choices: readonly Choice[] = [
  { value: 'ignore', label: 'Do not import' },
  ...FIELDS.map(({ name, label }) => ({ value: name, label })),
  ...helpers,
]

/** A person says what the columns are; those that are not sure come first. */
export function MappingForm({ view, form, answer }: MappingProps) {
  const errors = answer?.errors
  const unsure = view.columns.filter(({ sure }) => !sure)
  const sure = view.columns.filter(({ sure }) => sure)
  return (
    <>
      {view.state === 'mapping' && view.error && <Notice kind="warning" title={view.error.message} />}
      {errors?.form && (
        <div id="form">
          <Notice kind="warning" title={errors.form} />
        </div>
      )}
      <p>
        {unsure.length > 0
          ? 'We are not sure about some columns; they come first. Say what each one is, or choose “Do not import”: then nothing of it is stored.'
          : 'Say what each column is, or choose “Do not import”: then nothing of it is stored.'}
      </p>
      <Form {...form}>
        {[...unsure, ...sure].map((column) => (
          <ColumnField
            key={column.index}
            column={column}
            samples={view.samples[column.index] ?? []}
            answer={answer}
          />
        ))}
        <FormButtons>
          <Button name="intent" value="map">
            Check the rows
          </Button>
          {/* The preview, where this form stands folded, has its own. */}
          {view.state === 'mapping' && (
            <Button weight="quiet" name="intent" value="discard">
              Discard this upload
            </Button>
          )}
        </FormButtons>
      </Form>
    </>
  )
}

interface ColumnFieldProps {
  column: Column
  samples: readonly string[]
  answer: MappingProps['answer']
}

function ColumnField({ column, samples, answer }: ColumnFieldProps) {
  const { index, header, field, sure, why } = column
  const put = fieldsOf(answer)(`column.${index}`)
  const examples =
    samples.length > 0 ? `For example: ${samples.join(' · ')}.` : 'Empty, or not shown without consent.'
  return (
    <SelectField
      {...put}
      label={header.trim() === '' ? `Column ${index + 1}, without a heading` : header}
      hint={`${!sure && why ? `${why} ` : ''}${examples}`}
      options={choices}
      value={put.value ?? field ?? ''}
      empty={field === null ? 'Choose one' : null}
    />
  )
}
