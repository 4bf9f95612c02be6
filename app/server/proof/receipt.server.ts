import { randomBytes } from 'node:crypto'
import { checkpoints, receipts } from '../../../db/tables/proof'
import type { Actor } from '../actor'
import { canonical, checkCode, type Canonical } from './canonical'
import { commitment } from './commitment'
import { newReceiptReference } from './reference'

/** What a receipt can prove. */
export type ReceiptType =
  | 'rights.received'
  | 'rights.identity-needed'
  | 'rights.authority-needed'
  | 'rights.clarification-needed'
  | 'rights.extended'
  | 'rights.completed'
  | 'rights.downloaded'
  | 'rights.refused'
  | 'rights.erased'
  | 'complaint.received'
  | 'complaint.outcome'
  | 'consent.given'
  | 'consent.withdrawn'

export interface ReceiptNote {
  type: ReceiptType
  /** What it is about in a word: `access`, `erasure`, `marketing` … */
  kind: string
  role: 'controller' | 'processor'
  /** The controller without a person's or a school's name: the company's legal name, or `the pupil’s school`. */
  controller: string
  /** Whose it is, by id: `erase` finds and empties it by this. */
  subject: { kind: string; id: string } | null
  due?: string
  outcome?: string
  /** What it commits to without saying it, by label: `requester`, `subject`, `detail`. Never more than the person gave. */
  about: Readonly<Record<string, Canonical>>
}

/** A receipt as its holder gets it. */
export interface Receipt {
  reference: string
  /** First letters of its leaf's hash, to be read aloud. */
  code: string
  /** When it was issued, UTC milliseconds. */
  at: number
  /** The file for the holder: JSON. */
  file: { name: string; content: string }
}

/** JSON with every other letter escaped: neither a mail program nor a form that normalises what is pasted can change what was signed. */
const asciiOf = (json: string) =>
  json.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What the holder's file says; `verify-receipt` and the page that checks offline read it. */
export interface ReceiptFile {
  otrackReceipt: 1
  /** Canonical JSON, as text: what was signed. */
  body: string
  signature: string
  /** Salts and values of what the body commits to, as far as they were not erased. */
  opened: Record<string, { salt: string; value: Canonical }>
}

/** Signs a receipt and writes it as a row of the open transaction. The sealing job enters it into the log. */
export async function putReceipt(actor: Actor, note: ReceiptNote): Promise<Receipt> {
  const { db, keys, signer } = actor.services
  const reference = newReceiptReference()
  const opened: ReceiptFile['opened'] = {}
  for (const [label, value] of Object.entries(note.about))
    opened[label] = { salt: randomBytes(32).toString('base64url'), value }
  const [newest] = await db.rows(checkpoints).list({ order: [['size', 'desc']], limit: 1 })
  const log = newest ? (JSON.parse(newest.body) as { size: number; root: string }) : { size: 0, root: '' }
  const body = canonical({
    v: 1,
    kid: signer.kid,
    ref: reference,
    type: note.type,
    at: new Date(actor.at).toISOString().replace(/\.\d+/, ''),
    kind: note.kind,
    role: note.role,
    controller: note.controller,
    ...(note.due === undefined ? {} : { due: note.due }),
    ...(note.outcome === undefined ? {} : { outcome: note.outcome }),
    c: Object.fromEntries(
      Object.entries(opened).map(([label, { salt, value }]) => [label, commitment(label, salt, value)]),
    ),
    log: { size: log.size, root: log.root },
  })
  const signature = signer.sign(body)
  await db.rows(receipts).insert({
    reference,
    type: note.type,
    body,
    signature,
    kid: signer.kid,
    subjectKind: note.subject?.kind ?? null,
    subjectId: note.subject?.id ?? null,
    opened: keys.seal('receipt', JSON.stringify(opened)),
    at: actor.at,
  })
  const file: ReceiptFile = { otrackReceipt: 1, body, signature, opened }
  return {
    reference,
    code: checkCode(body),
    at: actor.at,
    file: {
      name: `otrack-receipt-${reference}.json`,
      content: `${asciiOf(JSON.stringify(file, null, 2))}\n`,
    },
  }
}
