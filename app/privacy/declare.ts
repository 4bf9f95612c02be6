import type { GlobalTable, SchoolTable } from '../../db/tables/define'
import type { Where } from '../../db/rows.server'
import type { PurposeName } from './purposes.table'
import type { RecipientName } from './recipients.table'
import type { RetentionName } from './retention.table'

/** Whom data is about. */
export type SubjectKind = 'user' | 'pupil' | 'lead' | 'subscriber' | 'supplier'

/** All that one person may be known by: what finders look for. Null: not known, or none. */
export interface Person {
  kind: SubjectKind
  id: string
  /** The schools that a user acts for. */
  schoolIds: readonly string[]
  /** The enquirer with the same address, where there is one. */
  leadIds: readonly string[]
  /** Lower-cased. */
  email: string | null
  /** Marks (keyed hashes) of the address: exact, and folded where the provider folds. */
  addressMarks: readonly string[]
  /** Of a pupil. */
  upn: string | null
  username: string | null
  sortName: string | null
}

/** Nothing is known: where a person begins that has only some of it. */
export const nothingKnown = {
  schoolIds: [],
  leadIds: [],
  email: null,
  addressMarks: [],
  upn: null,
  username: null,
  sortName: null,
} as const satisfies Omit<Person, 'kind' | 'id'>

/** What goes with a person, and how. `keep` and `tokenise` say why and until when, as the person is told (P28). */
export type Erasure =
  | { how: 'delete' }
  /** These columns are emptied or replaced; the row stays. */
  | {
      how: 'tokenise'
      columns: Readonly<Record<string, unknown>> | ((person: Person) => Readonly<Record<string, unknown>>)
      why: string
      until: string
      ground: string
    }
  | { how: 'keep'; why: string; until: string; ground: string }
  /** Done by a function of its own, named here: uploads that may hold a pupil, and the like. */
  | { how: 'by hand'; by: string }

/** Whose rows of a table are whose. */
export interface About<Row> {
  subject: SubjectKind
  /** The rows of a person; null where nothing of this person can stand there. */
  rows: (person: Person) => Where<Row> | null
  erasure: Erasure
  /** Left out of the person's copy (P26), and why; such as what would tell of somebody else. */
  withheld?: string
}

/** A column that says something about a person. */
export interface Personal {
  /** For the notice and the copy: what a person calls it. */
  label: string
  /** Fideslang category, such as `user.contact.email`. */
  category: string
  special?: true
  /** Not put into the person's copy, and why (a password's hash). */
  withheld?: string
  /** Where they differ from the table's. */
  purposes?: readonly PurposeName[]
  retention?: RetentionName
}

/** A column that says nothing about anybody, and why that is so. */
export interface NotPersonal {
  notPersonal: string
}

/** One table of the database: each of its columns declared once (P9). */
export interface TableMap<Row = never> {
  table: GlobalTable<Row> | SchoolTable<Row>
  /** What it holds, as the notice's and the copy's headings say it. */
  title: string
  role: 'controller' | 'processor'
  about: readonly About<Row>[]
  /** Where `about` is empty: why its rows cannot be found from a person. */
  unreachable?: string
  purposes: readonly PurposeName[]
  /** Where it comes from (P10). */
  source: string
  recipients: readonly RecipientName[]
  retention: RetentionName
  columns: Readonly<Record<keyof Row & string, Personal | NotPersonal>>
}

/** The same for several kinds of people. */
export const aboutEach = <Row>(
  kinds: readonly SubjectKind[],
  about: Omit<About<Row>, 'subject'>,
): About<Row>[] => kinds.map((subject) => ({ ...about, subject }))

/** Declares a table. */
export const held = <Row>(map: TableMap<Row>): TableMap => map as unknown as TableMap

export const notPersonal = (why: string): NotPersonal => ({ notPersonal: why })
