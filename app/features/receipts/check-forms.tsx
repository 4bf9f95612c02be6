import {
  Button,
  ButtonLink,
  Field,
  Form,
  FormButtons,
  Section,
  TextArea,
  fieldsOf,
  type Answered,
} from '../../ui'

/** Three ways to check a receipt: by its reference, by its text, and on one's own computer. They work without script, but for the last. */
export function CheckForms({ formToken, answer }: { formToken: string; answer?: Answered | undefined }) {
  const put = fieldsOf(answer)
  return (
    <>
      <Section title="Check a reference">
        <Form method="get" action="/receipts">
          <Field
            {...put('reference')}
            label="Reference"
            hint="16 letters and figures, such as 7K3M 9QXD 2VPA 4TRC. Capitals and spaces make no difference."
            width="half"
            maxLength={40}
          />
          <FormButtons>
            <Button weight="quiet">Look it up</Button>
          </FormButtons>
        </Form>
      </Section>
      <Section title="Check the text of a receipt">
        <Form action="/receipts" token={formToken}>
          <TextArea
            {...put('receipt')}
            label="Text of the receipt"
            hint="Open the attached file with a text editor, copy all of it and paste it here. We check it and keep nothing."
            rows={8}
            maxLength={20_000}
          />
          <FormButtons>
            <Button>Check this text</Button>
          </FormButtons>
        </Form>
      </Section>
      <Section title="Check it without us">
        <p>
          This page checks a receipt on your own computer. It holds our public keys and sends nothing: save
          it, and it works without a connection.
        </p>
        <FormButtons>
          <ButtonLink href="/receipts/check.html" weight="quiet">
            Open the checker
          </ButtonLink>
          <a href="/receipts/check.html" download="otrack-receipt-checker.html">
            Save the checker
          </a>
        </FormButtons>
      </Section>
    </>
  )
}
