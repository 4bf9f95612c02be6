import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  FileField,
  Form,
  FormButtons,
  Page,
  fieldsOf,
  type Answered,
} from '../../../ui'

interface UploadPageProps {
  schoolId: string
  formToken: string
  /** To what the person puts their name by ticking the box. */
  wording: string
  answer: Answered | undefined
}

/** Choosing the file. */
export function UploadPage({ schoolId, formToken, wording, answer }: UploadPageProps) {
  const put = fieldsOf(answer)
  return (
    <Page
      name="pupils-import"
      title="Upload your roll"
      lead="Export your pupils from your school’s system as CSV and choose the file here. Nothing is saved before you have seen what would change."
      first={<ErrorSummary errors={answer?.errors} />}
      actions={
        <ButtonLink href="/portal/pupils/imports" weight="quiet">
          Past uploads
        </ButtonLink>
      }
      width="form"
    >
      <Form multipart token={formToken} hidden={{ schoolId }} once="Sending the file …">
        <FileField
          name="file"
          error={put('file').error}
          label="The file"
          hint="CSV, or text with tabs, up to 50 MB and 250,000 rows. You need not change anything in it: we work out the columns."
          accept=".csv,.tsv,.txt,text/csv,text/plain"
        />
        <Checkbox
          name="consent_confirmed"
          label="Consent is held for every pupil in this file"
          hint={`${wording} If you do not tick this, ethnicity, SEN status and SEN need are left out, except for pupils whose consent is already on record.`}
          checked={put('consent_confirmed').value === 'on'}
          error={put('consent_confirmed').error}
          optional="unsaid"
        />
        <FormButtons>
          <Button>Upload and check</Button>
          <a href="/portal/pupils">Cancel</a>
        </FormButtons>
      </Form>
    </Page>
  )
}
