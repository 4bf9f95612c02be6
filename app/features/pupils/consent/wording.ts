/** A text to which somebody has put their name. It is never changed: another text is another version. */
export interface Wording {
  version: string
  /** `record` and `withdrawal`: one pupil's, entered on its page; `upload`: for all pupils of a file, attested by whoever uploads it. */
  at: 'record' | 'withdrawal' | 'upload'
  text: string
}

/**
 * What was shown when consent to the special fields was recorded (P8), oldest first. Consent must be the parent's or guardian's, or the
 * pupil's own where they are old enough to understand what it means; the school keeps the proof (UK GDPR art. 7(1), 9(2)(a)).
 */
export const wordings: readonly Wording[] = [
  {
    version: 'record-1',
    at: 'record',
    text:
      'The school holds explicit consent, given by this pupil’s parent or guardian or by the pupil where competent, to keep the pupil’s ethnicity, ' +
      'SEN status and SEN need in OTrack. They were told what it is for and that they can withdraw it at any time, and the school can show the proof.',
  },
  {
    version: 'withdrawal-1',
    at: 'withdrawal',
    text:
      'What is held of ethnicity, SEN status and SEN need is removed at once, also from uploads that are not finished. ' +
      'What was done before stays lawful.',
  },
  {
    version: 'upload-1',
    at: 'upload',
    text:
      'For every pupil in this file the school holds explicit consent, given by the parent or guardian or by the pupil where competent, to keep the ' +
      'pupil’s ethnicity, SEN status and SEN need in OTrack. They were told what it is for and that they can withdraw it at any time, and the school can show the proof.',
  },
]

/** The newest text for a place. */
export function wordingFor(at: Wording['at']): Wording {
  const newest = wordings.findLast((wording) => wording.at === at)
  if (!newest) throw new Error(`No wording for ${at}`)
  return newest
}

export const wordingOf = (version: string): Wording | null =>
  wordings.find((wording) => wording.version === version) ?? null
