import { expect, test } from 'vitest'
import { codeReader } from '../../../app/values/code-set'

const read = codeReader(
  [
    { code: 'WBRI', label: 'White - British', aliases: ['White British'] },
    { code: 'WOTH', label: 'Any other White background', aliases: ['White Other'] },
    { code: 'E', label: 'Education, health and care plan', aliases: ['EHCP'] },
  ],
  [{ code: 'WOTW', label: 'White other' }],
)

test.each<[string, string | null, string?]>([
  ['WBRI', 'WBRI'],
  ['wbri', 'WBRI'],
  ['white british', 'WBRI'],
  ['White  –  British', 'WBRI'],
  ['WBRI - White British', 'WBRI'],
  ['WBRI: something of their own', 'WBRI'],
  ['White British (WBRI)', 'WBRI'],
  ['White other', 'WOTH', 'the earlier list wins'],
  ['WOTW', 'WOTW'],
  ['E - EHCP', 'E'],
  ['E - reader', null, 'one letter may be chance'],
  ['WBRI - Any other White background', null, 'code and label contradict'],
  ['', null],
  ['-', null],
])('%j is %s', (text, code) => expect(read(text)).toBe(code))
