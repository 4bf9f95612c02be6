import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, type ExpectStatic } from 'vitest'
import { startApp, type App } from '../../support/app'
import { cast } from '../../support/cast'
import { upload, uploadAt, type Upload } from './an-upload'
import type { ImportReport, State } from './report'
import { bigRoll, file, pupil } from './roll-files'
import { entries, rollWithoutIds } from './the-roll'

const ROWS = 3000
/** On MySQL a dead worker's job is free when its lease of 15 s ends; each kill at work costs that. */
const WAIT_MS = 60_000
const now = '2026-06-15T09:00:00Z'

/** Half of these pupils are on roll already, under another class: a commit adds and changes. */
const before = bigRoll(ROWS / 2).replaceAll('4B', '3B')
const content = `${bigRoll(ROWS)}${file(pupil(9001, 'Refused').with(3, '31/02/2017'))}`

/** A server with a school of its own that is killed and started again, and what was met at each kill. */
interface Mortal {
  app: App
  one: Upload
  met: State[]
}

async function begin(): Promise<Mortal> {
  const app = await startApp({ now })
  const head = await app.signIn(cast.otherHead)
  const first = await upload(head, before)
  await first.settled()
  await first.commit()
  return { app, one: await upload(head, content), met: [] }
}

/** Waits for a moment, cuts the power, notes how the upload stood, and starts again. */
async function killWhen(mortal: Mortal, isTime: (report: ImportReport) => boolean): Promise<void> {
  while (!isTime(await mortal.one.report())) await sleep(2)
  await killNow(mortal)
}

async function killNow(mortal: Mortal): Promise<void> {
  const { app, one } = mortal
  await app.kill()
  const id = one.address.split('/').at(-1)
  const [row] = await app.rows('SELECT state FROM imports WHERE id = ?', [id])
  mortal.met.push(row?.['state'] as State)
  mortal.app = await startApp({ beside: app })
  mortal.one = uploadAt(await mortal.app.signIn(cast.otherHead), one.address)
}

/** It is past this row, or already past the work in which rows are counted. */
const pastRow =
  (row: number) =>
  ({ state, progress }: ImportReport): boolean =>
    (state === 'checking' && progress.done >= row) || (state !== 'reading' && state !== 'checking')

interface End {
  report: ImportReport
  pupils: Record<string, unknown>[]
  written: number[]
}

async function endOf({ app, one }: Mortal): Promise<End> {
  const head = await app.signIn(cast.otherHead)
  const report = await one.report()
  const written = await Promise.all(
    ['imports.started', 'imports.checked', 'imports.committed'].map(
      async (act) => (await entries(app, act, report.id)).length,
    ),
  )
  return { report, pupils: await rollWithoutIds(head), written }
}

const commonOf = ({ report: { id: _id, ...report }, ...rest }: End) => ({ ...rest, report })

describe(
  'a server killed in the middle of an upload goes on where it stood, by itself',
  { timeout: 150_000 },
  () => {
    let unbroken: End
    const apps: Mortal[] = []
    beforeAll(async () => {
      const whole = await begin()
      expect(await whole.one.settled()).toMatchObject({ state: 'preview' })
      await whole.one.commit()
      unbroken = await endOf(whole)
      await whole.app.stop()
      expect(unbroken.report.counts).toMatchObject({
        rows: ROWS + 1,
        added: ROWS / 2,
        changed: ROWS / 2,
        refused: 1,
      })
      expect(unbroken.pupils).toHaveLength(ROWS)
    })
    afterAll(async () => {
      for (const { app } of apps) await app.stop()
    })

    /** The upload once it is saved, and once its message is sent. */
    async function finish(expect: ExpectStatic, mortal: Mortal): Promise<void> {
      expect(await mortal.one.settled(WAIT_MS)).toMatchObject({ state: 'committed', error: null })
      expect(commonOf(await endOf(mortal))).toEqual(commonOf(unbroken))
      await expect.poll(() => mortal.app.mailbox.to(cast.otherHead), { timeout: WAIT_MS }).toHaveLength(2)
      // Nothing of the work is left over: the rows that waited and the file are gone.
      const left = () => mortal.app.rows('SELECT line FROM staged_rows')
      await expect.poll(left, { timeout: WAIT_MS }).toEqual([])
    }

    test.concurrent('twice while its rows are checked', async ({ expect }) => {
      const mortal = await begin()
      apps.push(mortal)
      await killWhen(mortal, pastRow(500))
      await killWhen(mortal, pastRow(2000))
      expect(await mortal.one.settled(WAIT_MS)).toMatchObject({
        state: 'preview',
        counts: unbroken.report.counts,
      })
      // On a busy machine the second may come too late; the first did not.
      expect(mortal.met[0]).toBe('checking')
      await mortal.one.press('commit')
      await finish(expect, mortal)
    })

    test.concurrent(
      'once as soon as it came in and three times while it is saved: all of it is on the roll in the end, and each pupil once',
      async ({ expect }) => {
        const mortal = await begin()
        apps.push(mortal)
        await killNow(mortal)
        expect(['reading', 'checking']).toContain(mortal.met[0])
        expect(await mortal.one.settled(WAIT_MS)).toMatchObject({ state: 'preview' })
        const half = (await rollWithoutIds(await mortal.app.signIn(cast.otherHead))).length
        expect(half).toBe(ROWS / 2)
        await mortal.one.press('commit')
        for (const ms of [0, 30, 120]) {
          // Where it was met it is not half saved: until the end the roll is as it was.
          if (mortal.met.length > 1) await sleep(ms)
          await killNow(mortal)
          const [count] = await mortal.app.rows('SELECT COUNT(*) AS n FROM pupils WHERE last_name LIKE ?', [
            'Bell%',
          ])
          expect([ROWS / 2, ROWS]).toContain(Number(count?.['n']))
        }
        expect(mortal.met[1]).toBe('committing')
        await finish(expect, mortal)
      },
    )
  },
)
