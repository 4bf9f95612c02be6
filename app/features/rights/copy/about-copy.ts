import { company, dpo } from '../../policies/rules/company'
import { complaintWords } from '../../policies/rules/receipt-words'

/** What a copy says before its tables: whose, when, by whom, and what the person may do (UK GDPR art. 15(1)). */
export interface AboutCopy {
  format: 'otrack-access-copy/1'
  request: string
  receipt: string
  made_at: string
  controller: { name: string; address: string[]; telephone: string }
  data_protection_officer: { name: string; email: string; telephone: string }
  rights: string
  automated_decisions: string
  complaints: ReturnType<typeof complaintWords>
}

export const aboutCopy = (of: {
  reference: string
  receipt: string
  at: number
  baseUrl: string
  dpoEmail: string
}): AboutCopy => ({
  format: 'otrack-access-copy/1',
  request: of.reference,
  receipt: of.receipt,
  made_at: new Date(of.at).toISOString(),
  controller: {
    name: company.legalName,
    address: [...company.address],
    telephone: company.telephone,
  },
  data_protection_officer: { name: dpo.name, email: of.dpoEmail, telephone: dpo.telephone },
  rights: `You may have what is wrong put right, have data erased or its use restricted, object, take your data elsewhere, and take consent back. How: ${of.baseUrl}/privacy. It costs nothing.`,
  automated_decisions: 'No decision about you is made by a machine alone, and no profile is made of you.',
  complaints: complaintWords(of.dpoEmail),
})
