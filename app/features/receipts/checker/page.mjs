// The checker's page in the browser. Inlined after check.mjs; what it reads from the page stands in #data. Asks nobody for anything.
import { checkReceipt } from './check.mjs'

const LONGEST = 100_000
const byId = (id) => document.getElementById(id)
const { keys, types, kinds, verdicts } = JSON.parse(byId('data').textContent)
const [form, file, text, outcome] = ['form', 'file', 'text', 'outcome'].map(byId)

/** The last receipt asked about: an answer that comes late is not shown for another. */
let asked = 0

async function check(receipt) {
  const mine = ++asked
  const shown = await judged(receipt)
  if (mine === asked) outcome.replaceChildren(...shown)
}

async function judged(receipt) {
  // Browsers give it to pages that came safely (https) or from a file, and to no others.
  const subtle = globalThis.crypto?.subtle
  if (!subtle) return says('unsafe')
  if (receipt.trim() === '') return says('empty')
  if (receipt.length > LONGEST) return says('unreadable')
  const checked = await checkReceipt(receipt, keys, subtle)
  return checked.verdict === 'genuine' ? [...says('genuine'), facts(checked)] : says(checked.verdict)
}

function says(verdict) {
  outcome.dataset.verdict = verdict
  return [element('h2', verdicts[verdict].title), element('p', verdicts[verdict].says)]
}

function facts({ statement, code, opened }) {
  const issued = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  }).format(statement.at)
  const lines = [
    ['Reference', statement.ref],
    ['It proves that', types[statement.type] ?? statement.type],
    ['Of kind', kinds[statement.kind] ?? statement.kind],
    ['Issued on', `${issued}, London time`],
    ['We acted as', statement.role],
    ['Check code', code],
    ...opened.map(({ label, value }) => [`Signed for: ${label}`, JSON.stringify(value)]),
  ]
  if (opened.length === 0) lines.push(['What it was about', 'Not in this file: it names nobody.'])
  const list = document.createElement('dl')
  for (const [term, said] of lines) list.append(element('dt', term), element('dd', said))
  return list
}

function element(name, words) {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

async function checkFile(chosen) {
  // A file that large is none of ours, and is not read to find out.
  text.value = chosen.size > LONGEST ? '' : await chosen.text()
  await check(chosen.size > LONGEST ? 'x' : text.value)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void check(text.value)
})
file.addEventListener('change', () => {
  if (file.files[0]) void checkFile(file.files[0])
})
for (const name of ['dragover', 'drop'])
  document.addEventListener(name, (event) => {
    event.preventDefault()
    if (name === 'drop' && event.dataTransfer?.files[0]) void checkFile(event.dataTransfer.files[0])
  })
form.hidden = false
