import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobs } from '../../../app/jobs'
import { canonical } from '../../../app/server/proof/canonical'
import { takeCheckpoint } from '../../../app/server/proof/checkpoint.server'
import { publishedKeys } from '../../../app/server/proof/public-keys.server'
import { isSigned } from '../../../app/server/proof/signer'
import { auditSeals } from '../../../db/tables/proof'
import { testServices, type TestServices } from '../../support/services'

let services: TestServices
let file: string
beforeAll(async () => {
  services = await testServices()
  file = join(services.settings.dataDir, 'checkpoint.json')
})
afterAll(() => services.drop())

const seal = (number: number) =>
  services.db.rows(auditSeals).insert({
    number,
    leaves: 1,
    body: '{}',
    hash: `${number}`.padStart(43, 'h'),
    signature: 's'.repeat(86),
    at: services.clock.now(),
  })
const kept = () => JSON.parse(readFileSync(file, 'utf8')) as { body: string; signature: string }
const rows = (table: string) => services.db.query<Record<string, unknown>>(`SELECT * FROM ${table}`)

test('is taken each night outside the hour that a clock change repeats', () => {
  expect(jobs['audit.checkpoint']?.every).toBe('04:10 Europe/London')
})

test('with nothing sealed yet there is nothing to say', async () => {
  await takeCheckpoint(services.actor())
  expect(await rows('checkpoints')).toEqual([])
  expect(await rows('outbox')).toEqual([])
})

test('the newest seal is signed, kept beside the database, mailed and published', async () => {
  await seal(1)
  await seal(2)
  const actor = services.actor()
  await takeCheckpoint(actor)
  const { body, signature } = kept()
  expect(body).toBe(
    canonical({
      v: 1,
      type: 'audit.checkpoint',
      origin: new URL(services.settings.baseUrl).host,
      size: 2,
      root: '2'.padStart(43, 'h'),
      at: new Date(actor.at).toISOString(),
      kid: services.signer.kid,
    }),
  )
  expect(isSigned(body, signature, services.signer.publicKey)).toBe(true)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect((await publishedKeys(services.db)).checkpoint).toEqual({ body, signature })

  const [mail, ...more] = await rows('outbox')
  expect(more).toEqual([])
  expect(mail).toMatchObject({ template: 'checkpoint', kind: 'contract' })
  const opened = JSON.parse(services.keys.open('outbox', String(mail?.['content'])) ?? '') as {
    to: string
    attached: { name: string; content: string }[]
  }
  expect(opened.to).toBe(services.settings.dpoEmail)
  expect(opened.attached).toEqual([{ name: 'otrack-checkpoint-2.json', content: readFileSync(file, 'utf8') }])
})

test('with nothing sealed since, there is no second one; a file that was lost is written again', async () => {
  const before = kept()
  rmSync(file)
  await takeCheckpoint(services.actor())
  expect(kept()).toEqual(before)
  expect(await rows('checkpoints')).toHaveLength(1)
  expect(await rows('outbox')).toHaveLength(1)
})

test('two workers at the same moment take one', async () => {
  await seal(3)
  const taken = await Promise.allSettled([takeCheckpoint(services.actor()), takeCheckpoint(services.actor())])
  expect(taken.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(await rows('checkpoints')).toHaveLength(2)
  expect(await rows('outbox')).toHaveLength(2)
  await takeCheckpoint(services.actor())
  expect((JSON.parse(kept().body) as { size: number }).size).toBe(3)
})
