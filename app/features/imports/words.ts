import type { ImportState } from '../../../db/tables/imports'
import type { Received } from '../../server/uploads.server'

type UploadFault = (Received & { ok: false })['why']

/** What is said when no file came in, or not all of it. */
export const uploadMessages: Record<UploadFault, string> = {
  'no-file': 'Choose the file to upload.',
  'second-file': 'Upload one file at a time.',
  'too-large':
    'The file is larger than 50 MB. Export only the columns that are needed, or split it into several files.',
  'too-slow':
    'Nothing more came for a while, so the upload was given up. Check your connection and upload the file again.',
  damaged: 'The upload broke off. Check your connection and upload the file again.',
  'not-multipart': 'This was not sent as a file. Choose the file on this page and upload it.',
  'too-many-fields': 'The form held more than it should. Load this page again and upload the file.',
}

/** Why an act on an import was not done; each says what to do. */
export type Why = 'wrong-state' | 'too-late' | 'names-missing' | 'file-gone' | 'unknown-field' | 'field-twice'
/** What came of an act on an import. */
export type Done = { ok: true } | { ok: false; why: Why }

export const messages: Record<Why, string> = {
  'wrong-state': 'This upload has moved on since you opened the page. What follows is how it stands now.',
  'too-late':
    'An upload can be undone for 30 days. Change the pupils one by one, or upload a corrected file.',
  'names-missing':
    'Say which columns hold the last name and the first name, or which one holds both as “Last, First”.',
  'file-gone': 'The uploaded file is no longer kept. Upload it again.',
  'unknown-field': 'Choose what this column is, or “Do not import”.',
  'field-twice': 'This field has been chosen for another column too. Choose it once.',
}

/** Why a whole file was given up; the rules of unreadable files have their own words. */
export const failures = {
  HEADER_MISSING: {
    rule: 'HEADER_MISSING',
    message:
      'No line of headings was found. Put headings such as UPN, Surname, Forename and Date of birth in the first line and upload the file again.',
  },
  NO_ROWS: {
    rule: 'NO_ROWS',
    message:
      'The file has headings but no pupils under them. Export it again and check that it has pupils in it.',
  },
  FILE_GONE: {
    rule: 'FILE_GONE',
    message: 'The uploaded file was lost before it could be read. Upload it again.',
  },
  FAULT: {
    rule: 'FAULT',
    message:
      'Something went wrong on our side while this file was read. Nothing was changed. Upload it again; if it fails again, tell us.',
  },
} as const

/** Shown on the new preview when the roll was changed between preview and commit. */
export const rollChanged = {
  rule: 'ROLL_CHANGED',
  message:
    'Pupils were changed after this upload was checked, so it was checked again. Look through it once more, then save.',
}

/** The heading of each state. */
export const stateWords: Record<ImportState, string> = {
  reading: 'Reading the file',
  mapping: 'Match the columns',
  checking: 'Checking the rows',
  preview: 'Check before you save',
  committing: 'Saving the pupils',
  committed: 'The pupils are saved',
  failed: 'This file could not be read',
  discarded: 'This upload was discarded',
  undone: 'This upload was undone',
}
