import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../app/bin/install.mjs'
import { importLimits } from '../../../app/features/imports/limits.table'
import { settingsTable } from '../../../app/server/boot/settings.table'
import { bodyLimits, FORM_BYTES } from '../../../app/server/http/body-limits.table'
import { limitsTable } from '../../../app/server/limits.table'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const readme = read('README.md')

const [, ofLimits = ''] = /^## Limits\n([\s\S]*?)^## /m.exec(readme) ?? []
/** What the README says of each limit, by its name in the code. */
const limits = new Map(
  [...ofLimits.matchAll(/^\| [^|]+ \| ([^|]+) \| `([^`|]+)` \|$/gm)].map(([, limit = '', name = '']) => [
    name,
    limit,
  ]),
)

const kilo = 1024
const bytes = (n: number) => (n >= kilo * kilo ? `${n / kilo / kilo} MB` : `${n / kilo} kB`)
const ofUploads = (name: string, n: number) =>
  name === 'fileBytes' ? bytes(n) : name.endsWith('Ms') ? `${n / 86_400_000} days` : n.toLocaleString('en-GB')

test('the README names every limit of the code, and no other', () => {
  const pathOf = (path: RegExp) => path.source.replaceAll(/[\\^$]/g, '')
  const inCode = new Map([
    ...Object.entries(limitsTable).map(
      ([name, { points, seconds }]) => [name, `${points} in ${seconds / 60} minutes`] as const,
    ),
    ['FORM_BYTES', bytes(FORM_BYTES)] as const,
    ...bodyLimits.map((limit) => [pathOf(limit.path), bytes(limit.bytes)] as const),
    ...Object.entries(importLimits).map(([name, n]) => [name, ofUploads(name, n)] as const),
  ])
  expect(limits).toEqual(inCode)
})

test('there is no table of limits that the README’s test does not know', () => {
  const tables = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('limits.table.ts'),
  )
  expect(tables.sort()).toEqual([
    'features/imports/limits.table.ts',
    'server/http/body-limits.table.ts',
    'server/limits.table.ts',
  ])
})

test('the README and .env.example name every setting', () => {
  const example = read('.env.example')
  const names = Object.keys(settingsTable)
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  expect(names.filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example))).toEqual([])
})

test('every command that the README names is there, and every command is named', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
  const known = new Set([...named, 'start', 'test', 'format'])
  expect(Object.keys(scripts).filter((name) => !known.has(name) && !readme.includes(`\`${name}\``))).toEqual(
    [],
  )
})

test('every link and every path in the README leads somewhere', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, to = '']) => to)
  const paths = [...readme.matchAll(/`((?:app|db|test|emails|public)\/[\w./$-]*)`/g)].map(([, to = '']) => to)
  expect(links.length).toBeGreaterThan(5)
  expect([...links, ...paths].filter((to) => !existsSync(join(root, to)))).toEqual([])
})
