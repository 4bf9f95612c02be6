import {
  Button,
  ButtonLink,
  Filters,
  Form,
  Pagination,
  Section,
  SelectField,
  Table,
  Tag,
  type Column,
  type Tone,
} from '../../../ui'
import { ERASED } from '../check/erased-problem'
import { headerOf } from '../rules/columns-kept'
import type { ImportView } from '../show/open-import.server'
import type { FormTies } from './form-ties'

const severities = {
  error: { says: 'Not taken', tone: 'danger' },
  warning: { says: 'Check', tone: 'warning' },
  info: { says: 'Note', tone: 'neutral' },
} as const satisfies Record<string, { says: string; tone: Tone }>

type Key = 'line' | 'severity' | 'column' | 'value' | 'message'
const columns: readonly Column<Key>[] = [
  { key: 'line', label: 'Line', heads: true, figure: true },
  { key: 'severity', label: 'State', whole: true },
  { key: 'column', label: 'Column' },
  { key: 'value', label: 'In the file' },
  { key: 'message', label: 'What to do', wide: true },
]

/** Once an upload is over, what stood in the file is no longer kept. */
const withoutValues = columns.filter(({ key }) => key !== 'value')

/** What is wrong with which row, and what to do about it. */
export function Problems({ view, form }: { view: ImportView; form?: FormTies }) {
  const { id, problems, bySeverity, looking } = view
  const severity = looking.severity ? `severity=${looking.severity}&` : ''
  return (
    <Section title="Rows that need a look" id="problems">
      <Filters
        action="#problems"
        label="Which problems to show"
        clear={looking.severity ? '?#problems' : null}
      >
        <SelectField
          name="severity"
          label="Which rows"
          value={looking.severity ?? ''}
          empty="All"
          optional="unsaid"
          options={[
            { value: 'error', label: `Not taken (${bySeverity.error.toLocaleString('en-GB')})` },
            { value: 'warning', label: `To check (${bySeverity.warning.toLocaleString('en-GB')})` },
            { value: 'info', label: `Notes (${bySeverity.info.toLocaleString('en-GB')})` },
          ]}
        />
      </Filters>
      <Table
        caption="Rows that need a look"
        captionHidden
        columns={problems.items.some(({ value }) => value) ? columns : withoutValues}
        rows={problems.items.map((problem) => ({
          key: `${problem.line}.${problem.place}`,
          marks: { line: String(problem.line), rule: problem.rule, severity: problem.severity },
          cells: {
            line: problem.line.toLocaleString('en-GB'),
            severity: <Tag tone={severities[problem.severity].tone}>{severities[problem.severity].says}</Tag>,
            column: problem.columnIndex === null ? '' : headerOf(view.columns, problem.columnIndex),
            value: problem.value,
            message: (
              <>
                {problem.message}
                {form && problem.rule === ERASED && <AddAgain line={problem.line} form={form} />}
              </>
            ),
          },
        }))}
      />
      <Pagination
        previous={looking.problemsAfter ? `?${severity}#problems` : null}
        next={problems.next ? `?${severity}problems_after=${problems.next}#problems` : null}
        words={{ previous: 'First', next: 'Next' }}
      />
      {view.hasFile && bySeverity.error + bySeverity.warning > 0 && (
        <p>
          <ButtonLink href={`/portal/pupils/imports/${id}/problems.csv`} weight="quiet" download>
            Download these rows as CSV
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

/** Takes the row of a pupil who was erased on request after all. */
const AddAgain = ({ line, form: { token, hidden } }: { line: number; form: FormTies }) => (
  <Form bare token={token} hidden={{ ...hidden, line: String(line) }}>
    <Button weight="quiet" name="intent" value="add-again">
      Add line {line} again
    </Button>
  </Form>
)
