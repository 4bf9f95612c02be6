import { A, Facts, P } from './letter'

/** What a receipt says to its holder, all of it ready to read. `receiptPart` of features/policies makes it. */
export interface ReceiptPartProps {
  reference: string
  /** First letters of the receipt's hash, for reading aloud. */
  code: string
  /** What it proves in a few words. Never a person's own words: the letter may reach a stranger. */
  what: string
  /** Date and time in London, in words. */
  when: string
  /** Who decides about the data, and how to reach them (P1). */
  controller: string
  /** When an answer is due and how that was counted; null where nothing is due. */
  due: string | null
  /** What happens next, a sentence or two. */
  next: string
  /** How to complain, a sentence each. */
  complain: { toUs: string; toRegulator: string; regulatorLink: string; toCourt: string }
  /** Where anybody can check the receipt. */
  checkLink: string
  /** The page that checks the attached file without us. */
  checkerLink: string
}

/** For the samples of letters that carry a receipt. */
export const receiptSample: ReceiptPartProps = {
  reference: '7K3M9QXD2VPA4TRC',
  code: 'a3NxUANb',
  what: 'We received your request for a copy of your data',
  when: '23 November 2026 at 9:14am',
  controller: 'The company is the controller of what you tell us about yourself.',
  due: 'We answer by 23 December 2026.',
  next: 'We look into it and write to you.',
  complain: {
    toUs: 'You can complain to us: write to dpo@otrack.example.',
    toRegulator: 'You can complain to the regulator, telephone 0303 123 1113.',
    regulatorLink: 'https://regulator.example/complain',
    toCourt: 'You can go to court. You need not complain to anybody first.',
  },
  checkLink: 'https://otrack.example/receipts/7K3M9QXD2VPA4TRC',
  checkerLink: 'https://otrack.example/receipts/check.html',
}

/** The receipt in a letter: what was done, when, by whom, what comes next, where to complain, and how to check that we said so. */
export const ReceiptPart = (receipt: ReceiptPartProps) => (
  <>
    <Facts
      lines={[
        `Receipt ${receipt.reference}`,
        receipt.what,
        `On ${receipt.when}, London time`,
        `Check code ${receipt.code}`,
      ]}
    />
    <P>{receipt.controller}</P>
    {receipt.due !== null && <P>{receipt.due}</P>}
    <P>{receipt.next}</P>
    <P>
      {receipt.complain.toUs} {receipt.complain.toRegulator}{' '}
      <A href={receipt.complain.regulatorLink}>How to complain to the regulator</A>.{' '}
      {receipt.complain.toCourt}
    </P>
    <P>
      The attached file is your receipt, signed by us. Keep it: it stays valid after your data is erased.
      Anybody who knows the reference can <A href={receipt.checkLink}>check that we issued it</A>, and{' '}
      <A href={receipt.checkerLink}>this page</A> checks the file on your own computer without asking us.
    </P>
  </>
)
