import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../app/bin/install.mjs'

// Small files and small folders are what lets a stranger find a place on the first guess, so they are kept by a test.

const listed = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs|js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))

const files = ['app', 'db', 'emails', 'test'].flatMap(listed)
const isTable = (file: string) => /\.table\.tsx?$/.test(file)
const lines = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length

const code = files.filter((file) => /\.tsx?$/.test(file) && !isTable(file) && !file.startsWith('test/'))
const doors = code.filter((file) => /^app\/(routes\/|jobs\.)/.test(file))

const longerThan = (most: number, of: readonly string[]) =>
  of.filter((file) => lines(file) > most).map((file) => `${file} has ${lines(file)} lines, more than ${most}`)

/** The number of lines that `share` of the files do not exceed. */
function linesAt(share: number, of: readonly string[]): number {
  const sorted = of.map(lines).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

test('the walk sees the house', () => {
  expect(code).toContain('app/root.tsx')
  expect(code.length).toBeGreaterThan(100)
})

test('no file but a table of data is longer than 300 lines', () => {
  expect(
    longerThan(
      300,
      files.filter((file) => !isTable(file)),
    ),
  ).toEqual([])
})

test('no door is longer than 100 lines', () => {
  expect(longerThan(100, doors)).toEqual([])
})

test('half the code files have at most 50 lines, nine in ten at most 140; half the doors at most 40', () => {
  expect(linesAt(0.5, code)).toBeLessThanOrEqual(50)
  expect(linesAt(0.9, code)).toBeLessThanOrEqual(140)
  expect(linesAt(0.5, doors)).toBeLessThanOrEqual(40)
})

test('no folder holds more than 20 files, save those that are lists by nature', () => {
  const lists = ['app/routes', 'emails', 'db/migrations', 'test/journeys']
  const folders = [...new Set(files.map((file) => dirname(file)))].filter((folder) => !lists.includes(folder))
  const sizes = folders.map((folder) => ({
    folder,
    held: files.filter((file) => dirname(file) === folder).length,
  }))
  expect(sizes.filter(({ held }) => held > 20)).toEqual([])
})

test('no folder stands deeper than three below app', () => {
  const deep = files.filter((file) => file.startsWith('app/') && dirname(file).split('/').length > 4)
  expect(deep).toEqual([])
})

test('no file is named after nothing', () => {
  const vague = /^(utils?|misc|common|types|helpers?|shared|constants)(\.|$)/
  expect(files.filter((file) => file.split('/').some((part) => vague.test(basename(part))))).toEqual([])
})

test('the linter is silenced nowhere', () => {
  const silencing = /eslint-disable|@ts-(ignore|nocheck)|prettier-ignore/
  const own = 'test/rules/house.test.ts'
  expect(
    files.filter((file) => file !== own && silencing.test(readFileSync(join(root, file), 'utf8'))),
  ).toEqual([])
})
