import { sortName } from '../../../values/names'
import type { PupilValues } from '../../pupils/rules/fields'
import type { Problem } from '../../pupils/rules/problem'

/** How many lines are named in a message before it says "and others". */
const NAMED = 5

/**
 * Pupils that stand in one file twice. All rows are noted first, then each is asked about. One UPN for two rows refuses both, for no one
 * can tell whose it is; the same name and date of birth under another UPN is a warning from the second on, and a note at the first.
 */
export class FileDuplicates {
  readonly #byUpn = new Map<string, number[]>()
  readonly #byPerson = new Map<string, number[]>()

  note(line: number, values: PupilValues): void {
    if (values.upn) put(this.#byUpn, values.upn, line)
    const person = personKey(values)
    if (person) put(this.#byPerson, person, line)
  }

  problems(line: number, values: PupilValues): Problem[] {
    const sameUpn = this.#byUpn.get(values.upn ?? '') ?? []
    if (sameUpn.length > 1)
      return [
        {
          field: 'upn',
          value: values.upn ?? '',
          severity: 'error',
          rule: 'UPN_DUPLICATE_IN_FILE',
          message: `The same UPN stands on ${others(sameUpn, line)}. Find out whose it is, correct it and upload the file again.`,
        },
      ]
    const samePerson = this.#byPerson.get(personKey(values) ?? '') ?? []
    if (samePerson.length < 2) return []
    return [
      {
        field: 'last_name',
        value: values.last_name ?? '',
        severity: samePerson[0] === line ? 'info' : 'warning',
        rule: 'POSSIBLE_DUPLICATE_PERSON',
        message: `The same name and date of birth stand on ${others(samePerson, line)}. If it is the same pupil, delete one of them.`,
      },
    ]
  }
}

function put(lines: Map<string, number[]>, key: string, line: number): void {
  const known = lines.get(key)
  if (known) known.push(line)
  else lines.set(key, [line])
}

function personKey({ last_name, first_name, date_of_birth }: PupilValues): string | null {
  if (!last_name || !first_name || !date_of_birth) return null
  return `${sortName(last_name)}|${sortName(first_name)}|${date_of_birth}`
}

function others(lines: readonly number[], own: number): string {
  const rest = lines.filter((line) => line !== own)
  const named = rest.slice(0, NAMED).join(', ')
  return `${rest.length === 1 ? 'line' : 'lines'} ${named}${rest.length > NAMED ? ' and others' : ''}`
}
