import { FIELDS, SOURCE_FIELDS, type FieldName, type SourceField } from '../../pupils/rules/fields'
import { headerSynonyms, neverImported, notKept, preferredNames, weakHeadings } from './header-synonyms.table'

export type HeaderMatch =
  | { kind: 'field'; field: SourceField; rank: number; weak: string | null }
  | { kind: 'preferred'; field: 'last_name' | 'first_name' }
  | { kind: 'not-kept'; why: string }
  | { kind: 'unknown' }

/** Lower case, without spaces and punctuation other than & % /, so that spellings of one heading are equal. */
export const headerKey = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}&%/]+/gu, '')

const matches = new Map<string, HeaderMatch>()
const add = (header: string, match: HeaderMatch) => {
  if (!matches.has(headerKey(header))) matches.set(headerKey(header), match)
}
for (const field of SOURCE_FIELDS) {
  const weak = new Set(weakHeadings[field]?.headings.map(headerKey))
  // A field's own name is a heading of it, for our own exports are read back.
  const headings = [...headerSynonyms[field], field]
  headings.forEach((header, rank) => {
    add(header, {
      kind: 'field',
      field,
      rank,
      weak: weak.has(headerKey(header)) ? (weakHeadings[field]?.why ?? null) : null,
    })
  })
}
for (const { name, label } of FIELDS) add(label, { kind: 'field', field: name, rank: 99, weak: null })
for (const field of ['last_name', 'first_name'] as const)
  for (const header of preferredNames[field]) add(header, { kind: 'preferred', field })
for (const header of notKept) add(header, { kind: 'not-kept', why: 'OTrack does not keep this.' })

const never = neverImported.map((header) => ` ${wordsOf(header)}`)

/** What a heading means by itself. Only exact spellings count; an unknown one may still resemble a field (`resemblance`). */
export function matchHeader(header: string): HeaderMatch {
  const match = matches.get(headerKey(header))
  if (match) return match
  if (headerKey(header) === '') return { kind: 'not-kept', why: 'The column has no heading.' }
  if (never.some((words) => ` ${wordsOf(header)}`.includes(words)))
    return { kind: 'not-kept', why: 'OTrack never stores this.' }
  return { kind: 'unknown' }
}

const resembling = FIELDS.flatMap(({ name, label }) =>
  [...headerSynonyms[name], label].map((header) => ({ field: name, words: ` ${wordsOf(header)} ` })),
)
  .filter(({ words }) => words.length > 4)
  .sort((a, b) => b.words.length - a.words.length)

/** The field whose heading stands, word for word, inside an unknown one ("Child’s date of birth (day first)"); to be asked, never taken. */
export function resemblance(header: string): FieldName | null {
  const words = ` ${wordsOf(header)} `
  return resembling.find((known) => words.includes(known.words))?.field ?? null
}

function wordsOf(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}&%]+/gu, ' ')
    .trim()
}
