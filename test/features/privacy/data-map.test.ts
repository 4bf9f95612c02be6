import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../../app/jobs'
import { aboutNobody, dataMap } from '../../../app/privacy/data-map'
import { held, notPersonal } from '../../../app/privacy/declare'
import { purposes } from '../../../app/privacy/purposes.table'
import { recipients } from '../../../app/privacy/recipients.table'
import { retention, type Retention } from '../../../app/privacy/retention.table'
import { table, text } from '../../../db/tables/define'
import { testServices, type TestServices } from '../../support/services'
import { faultsOf, idleOf, type Schema } from './check-map'

let services: TestServices
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.drop())

/** What stands in the database, as it tells itself. */
async function liveSchema(): Promise<Schema> {
  const { db } = services
  const sql =
    db.dialect === 'sqlite'
      ? `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`
      : `SELECT table_name AS \`table\`, column_name AS \`column\` FROM information_schema.columns
         WHERE table_schema = DATABASE()`
  const schema: Record<string, string[]> = {}
  for (const row of await db.query<{ table: string; column: string }>(sql))
    (schema[row.table] ??= []).push(row.column)
  return schema
}

test('[P9] every column that is stored is declared, once, and every declaration has its column', async () => {
  const schema = await liveSchema()
  expect(Object.keys(schema).length).toBeGreaterThan(20)
  expect(faultsOf(schema, dataMap, aboutNobody)).toEqual([])
})

test('[P9] no purpose, recipient or retention rule stands there idle, unless it says so', () => {
  expect(idleOf(dataMap, purposes, recipients, retention)).toEqual([])
})

test('[P9] a rule whose clock counts names the job that carries it out', () => {
  for (const [name, rule] of Object.entries<Retention>(retention)) {
    const counts = rule.afterMs !== undefined || rule.afterMonths !== undefined
    if (counts && !rule.notYet) expect(Object.keys(jobs), name).toContain(rule.by)
    if (rule.notYet) expect(Object.keys(jobs), `${name} is carried out`).not.toContain(rule.by)
  }
})

const diaries = table('diaries', { owner: text(), words: text() })
const diary = held({
  table: diaries,
  title: 'Diaries',
  role: 'controller',
  about: [{ subject: 'user', rows: ({ id }) => ({ owner: id }), erasure: { how: 'delete' } }],
  purposes: ['registering'],
  source: 'Nobody',
  recipients: ['hosting'],
  retention: 'account',
  columns: { owner: notPersonal('whose'), words: { label: 'Words', category: 'user.content' } },
})
const whole = { diaries: ['owner', 'words'] }

test.each([
  [whole, [diary], {}, []],
  [{ diaries: ['owner', 'words', 'mood'] }, [diary], {}, ['diaries.mood is not declared']],
  [{ diaries: ['owner'] }, [diary], {}, ['diaries.words is declared and is not there']],
  [{ ...whole, letters: ['id'] }, [diary], {}, ['letters is not declared']],
  [{ ...whole, letters: ['id'] }, [diary], { letters: 'figures' }, []],
  [whole, [diary], { letters: 'figures' }, ['letters is said to be about nobody and is not there']],
  [whole, [diary, diary], {}, ['diaries is declared twice']],
  [{}, [diary], {}, ['diaries is declared and is not there']],
  [whole, [{ ...diary, about: [] }], {}, ['diaries must be reached from a person, or say why it cannot']],
])('the check of columns sees what is wrong: %j', (schema, map, nobody, faults) => {
  expect(faultsOf(schema, map, nobody)).toEqual(faults)
})

test('the check of names sees one that is used by nothing, and one that is marked so and is used', () => {
  const { registering } = purposes
  const { hosting } = recipients
  const idle = idleOf(
    [diary],
    { registering: { ...registering, notCarriedOutYet: true } },
    { hosting, mail: hosting },
    { account: retention.account, roll: retention.roll },
  )
  expect(idle).toEqual([
    'purpose registering is marked as not used, and is',
    'recipient mail is used by nothing',
    'retention roll is used by nothing',
  ])
})
