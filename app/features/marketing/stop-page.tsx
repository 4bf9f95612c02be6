import { Button, Checkboxes, Form, FormButtons, Notice, Page, Section } from '../../ui'
import type { Stopped, Stopping } from './by-link.server'
import { topics } from './rules'
import { wordingNow } from './rules/wordings'

interface Props {
  stopping: Stopping
  done: Stopped | null
}

const said: Record<Stopped, { kind: 'success' | 'warning'; title: string; says: string }> = {
  stopped: {
    kind: 'success',
    title: 'Marketing has stopped',
    says: 'We send you no more marketing, from now on. A message that was already on its way may still arrive.',
  },
  'topics-stopped': {
    kind: 'success',
    title: 'Your choice is recorded',
    says: 'We send you no more about what you ticked. A message that was already on its way may still arrive.',
  },
  undone: {
    kind: 'success',
    title: 'It is as it was before',
    says: 'You get again what you had agreed to, and nothing else.',
  },
  'nothing-to-undo': {
    kind: 'warning',
    title: 'There is nothing to take back',
    says: 'Your choices were changed since, or had stopped nothing.',
  },
  'no-topic': {
    kind: 'warning',
    title: 'Nothing was ticked',
    says: 'Tick what you do not want any more, or stop all of it.',
  },
  'too-often': {
    kind: 'warning',
    title: 'That was changed very often',
    says: 'Try again in an hour.',
  },
}

/** The page behind the link in every marketing message. Opening it does nothing: mail scanners open links too. */
export function StopPage({ stopping: { gets, undo, choicesPath }, done }: Props) {
  const outcome = done && said[done]
  return (
    <Page
      name="unsubscribe"
      title={gets.length > 0 ? 'Stop marketing messages' : 'You get no marketing from us'}
      width="form"
      marks={{ 'gets-marketing': gets.length > 0 ? 'yes' : 'no' }}
      first={
        outcome && (
          <Notice kind={outcome.kind} title={outcome.title} live>
            <p>{outcome.says}</p>
          </Notice>
        )
      }
      lead={
        <p>
          {gets.length > 0
            ? 'One press ends it. You need not sign in or say why.'
            : 'What your account or a request of yours needs, such as a security notice, comes all the same.'}
        </p>
      }
    >
      {gets.length > 0 && (
        <Form>
          <FormButtons>
            <Button name="all" value="on">
              {wordingNow('stop').says}
            </Button>
          </FormButtons>
        </Form>
      )}
      {undo && (
        <Form>
          <FormButtons>
            <Button weight="quiet" name="intent" value="undo">
              {wordingNow('undo').says}
            </Button>
          </FormButtons>
        </Form>
      )}
      {gets.length > 1 && (
        <Section title="Or stop a part of it">
          <Form>
            <Checkboxes
              name="topics"
              label="What do you not want any more?"
              optional="unsaid"
              options={gets.map((topic) => ({ value: topic, label: topics[topic].label }))}
            />
            <FormButtons>
              <Button weight="quiet" name="intent" value="topics">
                {wordingNow('stop-topics').says}
              </Button>
            </FormButtons>
          </Form>
        </Section>
      )}
      <p>
        <a href={choicesPath}>See all your choices</a>
      </p>
    </Page>
  )
}
