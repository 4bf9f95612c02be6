import { searchName } from '../../../values/names'
import { readUpn } from '../../../values/upn'
import type { Condition } from '../scope'
import type { Filter, Roll, Sort } from './filter'

const onRoll: Record<Roll, string | null> = {
  current: 'left_on IS NULL',
  leavers: 'left_on IS NOT NULL',
  all: null,
}

/** Nobody is found by a special field, or counted, without consent (P8), should a value stand where it ought not to. */
const CONSENTED = `(SELECT g.decision FROM guardian_consents g WHERE g.school_id = :school AND g.pupil_id = pupils.id
  ORDER BY g.at DESC, g.id DESC LIMIT 1) = 'given'`

/** The filter as a condition, on top of the actor's scope. */
export function narrowed(scope: Condition, filter: Filter): Condition {
  const { q, year, class: group, sen, pp, eal } = filter
  const parts: (string | null | false)[] = [
    scope.sql,
    onRoll[filter.roll],
    year !== '' && 'year_group = :year',
    group !== '' && 'class_group = :group',
    sen !== '' && `sen_status = :sen AND ${CONSENTED}`,
    pp !== '' && 'pupil_premium = :pp',
    eal !== '' && 'eal = :eal',
  ]
  const search = q === '' ? null : searched(q)
  return {
    sql: [...parts, search?.sql].filter(Boolean).join(' AND '),
    params: { ...scope.params, year, group, sen, pp, eal, ...search?.params },
  }
}

/** Parts of names in any order, without accents; or a whole UPN or username. */
function searched(q: string): Condition {
  const words = searchName(q).split(' ').filter(Boolean)
  const params: Record<string, string> = { username: q }
  const ways = ['username = :username']
  // Folded words hold no % or _, which LIKE would take for something else.
  words.forEach((word, at) => (params[`word${at}`] = `%${word}%`))
  if (words.length > 0) ways.push(`(${words.map((_, at) => `search_name LIKE :word${at}`).join(' AND ')})`)
  const upn = readUpn(q)
  if (upn.kind === 'valid') {
    ways.push('upn = :upn')
    params.upn = upn.upn
  }
  return { sql: `(${ways.join(' OR ')})`, params }
}

/** By what a list is sorted before the name; unknown dates stand last. */
const leading: Record<Sort, string | null> = {
  name: null,
  year: 'year_sort',
  class: 'class_sort',
  birth: "COALESCE(date_of_birth, '9999-12-31')",
}

/** Where a pupil stands in the order of a list. */
export interface Standing {
  id: string
  leadKey: string | null
  name: string
}

/** The columns of a standing, for a SELECT. */
export const standingColumns = (sort: Sort) => `id, sort_name AS name, ${leading[sort] ?? 'NULL'} AS leadKey`

/** Ids make the order whole, so that no two pupils stand in one place. */
export function orderBy(sort: Sort, way: 'forwards' | 'backwards' = 'forwards'): string {
  const columns = [leading[sort], 'sort_name', 'id'].filter((column) => column !== null)
  return columns.map((column) => (way === 'forwards' ? column : `${column} DESC`)).join(', ')
}

/** True for who stands after (or before) that place. Spelled without row values, for which MariaDB does not use an index. */
export function beyond(sort: Sort, { id, leadKey, name }: Standing, way: 'after' | 'before'): Condition {
  const over = way === 'after' ? '>' : '<'
  const byName = `(sort_name ${over}= :atName AND (sort_name ${over} :atName OR id ${over} :atId))`
  const key = leading[sort]
  const sql = key ? `(${key} ${over} :atLead OR (${key} = :atLead AND ${byName}))` : byName
  return { sql, params: { atId: id, atName: name, ...(key && { atLead: leadKey }) } }
}
