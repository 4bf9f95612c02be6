import { describe, expect, test } from 'vitest'
import { may, permissions, type Permission } from '../../../app/features/accounts/rules'

/** The table of the contract, written out a second time by hand: a slip in one of them shows. */
const school: Record<string, string> = {
  'school:home': 'owner administrator data_lead teacher finance',
  'pupils:read': 'owner administrator data_lead teacher',
  'pupils:write': 'owner administrator data_lead',
  'pupils:import': 'owner administrator data_lead',
  'pupils:export': 'owner administrator data_lead',
  'pupils:consent': 'owner administrator data_lead',
  'licence:manage': 'owner administrator finance',
  'team:manage': 'owner administrator',
  'audit:read': 'owner administrator',
}
const staff: Record<string, string> = {
  'staff:home': 'administrator sales support finance data_protection',
  'leads:read': 'administrator sales',
  'schools:read': 'administrator sales support',
  'jobs:manage': 'administrator support',
}

const all = [...Object.keys(school), ...Object.keys(staff), 'own'] as Permission[]

describe.each([
  ['user', school, Object.keys(permissions.school)],
  ['staff', staff, Object.keys(permissions.staff)],
] as const)('%s', (kind, table, roles) => {
  test.each(all)('%s', (permission) => {
    const who = roles.filter((role) => may({ kind, role }, permission))
    const expected = permission === 'own' ? roles : (table[permission] ?? '').split(' ').filter(Boolean)
    expect([...who].sort()).toEqual([...expected].sort())
  })
})

test.each([
  [{ kind: 'visitor' }, 'own'],
  [{ kind: 'link', role: 'owner' }, 'pupils:read'],
  [{ kind: 'clock' }, 'school:home'],
  [{ kind: 'user', role: null }, 'school:home'],
  [{ kind: 'user', role: 'constructor' }, 'school:home'],
  [{ kind: 'user', role: 'sales' }, 'leads:read'],
  [{ kind: 'staff', role: 'owner' }, 'pupils:read'],
] as const)('%o may not %s', (who, permission) => {
  expect(may(who, permission)).toBe(false)
})
