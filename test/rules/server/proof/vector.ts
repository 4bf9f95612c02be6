/** Worked out with another implementation: what a secret, a value and a body must become. */
export const vector = {
  secret: '0123456789abcdef0123456789abcdef',
  publicKey: 'psap7QnI3Emixwz_yYVqYyd9AeDJC1SCfjwaNXYsKVM',
  kid: '95b91ff57e0e6ea1',
  salt: Buffer.from('00112233445566778899aabbccddeeff'.repeat(2), 'hex').toString('base64url'),
  commitment: 'ALvwKiusiXKYHtqQKNkCssDsRh3yK_zQBkcGWWc5GAk',
  body: '{"at":"2026-11-23T09:14:05Z","c":{"requester":"ALvwKiusiXKYHtqQKNkCssDsRh3yK_zQBkcGWWc5GAk"},"due":"2026-12-23","kid":"95b91ff57e0e6ea1","kind":"erasure","prev":"","ref":"7K3M9QXD2VPA4TRC","role":"controller","seq":1,"type":"rights.received","v":1}',
  leaf: 'a3NxUANbv4tiTdPHMg1OYqA73LLWi-ee4elXl-CSO0E',
  signature: 'LzEFzDT6VrxaBt9j0Cn7DMSrdWkUXf13osHMVdWIOlWwPsmNdVQb0noxdf665GbMdtb5ZVRkoiN9wz7HBLFCBg',
} as const

/** The vector as its holder's file. */
export const vectorFile = {
  otrackReceipt: 1,
  body: vector.body,
  signature: vector.signature,
  opened: { requester: { salt: vector.salt, value: { email: 'zoë@example.org' } } },
} as const

export const vectorKey = { kid: vector.kid, publicKey: vector.publicKey, revokedAt: null } as const
