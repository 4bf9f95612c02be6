import { snake } from '../../db/tables/define'
import { dataMap } from './data-map'
import { nothingKnown, type About, type Erasure, type Personal, type TableMap } from './declare'
import { purposes, type Purpose, type PurposeName } from './purposes.table'
import { recipients, type Recipient, type RecipientName } from './recipients.table'
import type { Activity, Register } from './register.schema'
import { retention } from './retention.table'

/** What the register says of the company, which stands in one place of the code and is handed in. */
export type Facts = Omit<Register, 'version' | 'activities' | 'sub_processors' | 'recipients'>

const security = [
  'Access by role, checked at every door; a school’s data is reached only through that school',
  'Every reading, change and export of a pupil’s record is recorded in a log that shows alteration',
  'Passwords are kept as Argon2id hashes; secrets and waiting messages are encrypted at rest',
  'Encryption on the way; backups are encrypted',
]

/** The register of processing (art. 30), made from the data map: an activity for each purpose and role (P1, P13). */
export const registerOf = (facts: Facts): Register => ({
  ...facts,
  version: 1,
  activities: (Object.keys(purposes) as PurposeName[]).flatMap((name) =>
    (['controller', 'processor'] as const).flatMap((role) => activityOf(name, role, facts) ?? []),
  ),
  sub_processors: named(namesOf(dataMap.filter(({ role }) => role === 'processor'))).filter(
    ({ name }) => name !== recipients.school.name,
  ),
  recipients: named(Object.keys(recipients) as RecipientName[]),
})

/** A column that says something of a person, with its table's declaration. */
interface Field {
  map: TableMap
  column: string
  personal: Personal
}

const fieldsOf = (map: TableMap): Field[] =>
  Object.entries<TableMap['columns'][never]>(map.columns).flatMap(([column, personal]) =>
    'label' in personal ? [{ map, column, personal }] : [],
  )

function activityOf(name: PurposeName, role: TableMap['role'], facts: Facts): Activity | null {
  const purpose: Purpose = purposes[name]
  const fields = dataMap
    .filter((map) => map.role === role)
    .flatMap(fieldsOf)
    .filter(({ map, personal }) => (personal.purposes ?? map.purposes).includes(name))
  // A purpose that nothing serves yet is announced once, as the controller's.
  if (fields.length === 0 && !(purpose.notCarriedOutYet && role === 'controller')) return null
  const maps = [...new Set(fields.map(({ map }) => map))]
  const shown = fields.map(shownField)
  const special = shown.some(({ special_category }) => special_category)
  return {
    id: role === 'controller' ? name : `${name}-for-schools`,
    name: purpose.says,
    role,
    controller: role === 'controller' ? facts.controller.name : 'The pupil’s school',
    carried_out: !purpose.notCarriedOutYet,
    data_use: purpose.dataUse,
    data_subjects: unique(shown.flatMap(({ data_subjects }) => data_subjects)),
    data_categories: unique(shown.map(({ data_category }) => data_category)),
    legal_basis: purpose.basis,
    ...(purpose.interest && { legitimate_interest: purpose.interest }),
    ...(special && { special_basis: 'explicit consent (art. 9(2)(a)), recorded by the school' }),
    source: unique(maps.map(({ source }) => source)),
    recipients: named(namesOf(maps)),
    retention: unique(shown.map((field) => field.retention)),
    automated_decisions: 'none',
    security,
    fields: shown,
  }
}

const SUBJECTS = {
  user: 'customer',
  lead: 'prospect',
  subscriber: 'prospect',
  supplier: 'supplier_vendor',
  pupil: 'pupil',
} as const

function shownField({ map, column, personal }: Field): Activity['fields'][number] {
  const about = map.about as readonly About<never>[]
  const subjects = about.map(({ subject }) => SUBJECTS[subject])
  return {
    table: map.table.name,
    column: snake(column),
    label: personal.label,
    data_category: personal.category,
    data_subjects: unique(subjects.length > 0 ? subjects : ['pupil']),
    special_category: personal.special === true,
    source: map.source,
    retention: retention[personal.retention ?? map.retention].says,
    recipients: map.recipients.map((name) => recipients[name].name),
    erasure: map.unreachable ?? unique(about.map(({ erasure }) => erasureWords(erasure, column))).join('; '),
  }
}

function erasureWords(erasure: Erasure, column: string): string {
  if (erasure.how === 'delete' || erasure.how === 'by hand') return 'deleted'
  if (erasure.how === 'keep') return `kept until ${erasure.until}: ${erasure.why}`
  const columns =
    typeof erasure.columns === 'function'
      ? erasure.columns({ ...nothingKnown, kind: 'user', id: '' })
      : erasure.columns
  return column in columns ? 'emptied' : `kept until ${erasure.until}: ${erasure.why}`
}

const namesOf = (maps: readonly TableMap[]) => unique(maps.flatMap((map) => map.recipients))

const named = (names: readonly RecipientName[]) =>
  names.map((key) => {
    const { name, why, country, safeguard, ...one }: Recipient = recipients[key]
    const when = one.notYet ? 'not yet' : one.onOccasion ? 'on occasion' : 'always'
    return { name, role: 'recipient', why, country, safeguard, when } as const
  })

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
