/**
 * Who stands behind OTrack, to whom one can complain, and whose data is whose (P1, P2). The only place in the code that says so; the DPO's
 * email address is the setting DPO_EMAIL.
 */
export const company = {
  legalName: 'Optimum Reports Limited',
  tradingAs: 'Optimum and OTrack',
  address: ['Unit 1 Wharfe House', 'Richmond Business Park', 'Doncaster', 'South Yorkshire', 'DN4 5NL'],
  telephone: '01302 360246',
} as const

/** The data protection officer. */
export const dpo = { name: 'Buckworths Compliance Limited', telephone: '020 7952 1721' } as const

/**
 * The regulator. The ICO is becoming the Information Commission (S.I. 2026/386), and announced a move from Wilmslow to Manchester for autumn
 * 2026: when name or address change, they change here.
 */
export const regulator = {
  name: 'Information Commissioner’s Office',
  shortName: 'ICO',
  address: ['Wycliffe House', 'Water Lane', 'Wilmslow', 'Cheshire', 'SK9 5AF'],
  addressNote:
    'The ICO announced a move to Manchester for autumn 2026. Its website shows the address of the day.',
  telephone: '0303 123 1113',
  website: 'https://ico.org.uk',
  complaints: 'https://ico.org.uk/make-a-complaint/',
} as const

/** Which of the two roles applies, in words for a screen, a receipt or a letter (P1). */
export const roleWords = {
  controller: `${company.legalName} is the controller of what you tell us about yourself.`,
  processor: `Your school is the controller of its pupils’ data. ${company.legalName} holds it as processor, on your school’s instructions.`,
} as const
