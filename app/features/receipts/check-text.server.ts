import type { Services } from '../../server/context'
import { checkReceipt, type Statement, type Verdict } from '../../server/proof/check-receipt'
import { publicKeys } from '../../server/proof/public-keys.server'

/** What the page may say of a pasted receipt. */
export interface CheckedText {
  verdict: Verdict
  /** Only of a genuine one: what an altered one says is worth nothing, and showing it could lend it weight. */
  proves: Pick<Statement, 'ref' | 'type' | 'kind' | 'at'> | null
  /** How many of its commitments the text opens. */
  opened: number
  code: string | null
}

/** Judges a receipt's text. Nothing of it is kept or logged. */
export async function checkText({ db }: Services, text: string): Promise<CheckedText> {
  const { verdict, statement, opened, code } = checkReceipt(text, await publicKeys(db))
  const genuine = verdict === 'genuine' && statement !== null
  return {
    verdict,
    proves: genuine
      ? { ref: statement.ref, type: statement.type, kind: statement.kind, at: statement.at }
      : null,
    opened: opened.length,
    code: genuine ? code : null,
  }
}
