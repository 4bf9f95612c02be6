import {
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  fieldsOf,
  Form,
  FormButtons,
  Page,
  Radios,
  Section,
  Table,
  Tag,
  type Answered,
  type Column,
} from '../../../ui'
import type { OpenConsent, PastDecision } from './open-consent.server'
import { wordingFor, wordingOf } from './wording'

interface ConsentProps {
  open: OpenConsent
  school: { id: string; name: string }
  formToken: string
  answer: Answered | undefined
}

const who = [
  { value: 'guardian', label: 'The parent or guardian' },
  { value: 'pupil', label: 'The pupil, who is old enough to understand what it means' },
]

/** Consent to ethnicity, SEN status and SEN need: how it stands, to give or withdraw it, and what was before. */
export function ConsentPage({ open, school, formToken, answer }: ConsentProps) {
  const { pupil, history, today } = open
  const form = { token: formToken, hidden: { schoolId: school.id } }
  return (
    <Page
      name="pupil-consent"
      title={`Consent for ${pupil.name}`}
      above={<a href={`/portal/pupils/${pupil.id}`}>{pupil.name}</a>}
      width="form"
      first={<ErrorSummary errors={answer?.errors} />}
      lead="Ethnicity, SEN status and SEN need are held only while a parent’s or guardian’s consent, or the pupil’s own where competent, is recorded here."
    >
      <p>
        Now:{' '}
        {pupil.consent ? <Tag tone="success">Consent is recorded</Tag> : <Tag>No consent is recorded</Tag>}
      </p>
      {pupil.consent ? (
        <Withdraw form={form} today={today} answer={answer} />
      ) : (
        <Give form={form} today={today} answer={answer} />
      )}
      <History history={history} />
      <p className="muted">
        {school.name} is the controller of this record and keeps the proof of consent; OTrack holds it on the
        school’s instructions.
      </p>
    </Page>
  )
}

interface DecideProps {
  form: { token: string; hidden: Record<string, string> }
  today: string
  answer: Answered | undefined
}

function Give({ form, today, answer }: DecideProps) {
  const put = fieldsOf(answer)
  const wording = wordingFor('record')
  const on = put('decided_on')
  return (
    <Section title="Record consent">
      <Form {...form}>
        <Radios {...put('given_by')} label="Who gave it?" options={who} />
        <Field
          {...on}
          value={on.value ?? today}
          type="date"
          label="When did they give it?"
          hint="For example, 17/03/2026"
        />
        <Checkbox
          name="confirm"
          label={wording.text}
          hint={`This wording is kept with the record as “${wording.version}”.`}
          error={answer?.errors?.confirm}
        />
        <FormButtons>
          <Button name="intent" value="give">
            Record consent
          </Button>
        </FormButtons>
      </Form>
    </Section>
  )
}

function Withdraw({ form, today, answer }: DecideProps) {
  const put = fieldsOf(answer)
  const by = put('withdrawn_by')
  const on = put('withdrawn_on')
  return (
    <Section title="Record a withdrawal">
      <p>{wordingFor('withdrawal').text}</p>
      <Form {...form}>
        <Radios {...by} value={by.value ?? 'guardian'} label="Who withdrew it?" options={who} />
        <Field {...on} value={on.value ?? today} type="date" label="When?" hint="For example, 17/03/2026" />
        <FormButtons>
          <Button weight="danger" name="intent" value="withdraw">
            Record the withdrawal and remove the values
          </Button>
        </FormButtons>
      </Form>
    </Section>
  )
}

const columns: readonly Column<keyof Omit<PastDecision, 'id'>>[] = [
  { key: 'what', label: 'Decision', heads: true },
  { key: 'who', label: 'By' },
  { key: 'decidedOn', label: 'Decided on', whole: true },
  { key: 'recorded', label: 'Recorded' },
  { key: 'wording', label: 'Wording', whole: true },
]

const History = ({ history }: { history: readonly PastDecision[] }) => (
  <Section title="Consents and withdrawals so far">
    {history.length === 0 ? (
      <p>No consent has been recorded for this pupil.</p>
    ) : (
      <Table
        caption="Decisions, the newest first"
        captionHidden
        columns={columns}
        rows={history.map(({ id, ...cells }) => ({ key: id, cells }))}
      />
    )}
    {[...new Set(history.map(({ wording }) => wording))].map((version) => (
      <p key={version} className="muted">
        Wording “{version}”: {wordingOf(version)?.text}
      </p>
    ))}
  </Section>
)
