import type { App } from '../../support/app'
import { cast } from '../../support/cast'

export interface HeldReceipt {
  reference: string
  /** The attached file, byte for byte as it was mailed. */
  text: string
}

/** Erases a pupil of the demo school, and answers the receipts that were mailed for it: received, erased. */
export async function receiptsByMail(app: App): Promise<{ received: HeldReceipt; erased: HeldReceipt }> {
  const head = await app.signIn(cast.head)
  await head.get('/portal/pupils')
  const before = (await app.mailbox.to(cast.head)).filter(isReceipt).length
  const [first] = head.page.all('[data-pupil-id]')
  await head.get(`/portal/pupils/${first?.getAttribute('data-pupil-id') ?? ''}`)
  await head.submit({ confirm: 'on' }, { intent: 'delete' })
  const mail = await app.mailbox.wait(cast.head, { subject: /was erased/, count: before + 1 })
  const [received, erased] = mail.attachments.map(({ filename, content }) => ({
    reference: /^otrack-receipt-(\w{16})\.json$/.exec(filename ?? '')?.[1] ?? '',
    text: content.toString('utf8'),
  }))
  if (!received || !erased) throw new Error('The mail carries no two receipts')
  return { received, erased }
}

const isReceipt = ({ subject }: { subject: string }) => subject.includes('was erased')
