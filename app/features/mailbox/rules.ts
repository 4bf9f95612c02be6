export type Piece = { kind: 'words' | 'link'; text: string } | { kind: 'break' }

/** An address in a text, up to white space, a bracket or the sentence's own full stop. */
const LINK = /(https?:\/\/[^\s<>()"]*[^\s<>()".,;:!?])/

/** A paragraph of a text part, taken to pieces: words, addresses and the ends of its lines. */
export function piecesOf(paragraph: string): Piece[] {
  return paragraph.split('\n').flatMap((line, place): Piece[] => [
    ...(place > 0 ? [{ kind: 'break' as const }] : []),
    ...line
      .split(LINK)
      .filter((text) => text !== '')
      .map((text): Piece => ({ kind: LINK.test(text) ? 'link' : 'words', text })),
  ])
}
