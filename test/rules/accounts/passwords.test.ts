import { expect, test } from 'vitest'
import {
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  weakPassword,
} from '../../../app/features/accounts/rules/passwords'

const about = ['ngozi.okafor@hillstreet.sch.uk', 'Hill Street Primary School']

test.each([
  ['correct horse demo', null],
  ['kettle marble otter', null],
  ['Þrír ólíkir orð', null],
  [`bcdefgh${'z'.repeat(LONGEST_PASSWORD - 7)}`, null],
  ['', 'short'],
  ['kettle 12', 'short'],
  ['👩‍🏫👩‍🏫', 'short'],
  [`x7 ${'k'.repeat(LONGEST_PASSWORD)}`, 'long'],
  ['Password123', 'common'],
  ['P-a-s-s-w-o-r-d 2026!', 'common'],
  ['1234567890', 'common'],
  ['987654321098', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['abababababab', 'common'],
  ['qwertyuiop', 'common'],
  ['Welcome2026', 'common'],
  ['ngozi.okafor', 'about-you'],
  ['Ngozi Okafor 1', 'about-you'],
  ['ngozi.okafor@hillstreet.sch.uk', 'about-you'],
  ['hillstreetprimaryschool', 'about-you'],
] as const)('%j: %s', (password, why) => {
  expect(weakPassword(password, about)).toBe(why)
})

test('letters are counted, not bytes', () => {
  expect(weakPassword('é'.repeat(3) + 'ø'.repeat(3) + 'ß'.repeat(SHORTEST_PASSWORD - 6), [])).toBe(null)
})

test('a short word about the person rules nothing out', () => {
  expect(weakPassword('abc kettle marble', ['abc'])).toBe(null)
  expect(weakPassword('kettle marble', ['', 'x@y.uk'])).toBe(null)
})
