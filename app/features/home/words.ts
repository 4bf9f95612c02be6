/** A heading and what stands under it. */
interface Words {
  title: string
  says: string
}

/** How an upload goes. */
export const steps: readonly Words[] = [
  {
    title: 'Export',
    says: 'Export your pupils from your management information system as a text file. Commas, semicolons or tabs: OTrack works it out.',
  },
  {
    title: 'Match',
    says: 'OTrack knows the column headings that the usual systems write. Where it is not sure, it asks you instead of guessing.',
  },
  {
    title: 'Check',
    says: 'Every row is checked and laid beside the roll you have. You see each change, from what to what, and each problem with its line and reason.',
  },
  {
    title: 'Save',
    says: 'Nothing is saved until you say so. Then all of it is saved or none: never half a roll. You can undo it for 30 days.',
  },
]

/** What is promised about pupils' data, and kept by the product itself. */
export const promises: readonly Words[] = [
  {
    title: 'Sensitive fields only with consent',
    says: 'Ethnicity, SEN status and SEN need are kept only while a parent’s or guardian’s consent, or the pupil’s own, is on record. Without it they are held back: not stored, not shown, not exported, not counted.',
  },
  {
    title: 'Every reading is recorded',
    says: 'Who opened a pupil’s record, who exported the roll, who changed which field, and when. The entry itself holds no name of a pupil, and no value.',
  },
  {
    title: 'Nothing gets lost on the way',
    says: 'A row that cannot be taken is never dropped in silence. It is listed with its line, its value and what to do about it.',
  },
  {
    title: 'Deleted means gone',
    says: 'A deleted pupil is deleted, not hidden. When a parent or a pupil asks for erasure, our terms bind us to carry it out.',
  },
  {
    title: 'No watching',
    says: 'No advertising, no analytics, no tracking. The one cookie we set keeps you signed in.',
  },
]

/** Who may do what in a school. */
export const roles: readonly Words[] = [
  {
    title: 'Owner and administrator',
    says: 'Everything that OTrack does for the school.',
  },
  { title: 'Data lead', says: 'The pupils: uploading, correcting, deleting and exporting.' },
  { title: 'Teacher', says: 'Reads the pupils of their own year groups, and no others.' },
  { title: 'Finance', says: 'No pupils at all.' },
]
