const text = { type: 'string' } as const
const textOrNull = { type: ['string', 'null'] } as const

/** An object with exactly these properties. */
const exactly = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const listOf = (items: object) => ({ type: 'array', items })

/** What data.json looks like, as JSON Schema; it goes along as schema.json. */
export const copySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:otrack:access-copy:1',
  title: 'A copy of everything that OTrack holds about one person',
  ...exactly({
    format: { const: 'otrack-access-copy/1' },
    request: { ...text, description: 'Reference of the request' },
    receipt: { ...text, description: 'Reference of the receipt of the download' },
    made_at: { ...text, description: 'Moment in UTC, ISO 8601' },
    controller: exactly({ name: text, address: listOf(text), telephone: text }),
    data_protection_officer: exactly({ name: text, email: text, telephone: text }),
    rights: text,
    automated_decisions: text,
    complaints: exactly({ toUs: text, toRegulator: text, regulatorLink: text, toCourt: text }),
    tables: listOf(
      exactly({
        name: { ...text, description: 'Also the name of its file in csv/' },
        title: text,
        role: { enum: ['controller', 'processor'], description: 'As what OTrack holds it' },
        source: { ...text, description: 'Where it comes from' },
        purposes: { ...listOf(exactly({ says: text, basis: text, interest: textOrNull })), minItems: 1 },
        recipients: listOf(exactly({ name: text, why: text, country: text, safeguard: textOrNull })),
        retention: { ...text, description: 'How long it is kept' },
        columns: listOf(exactly({ name: text, label: text, special: { type: 'boolean' } })),
        withheld: listOf(exactly({ what: text, why: text })),
        rows: listOf({
          type: 'object',
          description: 'By the names of the columns; moments in UTC, ISO 8601; null is unknown',
        }),
      }),
    ),
  }),
}
