import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from './actor'
import type { AppContext, Services } from './context'

/** After this long an open form is asked to be looked at again: the answers to posted forms are kept no longer. */
export const FORM_LIFE_MS = 7 * 24 * 60 * 60 * 1000

/** What a page needs to show a form again: what was typed (never a password), and what is wrong, by field. */
export interface Answered {
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

export interface GoodForm<T> {
  ok: true
  value: T
  /**
   * The same for a second post of the same form with the same in it, and for nothing else: who goes back, types something else and sends
   * again means it. Null where the page's hidden field did not come with it.
   */
  nonce: string | null
  /** When the form was shown (UTC milliseconds), as far as its hidden field says so. */
  shownAt: number | null
  intent: string
  /** The same form, as bad: what only the database could tell shows in the same place. */
  with(field: string, message: string): BadForm
}
export interface BadForm extends Answered {
  ok: false
  intent: string
}

/** The hidden field of a form: when it was shown and a random word, sealed. */
export function formToken(services: Services): string {
  return services.keys.seal('form', `${services.clock.now()}.${randomUUID()}`)
}

function readToken(services: Services, token: string | undefined): { shownAt: number; nonce: string } | null {
  const opened = token ? services.keys.open('form', token) : null
  const [shownAt, nonce] = opened?.split('.') ?? []
  return shownAt && nonce ? { shownAt: Number(shownAt), nonce } : null
}

const secret = (name: string) => /^password/i.test(name)

/** Tells whether two posts say the same, in whatever order their fields came. */
function digestOf(typed: Record<string, string | string[]>): string {
  const sorted = Object.entries(typed).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url')
}

/** Text as a person meant it: one spelling of each letter, no control characters, no white space around. Passwords stay as typed. */
function cleaned(name: string, text: string): string {
  if (secret(name)) return text
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
}

/** The fields of a posted form. Throws a Response: 415 for another type than a form's. */
export async function readFields(request: Request): Promise<Record<string, string | string[]>> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new Response(null, { status: 415 })
  const given = new URLSearchParams(await request.text())
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name).map((value) => cleaned(name, value))
    fields[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return fields
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.at(-1) : value)

/**
 * Reads a posted form against its schema: the typed value, or what was typed with an error for each wrong field. For a portal form give the
 * actor: a form of another school than the one acted for is 409. Throws a Response for that and for a body that is no form.
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  by: AppContext | Actor,
  schema: S,
): Promise<GoodForm<z.output<S>> | BadForm> {
  return judgeFields(await readFields(request), by, schema)
}

/** As `parseForm`, for fields that came another way (beside an uploaded file). */
export function judgeFields<S extends z.ZodType>(
  fields: Record<string, string | string[]>,
  by: AppContext | Actor,
  schema: S,
): GoodForm<z.output<S>> | BadForm {
  const { formToken: token, intent: pressed, schoolId, ...typed } = fields
  const intent = one(pressed) ?? ''
  const school = 'who' in by ? by.school : null
  if (school && schoolId !== undefined && one(schoolId) !== school.id)
    throw new Response(null, { status: 409, statusText: 'other-school' })

  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !secret(name)))
  const bad = (errors: Record<string, string>): BadForm => ({ ok: false, values, errors, intent })
  const shown = readToken(by.services, one(token))
  if (shown && by.services.clock.now() - shown.shownAt > FORM_LIFE_MS) {
    return bad({ form: 'This page was open for more than a week. Check what you typed and send it again.' })
  }
  const read = schema.safeParse(typed)
  if (!read.success) {
    const errors: Record<string, string> = {}
    for (const issue of read.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
    return bad(errors)
  }
  return {
    ok: true,
    value: read.data,
    nonce: shown ? `${shown.nonce} ${digestOf(typed)}` : null,
    shownAt: shown?.shownAt ?? null,
    intent,
    with: (field, message) => bad({ [field]: message }),
  }
}

/** The page again, status 422, with what was typed and what is wrong. */
export function invalid(form: BadForm, init: ResponseInit = {}): Response {
  const { values, errors, intent } = form
  return Response.json({ values, errors, intent }, { status: 422, ...init })
}

/** After a good form: the browser goes on with a GET. */
export function seeOther(path: string, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers)
  headers.set('Location', path)
  return new Response(null, { ...init, status: 303, headers })
}
