import { Button, Checkbox, Figures, Form, Notice, Section, type Answered } from '../../../ui'
import type { ImportView } from '../show/open-import.server'
import { ColumnList } from './column-list'
import type { FormTies } from './form-ties'
import { MappingForm } from './mapping-form'
import { Problems } from './problems'
import { Rows } from './rows'

interface PreviewProps {
  view: ImportView
  form: FormTies
  answer: Answered | undefined
}

const number = (n: number) => n.toLocaleString('en-GB')
const pupils = (n: number) => `${number(n)} ${n === 1 ? 'pupil' : 'pupils'}`

/** Everything that would happen, before anything does. */
export function Preview({ view, form, answer }: PreviewProps) {
  const { counts, error, bySeverity } = view
  return (
    <>
      {error && <Notice kind="warning" title={error.message} live />}
      <Figures items={figuresOf(view)} />
      {counts.held_back > 0 && (
        <Notice
          title={`${number(counts.held_back)} ${counts.held_back === 1 ? 'value is' : 'values are'} held back`}
        >
          <p>
            Ethnicity, SEN status and SEN need are kept only where consent is on record, so these values are
            not saved. To keep them, record the consents first, or discard this upload and upload the file
            again with the box for consent ticked.
          </p>
        </Notice>
      )}
      <CommitForm view={view} form={form} />
      {bySeverity.error + bySeverity.warning + bySeverity.info > 0 && <Problems view={view} form={form} />}
      {counts.added + counts.changed > 0 && <Rows view={view} />}
      <ColumnList view={view} />
      <Section title="Match the columns differently" id="columns">
        <details open={answer?.errors !== undefined}>
          <summary>Show the columns and what each is taken for</summary>
          <MappingForm view={view} form={form} answer={answer} />
        </details>
      </Section>
    </>
  )
}

function figuresOf({ counts }: ImportView) {
  return [
    { label: 'New pupils', value: counts.added, href: counts.added > 0 ? '?rows=added#pupils' : undefined },
    {
      label: 'Pupils changed',
      value: counts.changed,
      href: counts.changed > 0 ? '?rows=changed#pupils' : undefined,
    },
    { label: 'Unchanged', value: counts.unchanged },
    {
      label: 'Rows not taken',
      value: counts.refused,
      href: counts.refused > 0 ? '?severity=error#problems' : undefined,
    },
    { label: 'Not in the file', value: counts.not_in_file, note: 'But on your roll' },
    ...(counts.ignored > 0
      ? [{ label: 'Not pupils', value: counts.ignored, note: 'Blank rows, headings, totals' }]
      : []),
  ]
}

/** What the button will do, in a sentence or two. */
function intention({ added, changed, refused }: ImportView['counts']): string {
  const done = [
    added > 0 && `${pupils(added)} will be added`,
    changed > 0 && `${pupils(changed)} will be changed`,
  ]
  const left = refused > 0 && `${number(refused)} ${refused === 1 ? 'row is' : 'rows are'} left out.`
  return [`${done.filter(Boolean).join(' and ')}.`, left, 'You can undo this for 30 days.']
    .filter(Boolean)
    .join(' ')
}

function CommitForm({ view, form }: Omit<PreviewProps, 'answer'>) {
  const { added, changed, not_in_file: missing } = view.counts
  const nothing = added + changed === 0
  return (
    <Section title={nothing ? 'There is nothing to save' : 'Save these changes'}>
      <p>{nothing ? 'No pupil is new and none would change.' : intention(view.counts)}</p>
      <Form {...form} once="One moment …">
        {missing > 0 && (
          <Checkbox
            name="mark_leavers"
            label={`Mark ${pupils(missing)} who ${missing === 1 ? 'is' : 'are'} not in the file as having left today`}
            hint="Tick this only if the file holds your whole roll."
            optional="unsaid"
          />
        )}
        <div className="form-buttons">
          <Button name="intent" value="commit">
            {nothing ? 'Finish' : `Save ${pupils(added + changed)}`}
          </Button>
          <Button weight="quiet" name="intent" value="discard">
            Discard this upload
          </Button>
        </div>
      </Form>
    </Section>
  )
}
