/** Everything a page is put together from. A component takes words, not records, and knows nothing of schools or pupils. */
export { SiteFrame } from './frame/site-frame'
export { PortalFrame } from './frame/portal-frame'
export { Page, Section } from './frame/page'
export type { Way } from './frame/link-list'
export { Mark } from './frame/logo'
export { pageTitle } from './frame/title'
export type { PageHandle } from './script/handle'
export {
  Form,
  FormButtons,
  FormSection,
  FormToken,
  HiddenFields,
  fieldsOf,
  type Answered,
} from './forms/form'
export { Field, FileField, TextArea } from './forms/field'
export { Checkbox, Checkboxes, Radios, SelectField, type Choice } from './forms/choices'
export { ErrorSummary } from './forms/error-summary'
export { Button, ButtonLink, type Weight } from './forms/button'
export { Confirm } from './forms/confirm'
export { Filters } from './forms/filters'
export { Notice } from './show/notice'
export { Table, type Column, type Row } from './show/table'
export { Pagination } from './show/pagination'
export { Progress } from './show/progress'
export { Empty } from './show/empty'
export { Tag, type Tone } from './show/tag'
export { DescriptionList, type Described } from './show/description-list'
export { Figures, type Figure } from './show/figures'
export { Steps } from './show/steps'
