/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}
const APOSTROPHES = /['’‘ʼʻ`´′]\s*/g
/** Accents over Latin, Greek and Cyrillic letters; the vowel signs of other scripts are part of the name and stay. */
const ACCENTS = /[\u0300-\u036f]/g

/**
 * The key by which a name sorts and is compared: without accents, case or punctuation, so that O'Connor, O’Connor and Oconnor stand
 * together, Núñez with Nunez, and "de la Cruz" under D. Both databases compare it byte by byte.
 */
export function sortName(name: string): string {
  if (/^[a-z]*$/.test(name)) return name
  if (/^[A-Za-z]*$/.test(name)) return name.toLowerCase()
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[øłđðħŧıßæœþ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The text in which a search looks, and what is looked for: names in the order given, folded as `sortName` does. */
export function searchName(...names: (string | null)[]): string {
  return names
    .map((name) => sortName(name ?? ''))
    .join(' ')
    .trim()
}
