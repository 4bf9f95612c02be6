/** What every form of an upload's page carries. */
export interface FormTies {
  token: string
  hidden: { schoolId: string }
}
