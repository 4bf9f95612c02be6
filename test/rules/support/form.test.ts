import { expect, test } from 'vitest'
import { fill, type Fields, type Pressed } from '../../support/visit/form'
import { Page } from '../../support/visit/page'

const html = `
  <header><form method="post" action="/sign-out"><button>Sign out</button></form></header>
  <main><h1>Pupil</h1><div role="alert"><p>Wrong</p><a href="#upn">Enter a UPN</a></div>
    <form method="post">
      <input type="hidden" name="formToken" value="t&amp;1"><label>UPN <input name="upn" value="old"></label>
      <select name="year_group"><option value="5">5</option><option value="6" selected>6</option></select>
      <select name="gender"><option value="">–</option><option value="F">F</option></select>
      <input type="checkbox" name="eal" checked><input type="checkbox" name="fsm"><input name="off" disabled value="x">
      <textarea name="notes">\nTwo\nlines</textarea>
      <button name="intent" value="save">Save</button><button name="intent" value="delete" formaction="/gone">Delete</button>
    </form>
    <form method="get" action="/find"><input name="q" value=""><button>Find</button></form>
  </main>`
const page = new Page(new URL('http://localhost/pupils/1?x=1'), 200, new Headers(), Buffer.from(html))
const sent = (fields: Fields, pressed: Pressed = {}) => {
  const { method, action, entries } = fill(page, fields, pressed)
  return `${method} ${action.pathname}${action.search} ${entries.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')}`
}

const untouched = 'formToken="t&1" upn="old" year_group="6" gender="" eal="on" notes="Two\\nlines"'

test('a form goes as a browser without script sends it', () => {
  expect(sent({ upn: 'new', fsm: 'on', eal: null })).toBe(
    'post /pupils/1?x=1 formToken="t&1" year_group="6" gender="" notes="Two\\nlines" upn="new" fsm="on" intent="save"',
  )
  expect(sent({}, { intent: 'delete' })).toBe(`post /gone ${untouched} intent="delete"`)
  expect(sent({ q: 'Amira' })).toBe('get /find q="Amira"')
  expect(sent({}, { form: '/sign-out' })).toBe('post /sign-out ')
})

test('what the page does not offer cannot be sent', () => {
  expect(() => sent({ nothing: '1' })).toThrow('No form on /pupils/1?x=1 (200 Pupil) takes nothing')
  expect(() => sent({ off: '1' })).toThrow('No form')
  expect(() => sent({}, { intent: 'undo' })).toThrow('No form')
  expect(() => sent({ upn: '1' }, { form: '/find' })).toThrow('has no field upn, only: q')
})

test('a page is read as a person reads it', () => {
  expect([page.errors, page.heading, page.path]).toEqual([['Enter a UPN'], 'Pupil', '/pupils/1?x=1'])
})
