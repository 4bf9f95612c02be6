import { senStatuses } from '../rules/sen.table'
import { yearGroups } from '../rules/year-group.table'

/** How a list may be sorted. */
export const sorts = [
  { value: 'name', label: 'Name' },
  { value: 'year', label: 'Year group' },
  { value: 'class', label: 'Class group' },
  { value: 'birth', label: 'Date of birth' },
] as const
export type Sort = (typeof sorts)[number]['value']

export const rolls = [
  { value: 'current', label: 'On roll' },
  { value: 'leavers', label: 'Leavers' },
  { value: 'all', label: 'Everybody' },
] as const
export type Roll = (typeof rolls)[number]['value']

/** What a list of pupils is narrowed to. Empty text: not narrowed. */
export interface Filter {
  /** As it was typed: parts of names in any order, or a whole UPN or username. */
  q: string
  /** Code of a year group. */
  year: string
  /** Class group as it is spelled. */
  class: string
  /** Code of a SEN status. */
  sen: string
  pp: '' | 'yes' | 'no'
  eal: '' | 'yes' | 'no'
  roll: Roll
}

/** Where in the list: after or before the pupil of this id. */
export interface Place {
  after: string | null
  before: string | null
}

const LONGEST = 100

function oneOf<T extends string>(value: string | null, values: readonly { value: T }[]): T | undefined {
  return values.find((known) => known.value === value)?.value
}
const code = (value: string | null, codes: readonly { code: string }[]) =>
  codes.find((known) => known.code === value)?.code ?? ''
const yesNo = (value: string | null) => (value === 'yes' || value === 'no' ? value : '')

/** The filter in an address; what it does not know is passed over. `roll` is who is listed where the address does not say. */
export function readFilter(address: URLSearchParams, roll: Roll): Filter {
  const text = (name: string) =>
    (address.get(name) ?? '')
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, LONGEST)
  return {
    q: text('q'),
    year: code(address.get('year'), yearGroups),
    class: text('class'),
    sen: code(address.get('sen'), senStatuses),
    pp: yesNo(address.get('pp')),
    eal: yesNo(address.get('eal')),
    roll: oneOf(address.get('roll'), rolls) ?? roll,
  }
}

export const readSort = (address: URLSearchParams): Sort => oneOf(address.get('sort'), sorts) ?? 'name'

export const readPlace = (address: URLSearchParams): Place => ({
  after: address.get('after'),
  before: address.get('before'),
})

/** True where the list is narrowed beyond the roll. */
export const isNarrowed = ({ q, year, class: group, sen, pp, eal }: Filter): boolean =>
  [q, year, group, sen, pp, eal].some((text) => text !== '')

/** The filter as an address holds it, without what is not narrowed. */
export function addressOf(filter: Filter, more: Record<string, string | null> = {}): string {
  const { roll, ...rest } = filter
  const all = { ...rest, roll: roll === 'current' ? '' : roll, ...more }
  const parts = Object.entries(all).filter((part): part is [string, string] => Boolean(part[1]))
  return parts.length > 0 ? `?${new URLSearchParams(parts).toString()}` : ''
}
