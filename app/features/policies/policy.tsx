import type { ReactNode } from 'react'
import { Page, Section } from '../../ui'
import { Site } from './site'
import { versionWords, type Version } from './rules/versions'

interface PolicyProps {
  /** The page's name and path in one: `privacy` is at `/privacy`. */
  name: string
  title: string
  lead: ReactNode
  version: Version
  /** The parts, in order: heading, text. */
  parts: readonly { id: string; title: string; text: ReactNode }[]
}

/** A policy: version and date above all, a list of its parts, the parts. */
export const Policy = ({ name, title, lead, version, parts }: PolicyProps) => (
  <Site here={`/${name}`}>
    <Page name={name} title={title} lead={lead} above={versionWords(version)} width="reading">
      <nav aria-label="On this page">
        <ul>
          {parts.map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>{part.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map((part) => (
        <Section key={part.id} id={part.id} title={part.title}>
          {part.text}
        </Section>
      ))}
    </Page>
  </Site>
)

/** A postal address, a line each. */
export const Lines = ({ lines }: { lines: readonly string[] }) => (
  <address className="lines">
    {lines.map((line) => (
      <span key={line}>{line}</span>
    ))}
  </address>
)
