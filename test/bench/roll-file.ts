import { writeFile } from 'node:fs/promises'
import { inventedPupils } from '../../db/seed/invented-pupils'
import { FIELDS } from '../../app/features/pupils/rules/fields'
import { temporaryFolder } from '../support/machine/guard'

const cell = (value: string | number | string[] | null): string => {
  const text = Array.isArray(value) ? value.join(';') : value === null ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A CSV of `count` invented pupils with every field: 25 columns under their own names. Answers its path. */
export async function rollFile(count: number): Promise<string> {
  const pupils = inventedPupils({
    count,
    schoolLaEstab: '3712998',
    asOf: new Date().toISOString().slice(0, 10),
    seed: 7,
  })
  const header = FIELDS.map((field) => field.name).join(',')
  const lines = pupils.map((pupil) => FIELDS.map((field) => cell(pupil[field.name])).join(','))
  const file = `${temporaryFolder('roll')}/roll-${count}.csv`
  await writeFile(file, `${[header, ...lines].join('\r\n')}\r\n`)
  return file
}
