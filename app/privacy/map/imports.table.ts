import { beforeImages, importProblems, imports, stagedRows } from '../../../db/tables/imports'
import { held, notPersonal } from '../declare'
import { pupilFields } from './pupil-fields'

const uploaded = {
  role: 'processor',
  purposes: ['pupils'],
  source: 'The file that a user of the pupil’s school uploaded',
  recipients: ['hosting', 'school'],
} as const

const byForgetting = { how: 'by hand', by: 'forgetCopies' } as const
const leadsNowhere = {
  how: 'keep',
  why: 'It is the school’s record of its uploads. Of you it holds an id that leads to no name any more',
  until: 'the school’s account ends',
  ground: 'UK GDPR art. 17(3)(b)',
} as const

export const importTables = [
  held({
    table: imports,
    title: 'Uploads',
    ...uploaded,
    about: [
      { subject: 'user', rows: ({ id }) => ({ startedBy: id }), erasure: leadsNowhere },
      { subject: 'user', rows: ({ id }) => ({ committedBy: id }), erasure: leadsNowhere },
    ],
    retention: 'school',
    columns: {
      schoolId: notPersonal('which school'),
      id: notPersonal('a random id'),
      state: notPersonal('how far it has come'),
      startedBy: { label: 'Uploaded by', category: 'user.unique_id.pseudonymous' },
      committedBy: { label: 'Saved by', category: 'user.unique_id.pseudonymous' },
      fileName: { label: 'Name of the file', category: 'user.content' },
      fileBytes: notPersonal('a size'),
      format: notPersonal('a kind of file'),
      encoding: notPersonal('how the file is written'),
      delimiter: notPersonal('how the file is written'),
      spool: notPersonal('a random name of the file on disk'),
      columns: notPersonal(
        'what each column of the file is taken for; emptied where headings might be a pupil',
      ),
      headerLine: notPersonal('a number of a line'),
      error: notPersonal('a rule and its words'),
      counts: notPersonal('figures'),
      consentConfirmed: { label: 'Whether consent was attested', category: 'user.privacy_preferences' },
      markLeavers: notPersonal('what was asked of the upload'),
      run: notPersonal('a random id'),
      rollStamp: notPersonal('figures of the roll'),
      progressDone: notPersonal('a figure'),
      progressTotal: notPersonal('a figure'),
      createdAt: { label: 'Uploaded at', category: 'user.behavior' },
      updatedAt: notPersonal('when'),
      committedAt: { label: 'Saved at', category: 'user.behavior' },
    },
  }),
  held({
    table: stagedRows,
    title: 'Rows of an upload that is not saved yet',
    ...uploaded,
    about: [{ subject: 'pupil', rows: ({ id }) => ({ pupilId: id }), erasure: byForgetting }],
    retention: 'upload',
    columns: {
      schoolId: notPersonal('which school'),
      importId: notPersonal('which upload'),
      line: notPersonal('a number of a line'),
      verdict: notPersonal('what would happen'),
      pupilId: { label: 'Pupil', category: 'user.unique_id.pseudonymous' },
      matchedBy: notPersonal('by which field the pupil was found'),
      baseVersion: notPersonal('a figure'),
      heldBack: notPersonal('a figure'),
      ...pupilFields,
      differences: { label: 'What would change', category: 'user.childrens', special: true },
    },
  }),
  held({
    table: importProblems,
    title: 'What is wrong with rows of an upload',
    ...uploaded,
    about: [],
    unreachable: 'A problem is a line’s; it goes with the row of that line, by forgetCopies',
    retention: 'undo',
    columns: {
      schoolId: notPersonal('which school'),
      importId: notPersonal('which upload'),
      line: notPersonal('a number of a line'),
      place: notPersonal('a number'),
      columnIndex: notPersonal('a number of a column'),
      field: notPersonal('a field’s name'),
      value: { label: 'The value that is wrong', category: 'user.childrens' },
      severity: notPersonal('how bad'),
      rule: notPersonal('a rule’s name'),
      message: { label: 'What is wrong with it', category: 'user.childrens' },
    },
  }),
  held({
    table: beforeImages,
    title: 'What pupils’ records were before an upload changed them',
    ...uploaded,
    about: [{ subject: 'pupil', rows: ({ id }) => ({ pupilId: id }), erasure: { how: 'delete' } }],
    retention: 'undo',
    columns: {
      schoolId: notPersonal('which school'),
      importId: notPersonal('which upload'),
      pupilId: { label: 'Pupil', category: 'user.unique_id.pseudonymous' },
      image: { label: 'The record as it was', category: 'user.childrens', special: true },
      versionAfter: notPersonal('a figure'),
    },
  }),
]
