import { Button, ButtonLink, Form, FormButtons, Notice, Page } from '../../ui'
import { ChoicesFields } from './choices-fields'
import type { Standing } from './contact.server'
import { wordingNow } from './rules/wordings'

interface Props {
  standing: Standing
  /** False once the person is erased: there is no address to agree for. */
  mayChoose: boolean
  saved: boolean
}

/** All choices of somebody without an account, by the link in a message. */
export const PreferencesPage = ({ standing, mayChoose, saved }: Props) => (
  <Page
    name="preferences"
    title="What you get from us"
    width="form"
    first={
      saved && (
        <Notice kind="success" title="Your choices are saved" live>
          <p>They hold from now on. If they changed anything, a message with a receipt is on its way.</p>
        </Notice>
      )
    }
    lead={
      <p>
        {mayChoose ? wordingNow('preferences').says : 'We hold no address of yours, and send you nothing.'}
      </p>
    }
  >
    {mayChoose ? (
      <Form>
        <ChoicesFields standing={standing} />
        <FormButtons>
          <Button>Save my choices</Button>
        </FormButtons>
      </Form>
    ) : (
      <p>No marketing goes to the address that you had here, until you ask for it anew.</p>
    )}
  </Page>
)

/** The link opens nothing. */
export const NoPreferencesPage = () => (
  <Page
    name="preferences-fault"
    title="This link is not complete"
    width="form"
    lead={
      <p>
        Some mail programs break long links. Copy the whole link from the message into your browser’s address
        bar.
      </p>
    }
  >
    <FormButtons>
      <ButtonLink href="/unsubscribe/by-address">Stop all marketing instead</ButtonLink>
    </FormButtons>
  </Page>
)
