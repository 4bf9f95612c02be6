/** What somebody may do for the school they act for. */
export type SchoolPermission =
  | 'school:home'
  | 'pupils:read'
  | 'pupils:write'
  | 'pupils:import'
  | 'pupils:export'
  | 'pupils:consent'
  | 'licence:manage'
  | 'team:manage'
  | 'audit:read'

/** What one of OTrack's own people may do. */
export type StaffPermission = 'staff:home' | 'leads:read' | 'schools:read' | 'jobs:manage'

/** What everybody who is signed in may do: their own account. */
export type OwnPermission = 'own'

export type Permission = SchoolPermission | StaffPermission | OwnPermission

const home = ['school:home'] as const
const keepsPupils = [
  'pupils:read',
  'pupils:write',
  'pupils:import',
  'pupils:export',
  'pupils:consent',
] as const
const everything = [...home, ...keepsPupils, 'licence:manage', 'team:manage', 'audit:read'] as const

/**
 * Who may do what (P21). A teacher reads, and only the pupils of their own year groups; which rows those are is for the pupils
 * feature's one scope to say.
 */
export const permissions = {
  school: {
    owner: everything,
    administrator: everything,
    data_lead: [...home, ...keepsPupils],
    teacher: [...home, 'pupils:read'],
    finance: [...home, 'licence:manage'],
  },
  // Staff never read pupils: what they may open holds no pupil's data.
  staff: {
    administrator: ['staff:home', 'leads:read', 'schools:read', 'jobs:manage'],
    sales: ['staff:home', 'leads:read', 'schools:read'],
    support: ['staff:home', 'schools:read', 'jobs:manage'],
    finance: ['staff:home'],
    data_protection: ['staff:home'],
  },
} as const satisfies {
  school: Record<string, readonly SchoolPermission[]>
  staff: Record<string, readonly StaffPermission[]>
}

export type SchoolRole = keyof typeof permissions.school
export type StaffRole = keyof typeof permissions.staff

/** The roles in words, as they stand beside a name. */
export const roleNames: Record<SchoolRole | StaffRole, string> = {
  owner: 'owner',
  administrator: 'administrator',
  data_lead: 'data lead',
  teacher: 'teacher',
  finance: 'finance',
  sales: 'sales',
  support: 'support',
  data_protection: 'data protection',
}

/** Somebody as far as permissions go: anyone else than a user or one of the staff has none. */
interface Judged {
  kind: string
  role?: string | null
}

/** Whether somebody may do something. A role that the table does not know may nothing but their own account. */
export function may(who: Judged, permission: Permission): boolean {
  if (who.kind !== 'user' && who.kind !== 'staff') return false
  if (permission === 'own') return true
  const roles: Record<string, readonly string[]> =
    who.kind === 'user' ? permissions.school : permissions.staff
  const role = who.role ?? ''
  return Object.hasOwn(roles, role) && (roles[role] ?? []).includes(permission)
}

/** Staff permissions are told from a school's by their name. */
export const isStaffPermission = (permission: Permission): permission is StaffPermission =>
  Object.values(permissions.staff).some((all) => (all as readonly string[]).includes(permission))

/** An act that needs a fresh sign-in takes the password given this recently. */
export const FRESH_FOR_MS = 15 * 60_000

/** Whether the password was given recently enough (UTC milliseconds both). A clock set back makes nothing fresh again. */
export const isFresh = (confirmedAt: number, now: number): boolean => now - confirmedAt < FRESH_FOR_MS

/**
 * Where to go after signing in: only a path of our own. Anything that a browser could read as another site (`//host`, `/\host`,
 * a scheme, control characters, which browsers drop) is not followed. The way back to signing in or out leads in a circle.
 */
export function ownPath(to: unknown): string | null {
  if (typeof to !== 'string' || to.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to)) return null
  return /^\/sign-(in|out|up)\b/.test(to) ? null : to
}
