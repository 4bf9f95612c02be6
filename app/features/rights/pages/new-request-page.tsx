import { Button, ErrorSummary, fieldsOf, Form, FormButtons, Page, TextArea, type Answered } from '../../../ui'

interface Props {
  formToken: string
  dpoEmail: string
  answer: Answered | undefined
}

/** Asking for a copy of everything held about oneself. */
export const NewRequestPage = ({ formToken, dpoEmail, answer }: Props) => (
  <Page
    name="right-new"
    title="Ask for a copy of your data"
    above={<a href="/portal/rights">Your data and rights</a>}
    width="reading"
    first={<ErrorSummary errors={answer?.errors} />}
  >
    <p>
      You get everything that OTrack holds about you: to read and print, and as files for other programs. With
      it stands what the data is for, where it comes from, who receives it and how long it is kept. It is free
      and ready at once. You can download it for seven days.
    </p>
    <p>
      The copy holds nobody else’s data. Pupils’ records belong to your school: export them from the roll. To
      erase a pupil, open the pupil’s record. For anything else, write to{' '}
      <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a>.
    </p>
    <Form token={formToken} hidden={{ subject: 'self', kind: 'access' }} once="Your copy is being made ready">
      <TextArea
        {...fieldsOf(answer)('details')}
        label="Anything that we should know"
        hint="Such as what you are looking for. You get everything in any case."
        optional
        rows={3}
        maxLength={2000}
      />
      <FormButtons>
        <Button>Ask for my copy</Button>
      </FormButtons>
    </Form>
  </Page>
)
