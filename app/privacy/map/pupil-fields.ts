import type { Personal } from '../declare'

const madeFrom = (what: string): Personal => ({
  label: `${what}, as it is sorted and searched for`,
  category: 'user.childrens',
  withheld: `Made from the ${what.toLowerCase()}, which is beside it`,
})

/** What is recorded of a pupil (P5); an uploaded row has the same. */
export const pupilFields = {
  upn: { label: 'Unique pupil number (UPN)', category: 'user.childrens.upn' },
  lastName: { label: 'Last name', category: 'user.name.last' },
  firstName: { label: 'First name', category: 'user.name.first' },
  title: { label: 'Title', category: 'user.name' },
  username: { label: 'Username or the school’s own number', category: 'user.account.username' },
  dateOfBirth: { label: 'Date of birth', category: 'user.demographic.date_of_birth' },
  gender: { label: 'Gender', category: 'user.demographic.gender' },
  yearGroup: { label: 'Year group', category: 'user.childrens.education' },
  classGroup: { label: 'Class group', category: 'user.childrens.education' },
  ethnicity: { label: 'Ethnicity', category: 'user.demographic.race_ethnicity', special: true },
  senStatus: { label: 'SEN status', category: 'user.childrens.sen_status', special: true },
  senNeed: { label: 'SEN need', category: 'user.health_and_medical', special: true },
  fsm: { label: 'Free school meals', category: 'user.childrens.free_meals' },
  fsm6: { label: 'Free school meals in the last six years', category: 'user.childrens.free_meals' },
  pupilPremium: { label: 'Pupil premium', category: 'user.childrens.pupil_premium' },
  eal: { label: 'English as an additional language', category: 'user.demographic.language' },
  inCare: { label: 'In local-authority care', category: 'user.childrens.care_status' },
  everInCare: { label: 'Ever in care', category: 'user.childrens.care_status' },
  giftedTalented: { label: 'Gifted and talented', category: 'user.childrens.education' },
  entryDate: { label: 'School entry date', category: 'user.childrens.education' },
  attendancePercent: { label: 'Attendance, percent', category: 'user.childrens.attendance' },
  attendancePossible: { label: 'Attendance, possible sessions', category: 'user.childrens.attendance' },
  attendanceAuthorised: { label: 'Authorised absences', category: 'user.childrens.attendance' },
  attendanceUnauthorised: { label: 'Unauthorised absences', category: 'user.childrens.attendance' },
  leftOn: { label: 'Left on', category: 'user.childrens.education' },
  sortName: madeFrom('Name'),
  searchName: madeFrom('Name'),
  yearSort: madeFrom('Year group'),
  classSort: madeFrom('Class group'),
} as const satisfies Record<string, Personal>
