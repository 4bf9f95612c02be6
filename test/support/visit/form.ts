import type { HTMLElement } from 'node-html-parser'
import type { Page } from './page'

/** A file that a person chooses. */
export interface ChosenFile {
  name: string
  content: string | Uint8Array
  type?: string
}

export type FieldValue = string | readonly string[] | ChosenFile | null

/** What a person types, ticks and chooses, by field name; null unticks or leaves out. */
export type Fields = Readonly<Record<string, FieldValue>>

export interface Pressed {
  /** The button's value under the name `intent`. */
  intent?: string
  /** Which form: its place on the page from 0, or part of its action. Otherwise the one that has the button and the fields. */
  form?: number | string
}

export interface FilledForm {
  method: 'get' | 'post'
  action: URL
  multipart: boolean
  entries: [string, string | ChosenFile][]
}

/** The form filled in as a browser without script would send it, its hidden fields and present values with it. */
export function fill(page: Page, fields: Fields, pressed: Pressed): FilledForm {
  const form = choose(page, fields, pressed)
  const controls = controlsOf(page, form)
  const entries: FilledForm['entries'] = controls
    .filter((control) => !(control.name in fields))
    .flatMap(present)
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && !controls.some((control) => control.name === name))
      throw new Error(
        `The form on ${page.path} has no field ${name}, only: ${controls.map((one) => one.name).join(' ')}`,
      )
    for (const one of listOf(value)) entries.push([name, one])
  }
  const button = buttonOf(page, form, pressed.intent)
  const buttonName = button?.getAttribute('name')
  if (button && buttonName) entries.push([buttonName, button.getAttribute('value') ?? ''])
  const action = button?.getAttribute('formaction') ?? form.getAttribute('action')
  return {
    method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get',
    action: new URL(action?.trim() ? action : page.url, page.url),
    multipart: form.getAttribute('enctype') === 'multipart/form-data',
    entries,
  }
}

function listOf(value: FieldValue): readonly (string | ChosenFile)[] {
  if (value === null) return []
  return typeof value === 'string' || 'content' in value ? [value] : value
}

function choose(page: Page, fields: Fields, { intent, form }: Pressed): HTMLElement {
  const all = page.all('form')
  const given = Object.keys(fields).filter((name) => fields[name] !== null)
  const fits = (one: HTMLElement) => {
    const names = new Set(controlsOf(page, one).map((control) => control.name))
    return (
      given.every((name) => names.has(name)) &&
      (intent === undefined || buttonOf(page, one, intent) !== undefined)
    )
  }
  const asked =
    typeof form === 'number'
      ? all.slice(form, form + 1)
      : all.filter((one) => form === undefined || one.getAttribute('action')?.includes(form))
  const found = form === undefined ? asked.filter(fits) : asked
  // Every page has forms of its own in header and footer (sign out, cookie choice): main comes first.
  const inMain = found.filter((one) => one.closest('main'))
  const [chosen] = inMain.length > 0 ? inMain : found
  if (chosen) return chosen
  const there = all.map(
    (one) =>
      `${one.getAttribute('action') ?? '(itself)'}: ${controlsOf(page, one)
        .map((control) => control.name)
        .join(' ')}`,
  )
  throw new Error(
    `No form on ${page.path} (${page.status} ${page.heading}) takes ${given.join(' ')} ${intent ? `with intent ${intent}` : ''}. There are:\n  ${there.join('\n  ')}`,
  )
}

interface Control {
  name: string
  element: HTMLElement
}

function belonging(page: Page, form: HTMLElement, selector: string): HTMLElement[] {
  const id = form.getAttribute('id')
  const inside = form
    .querySelectorAll(selector)
    .filter((one) => !one.hasAttribute('form') || one.getAttribute('form') === id)
  const outside = id
    ? page.all(selector).filter((one) => one.getAttribute('form') === id && !inside.includes(one))
    : []
  return [...inside, ...outside].filter(
    (one) => !one.hasAttribute('disabled') && !one.closest('fieldset[disabled]'),
  )
}

const controlsOf = (page: Page, form: HTMLElement): Control[] =>
  belonging(page, form, 'input, select, textarea')
    .filter((element) => !['submit', 'button', 'image', 'reset'].includes(element.getAttribute('type') ?? ''))
    .map((element) => ({ name: element.getAttribute('name') ?? '', element }))
    .filter((control) => control.name !== '')

function buttonOf(page: Page, form: HTMLElement, intent: string | undefined): HTMLElement | undefined {
  const buttons = belonging(page, form, 'button, input[type=submit]').filter(
    (one) => !['button', 'reset'].includes(one.getAttribute('type') ?? ''),
  )
  if (intent === undefined) return buttons[0]
  return buttons.find((one) => one.getAttribute('name') === 'intent' && one.getAttribute('value') === intent)
}

/** What the control would send untouched. */
function present({ name, element }: Control): [string, string][] {
  const type = element.getAttribute('type')
  const value = element.getAttribute('value')
  if (element.tagName === 'TEXTAREA') return [[name, element.textContent.replace(/^\n/, '')]]
  if (element.tagName === 'SELECT') return selected(element).map((option) => [name, option])
  if (type === 'checkbox' || type === 'radio')
    return element.hasAttribute('checked') ? [[name, value ?? 'on']] : []
  return type === 'file' ? [] : [[name, value ?? '']]
}

function selected(select: HTMLElement): string[] {
  const options = select.querySelectorAll('option')
  const chosen = options.filter((option) => option.hasAttribute('selected'))
  const sent = chosen.length > 0 || select.hasAttribute('multiple') ? chosen : options.slice(0, 1)
  return sent.map((option) => option.getAttribute('value') ?? option.textContent.trim())
}
