import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../app/bin/install.mjs'

export type Scheme = 'light' | 'dark'

const sheet = readFileSync(join(root, 'app/ui/tokens.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

/** The values and roles of tokens.css as they stand: `--name` without its dashes → what is declared for it. */
export function declared(scheme: Scheme): Map<string, string> {
  const [, dark = ''] = /@media \(prefers-color-scheme: dark\) \{([\s\S]*?\n {2}\})/.exec(sheet) ?? []
  const light = declarations(sheet.replace(dark, ''))
  return scheme === 'light' ? light : new Map([...light, ...declarations(dark)])
}

const declarations = (css: string): Map<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  )

/** The colour that a role or value comes to in a scheme, as #rrggbb; throws if it is none. */
export function colourOf(name: string, scheme: Scheme): string {
  const value = declared(scheme).get(name)
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value ?? '') ?? []
  if (other) return colourOf(other, scheme)
  if (!value || !/^#[0-9a-f]{6}$/.test(value))
    throw new Error(`--${name} is no colour: ${value ?? 'not declared'}`)
  return value
}

/** Contrast of two #rrggbb colours, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
