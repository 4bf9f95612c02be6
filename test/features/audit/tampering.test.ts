import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeCheckpoint } from '../../../app/server/proof/checkpoint.server'
import { sealAudit } from '../../../app/server/proof/seal-audit.server'
import { verifyAudit } from '../../../app/server/proof/verify-audit.server'
import { testServices, type TestServices } from '../../support/services'
import { faultOf, guarded, refsOf, sealedLog, tamper, writeEntries } from './a-log'

let services: TestServices
beforeEach(async () => {
  services = await testServices()
  await sealedLog(services, [3, 3, 3])
})
afterEach(() => services.drop())

const waiting = async () =>
  (await services.db.query<{ ref: string }>('SELECT ref FROM audit_waiting ORDER BY ref'))[0]?.ref ?? ''

const copyOf = (table: string, from: string, columns: Record<string, string>) => {
  const all =
    'id at act school_id actor_kind actor_id subject_kind subject_id fields counts door address request_id place mac'
  const names = all.split(' ').map((name) => `\`${name}\``)
  const values = all.split(' ').map((name) => columns[name] ?? `\`${name}\``)
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE id = '${from}'`
}

test('a trail that nobody touched holds, also with a tail that is not sealed yet', async () => {
  await writeEntries(services, 2)
  expect(await verifyAudit(services, null)).toEqual({
    ...{ fault: null, seals: 3, leaves: 9, waiting: 2, checkpoint: null },
  })
})

describe('what was done to sealed entries is found and named', () => {
  test('[P21] a changed byte', async () => {
    const [, ref = ''] = await refsOf(services, 2)
    await tamper(services, `UPDATE audit_entries SET counts = '{"left":9}' WHERE id = '${ref}'`)
    expect(await faultOf(services)).toBe(`Entry ${ref} was altered after seal 2 covered it`)
  })

  test('[P21] also a byte that says nothing, and one of a column that was empty', async () => {
    const [first = '', second = ''] = await refsOf(services, 2)
    await tamper(services, `UPDATE audit_entries SET school_id = '${randomUUID()}' WHERE id = '${second}'`)
    expect(await faultOf(services)).toContain(second)
    await tamper(services, `UPDATE audit_entries SET counts = '{"left": 3}' WHERE id = '${first}'`)
    expect(await faultOf(services)).toContain(first)
  })

  test('[P21] a deleted row, with its leaf or without', async () => {
    const [, ref = ''] = await refsOf(services, 2)
    await tamper(services, `DELETE FROM audit_entries WHERE id = '${ref}'`)
    expect(await faultOf(services)).toBe(`Entry ${ref} is missing; seal 2 covers it`)
    await tamper(services, `DELETE FROM audit_leaves WHERE ref = '${ref}'`)
    expect(await faultOf(services)).toBe('The leaf at place 1 of seal 2 is missing')
  })

  test('[P21] an inserted row: waiting, with the mark of waiting taken away, and with a leaf', async () => {
    const [ref = ''] = await refsOf(services, 2)
    const id = randomUUID()
    await tamper(services, copyOf('audit_entries', ref, { id: `'${id}'` }))
    const waits = `Entry ${id} was inserted or altered before it was sealed`
    expect(await faultOf(services)).toBe(waits)
    await sealAudit(services.actor())
    expect(await faultOf(services)).toBe(waits)
    await tamper(services, `DELETE FROM audit_waiting WHERE ref = '${id}'`)
    expect(await faultOf(services)).toBe(`Entry ${id} was inserted: it is neither sealed nor waiting`)
    const hash = 'h'.repeat(43)
    await tamper(
      services,
      `INSERT INTO audit_leaves (seal, place, kind, ref, hash) VALUES (2, 3, 'entry', '${id}', '${hash}')`,
    )
    expect(await faultOf(services)).toContain(id.slice(0, 8))
  })

  test('[P21] an inserted row without a MAC, as entries had before there was one', async () => {
    const [ref = ''] = await refsOf(services, 2)
    const id = randomUUID()
    await tamper(services, copyOf('audit_entries', ref, { id: `'${id}'`, mac: 'NULL', at: '1' }))
    await sealAudit(services.actor())
    expect(await faultOf(services)).toBe(`Entry ${id} was inserted or altered before it was sealed`)
  })

  test('[P21] two rows swapped: what they say, or their places in the log', async () => {
    const [first = '', second = ''] = await refsOf(services, 2)
    const swap = (table: string, key: string, one: string, other: string) => [
      `UPDATE ${table} SET ${key} = 'between' WHERE ${key} = '${one}'`,
      `UPDATE ${table} SET ${key} = '${one}' WHERE ${key} = '${other}'`,
      `UPDATE ${table} SET ${key} = '${other}' WHERE ${key} = 'between'`,
    ]
    const between = randomUUID()
    const ids = swap('audit_entries', 'id', first, second).map((sql) => sql.replace('between', between))
    await tamper(services, ...ids)
    expect(await faultOf(services)).toBe(`Entry ${first} was altered after seal 2 covered it`)
    await tamper(services, ...ids)
    expect(await faultOf(services)).toBeNull()
    await tamper(
      services,
      'UPDATE audit_leaves SET place = 9 WHERE seal = 2 AND place = 0',
      'UPDATE audit_leaves SET place = 0 WHERE seal = 2 AND place = 1',
      'UPDATE audit_leaves SET place = 1 WHERE seal = 2 AND place = 9',
    )
    expect(await faultOf(services)).toBe(`Entry ${first} was swapped with another in seal 2`)
  })

  test('[P21] a batch removed from the middle', async () => {
    await tamper(
      services,
      'DELETE FROM audit_entries WHERE id IN (SELECT ref FROM audit_leaves WHERE seal = 2)',
      'DELETE FROM audit_leaves WHERE seal = 2',
      'DELETE FROM audit_seals WHERE number = 2',
    )
    expect(await faultOf(services)).toBe('Seal 2 is missing')
  })

  test('[P21] a removed last batch, against the newest checkpoint: its row, its file, or the copy that was mailed', async () => {
    const file = join(services.settings.dataDir, 'checkpoint.json')
    await takeCheckpoint(services.actor())
    const copy = readFileSync(file, 'utf8')
    expect(await faultOf(services, copy)).toBeNull()
    await tamper(
      services,
      'DELETE FROM audit_entries WHERE id NOT IN (SELECT ref FROM audit_leaves WHERE seal < 3)',
      'DELETE FROM audit_leaves WHERE seal = 3',
      'DELETE FROM audit_seals WHERE number = 3',
      'DELETE FROM audit_waiting',
    )
    expect(await faultOf(services)).toMatch(/^Seal 3 is missing: the checkpoint of .*row 3/)
    await tamper(services, 'DELETE FROM checkpoints')
    expect(await faultOf(services)).toMatch(/^Seal 3 is missing: the checkpoint of .*checkpoint\.json/)
    rmSync(file)
    // Who removes every trace of ours is found by the copy that is out of our reach, and by it alone.
    expect(await faultOf(services)).toBeNull()
    expect(await faultOf(services, copy)).toMatch(/^Seal 3 is missing: the checkpoint of .*the file given/)
    await sealedLog(services, [1])
    expect(await faultOf(services, copy)).toMatch(/^Seal 3 is not the one .*: the log was rewritten$/)
  })

  test('[P21] a checkpoint that was altered', async () => {
    await takeCheckpoint(services.actor())
    await tamper(services, 'UPDATE checkpoints SET body = REPLACE(body, \'"size":3\', \'"size":2\')')
    expect(await faultOf(services)).toBe('The checkpoint of row 3 is not as a key of ours signed it')
  })
})

describe('what was done before sealing', () => {
  test('[P21] an entry that was altered while it waits is not sealed, and is named', async () => {
    await writeEntries(services, 2)
    const ref = await waiting()
    await tamper(services, `UPDATE audit_entries SET act = 'test.other' WHERE id = '${ref}'`)
    await sealAudit(services.actor())
    expect(await refsOf(services, 4)).toHaveLength(1)
    expect(await faultOf(services)).toBe(`Entry ${ref} was inserted or altered before it was sealed`)
  })

  test('[P21] an entry that was deleted while it waits is named, unless the mark of waiting went too', async () => {
    await writeEntries(services, 1)
    const ref = await waiting()
    await tamper(services, `DELETE FROM audit_entries WHERE id = '${ref}'`)
    expect(await faultOf(services)).toBe(`Entry ${ref} is missing: it was to be sealed`)
    await tamper(services, 'DELETE FROM audit_waiting')
    expect(await faultOf(services)).toBeNull()
  })
})

describe('the database itself refuses', () => {
  test.each(guarded)('[P21] to change or delete a row of %s', async (table) => {
    await takeCheckpoint(services.actor())
    const column = table === 'audit_leaves' ? 'place' : 'at'
    const refused = { parent: { message: expect.stringContaining(`${table} only grows`) as string } }
    await expect(services.db.run(`UPDATE ${table} SET ${column} = ${column} + 1`)).rejects.toMatchObject(
      refused,
    )
    await expect(services.db.run(`DELETE FROM ${table}`)).rejects.toMatchObject(refused)
    expect(await faultOf(services)).toBeNull()
  })
})
