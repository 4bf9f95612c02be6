import { createContext, useContext, type ReactNode } from 'react'
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from 'react-email'
import type { MarketingWords } from './about'
import { style } from './tokens'

/** Who sends every letter and how to reach them, a line each. Whoever renders a letter provides the company's facts. */
export const Sender = createContext<readonly string[]>([])

/** Of marketing alone: why somebody gets it and how they end it. */
export const Choosing = createContext<MarketingWords | null>(null)

interface LetterProps {
  /** The line that mail programs show beside the subject. */
  preview: string
  title: string
  /** Why the person gets this, and whose data it is about. Of marketing their own yes says it. */
  why?: string
  children: ReactNode
}

/** The sheet of every message: heading, text, who sent it and why. No pictures, nothing that is fetched when it is opened. */
export const Letter = ({ preview, title, why, children }: LetterProps) => (
  <Html lang="en-GB">
    <Head>
      <meta name="color-scheme" content="light" />
    </Head>
    <Preview>{preview}</Preview>
    <Body style={style.body}>
      <Container style={style.sheet}>
        <Text style={style.name}>OTrack</Text>
        <Heading as="h1" style={style.heading}>
          {title}
        </Heading>
        {children}
        <Hr style={style.rule} />
        <Reason why={why} />
        <Text style={style.small}>{useContext(Sender).join(', ')}</Text>
      </Container>
    </Body>
  </Html>
)

function Reason({ why }: { why?: string | undefined }) {
  const choosing = useContext(Choosing)
  if (!choosing) return <Text style={style.small}>{why}</Text>
  return (
    <>
      <Text style={style.small}>{choosing.why}</Text>
      <Text style={style.small}>
        <A href={choosing.stopLink}>Stop these messages</A>: one press, without signing in.{' '}
        <A href={choosing.choicesLink}>See all your choices</A>.
      </Text>
    </>
  )
}

/** A paragraph. */
export const P = ({ children }: { children: ReactNode }) => <Text style={style.text}>{children}</Text>

/** A link in a sentence. */
export const A = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} style={style.link}>
    {children}
  </Link>
)

/** The one thing to do, as a button, with its address below for those whose mail program shows no buttons. */
export const Act = ({ href, children }: { href: string; children: ReactNode }) => (
  <Section>
    <P>
      <Button href={href} style={style.button}>
        {children}
      </Button>
    </P>
    <Text style={style.small} data-skip-in-text="true">
      Or open this address:{' '}
      <Link href={href} style={style.address}>
        {href}
      </Link>
    </Text>
  </Section>
)

/** Facts to keep, such as a reference: a line each. */
export const Facts = ({ lines }: { lines: readonly string[] }) => (
  <Section style={style.facts}>
    {lines.map((line) => (
      <Text key={line} style={{ ...style.text, margin: 0 }}>
        {line}
      </Text>
    ))}
  </Section>
)
