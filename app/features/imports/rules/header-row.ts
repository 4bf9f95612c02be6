import { headerKey, matchHeader } from './header-match'
import { presets } from './header-synonyms.table'

/** Some systems put titles above the header; none was seen with more than six lines of them. */
const LOOK_THROUGH = 80
const ENOUGH = 3

/**
 * The place (from 0) of the header among the first rows: the one with most headings that are known, at least three, or all of fewer.
 * Null if there is none.
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number | null {
  let best: { at: number; known: number } | null = null
  rows.slice(0, LOOK_THROUGH).forEach((row, at) => {
    const given = row.filter((cell) => headerKey(cell) !== '')
    const known = given.filter((cell) => matchHeader(cell).kind !== 'unknown').length
    const enough = known >= ENOUGH || (known > 1 && known === given.length)
    if (enough && known > (best?.known ?? 0)) best = { at, known }
  })
  return (best as { at: number } | null)?.at ?? null
}

/** The system a file seems to come from, by the headings that tell it: all but one of them, and three at least. */
export function presetOf(headers: readonly string[]): string | null {
  const keys = new Set(headers.map(headerKey))
  const shares = presets.map(({ name, signature }) => {
    const present = signature.filter((header) => keys.has(headerKey(header))).length
    return { name, present, enough: present >= ENOUGH && present >= signature.length - 1 }
  })
  const fitting = shares.filter(({ enough }) => enough).sort((a, b) => b.present - a.present)
  return fitting[0]?.name ?? null
}
