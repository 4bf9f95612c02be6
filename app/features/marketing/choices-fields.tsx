import { Checkbox, FormSection } from '../../ui'
import type { Standing } from './contact.server'
import { CHANNELS, channels, TOPICS, topics, type Topic } from './rules'

const ofOurs = TOPICS.filter((topic) => topic !== 'partners')

const Boxes = ({ topic, standing }: { topic: Topic; standing: Standing }) => (
  <FormSection title={topics[topic].label} lead={<p>{topics[topic].says}.</p>}>
    {CHANNELS.map((channel) => (
      <Checkbox
        key={channel}
        name={`${topic}.${channel}`}
        label={channels[channel].label}
        optional="unsaid"
        checked={standing[`${topic}.${channel}`]?.state === 'yes'}
      />
    ))}
  </FormSection>
)

/** A box for each topic and channel, ticked where somebody agreed. Sharing with other companies stands apart from all else (P16). */
export const ChoicesFields = ({ standing }: { standing: Standing }) => (
  <>
    {ofOurs.map((topic) => (
      <Boxes key={topic} topic={topic} standing={standing} />
    ))}
    <Boxes topic="partners" standing={standing} />
  </>
)
