import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../app/bin/install.mjs'
import { colour } from '../../../app/ui/tokens'
import { colourOf, contrast, declared, type Scheme } from './style-sheet'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

test('what emails repeat of the light scheme is what the style sheet says', () => {
  const sheet = declared('light')
  const repeated = Object.entries(colour).map(([name, value]) => ({ name: kebab(name), value }))
  expect(repeated.filter(({ name, value }) => sheet.get(name) !== value)).toEqual([])
})

test('the web manifest and the browser’s frame use colours of ours', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'public/site.webmanifest'), 'utf8')) as unknown
  expect(manifest).toMatchObject({
    background_color: colourOf('ground', 'light'),
    theme_color: colourOf('band', 'light'),
  })
  const document = readFileSync(join(root, 'app/root.tsx'), 'utf8')
  expect(document).toContain(`name="theme-color" content="${colourOf('band', 'light')}"`)
})

test('the dark scheme redefines values and nothing else', () => {
  const light = declared('light')
  const changed = [...declared('dark')].filter(([name, value]) => light.get(name) !== value)
  expect(changed.filter(([, value]) => value.includes('var('))).toEqual([])
  expect(changed.length).toBeGreaterThan(15)
})

/** Words and what they stand on: WCAG 2.2, 1.4.3, 4.5 to 1. */
const words: readonly (readonly [string, string])[] = [
  ...['ground', 'surface', 'sunken'].flatMap((ground) =>
    ['text', 'muted', 'link', 'link-over', 'danger', 'accent'].map((ink) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-over'],
  ['sheet', 'danger'],
  ['sheet', 'red-bright'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
  ['mark', 'band'],
  ['on-mark', 'mark'],
  ['text', 'green-wash'],
  ['text', 'blue-wash'],
  ['text', 'amber-wash'],
  ['text', 'red-wash'],
  ['link', 'green-wash'],
  ['link', 'blue-wash'],
  ['link', 'amber-wash'],
  ['link', 'red-wash'],
  ['amber', 'amber-wash'],
  ['blue', 'blue-wash'],
  ['green', 'green-wash'],
  ['red', 'red-wash'],
]

/** Edges by which a control or its state is known, against what they stand on: WCAG 2.2, 1.4.11, 3 to 1. */
const edges: readonly (readonly [string, string])[] = [
  ...['ground', 'surface', 'sunken'].flatMap((ground) =>
    ['line-strong', 'danger', 'accent', 'text'].map((edge) => [edge, ground] as const),
  ),
  ['mark', 'band'],
]

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  const weakerThan = (least: number, pairs: typeof words) =>
    pairs
      .map(([ink, ground]) => ({
        pair: `${ink} on ${ground}`,
        contrast: contrast(colourOf(ink, scheme), colourOf(ground, scheme)),
      }))
      .filter((one) => one.contrast < least)

  test('words can be read: 4.5 to 1', () => {
    expect(weakerThan(4.5, words)).toEqual([])
  })

  test('edges can be seen: 3 to 1', () => {
    expect(weakerThan(3, edges)).toEqual([])
  })

  // It is drawn twice, in two colours.
  test.each(['ground', 'surface', 'sunken', 'band'])(
    'the ring of what has the focus is seen on %s',
    (ground) => {
      const [focus, text] = ['focus', 'text'].map((ring) =>
        contrast(colourOf(ring, scheme), colourOf(ground, scheme)),
      )
      expect(Math.max(focus ?? 0, text ?? 0)).toBeGreaterThanOrEqual(3)
    },
  )
})

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
