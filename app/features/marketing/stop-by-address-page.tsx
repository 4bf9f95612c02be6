import {
  Button,
  ErrorSummary,
  Field,
  fieldsOf,
  Form,
  FormButtons,
  Notice,
  Page,
  type Answered,
} from '../../ui'

/** Where a link is damaged: the address itself ends it. The page says the same of every address, so that it tells nobody who is known to us. */
export function StopByAddressPage({
  done,
  formToken,
  answer,
}: {
  done: boolean
  formToken: string
  answer?: Answered | undefined
}) {
  const put = fieldsOf(answer)
  return (
    <Page
      name="unsubscribe-address"
      title={done ? 'Marketing has stopped' : 'Stop marketing messages'}
      width="form"
      first={
        <>
          <ErrorSummary errors={answer?.errors} />
          {done && (
            <Notice kind="success" title="Your wish is recorded" live>
              <p>
                No marketing goes to the address that you gave, from now on. If anything was stopped by it, a
                message to the address says so.
              </p>
            </Notice>
          )}
        </>
      }
      lead={
        <p>
          {done
            ? 'Did you mistype the address? Give it again.'
            : 'This link is not complete: some mail programs break long links. Give us the address to which we wrote, and we stop.'}
        </p>
      }
    >
      <Form token={formToken}>
        <Field {...put('email')} type="email" label="Email address" autoComplete="email" />
        <FormButtons>
          <Button>Stop all marketing to this address</Button>
        </FormButtons>
      </Form>
    </Page>
  )
}
