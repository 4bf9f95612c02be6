import { ErrorSummary, Page, Steps, type Answered } from '../../../ui'
import type { ImportView } from '../show/open-import.server'
import { stateWords } from '../words'
import type { FormTies } from './form-ties'
import { MappingForm } from './mapping-form'
import { Committed, Failed, Over, Undone } from './outcome'
import { Preview } from './preview'
import { UnderWay } from './under-way'

interface ImportPageProps {
  view: ImportView
  form: FormTies
  answer: Answered | undefined
}

const steps = ['Upload', 'Match the columns', 'Check the changes', 'Saved'] as const
const stepOf: Record<ImportView['state'], number> = {
  reading: 0,
  mapping: 1,
  checking: 2,
  preview: 2,
  committing: 3,
  committed: 4,
  failed: 0,
  discarded: 0,
  undone: 0,
}

/** One upload, as it stands. */
export function ImportPage({ view, form, answer }: ImportPageProps) {
  const onTheWay = view.state !== 'failed' && view.state !== 'discarded' && view.state !== 'undone'
  return (
    <Page
      name="pupils-import-state"
      title={stateWords[view.state]}
      above={view.fileName}
      first={<ErrorSummary errors={answer?.errors} />}
      marks={{ 'import-state': view.state }}
    >
      {onTheWay && <Steps label="Upload" items={steps} current={stepOf[view.state]} />}
      <Body view={view} form={form} answer={answer} />
    </Page>
  )
}

function Body({ view, form, answer }: ImportPageProps) {
  switch (view.state) {
    case 'reading':
    case 'checking':
    case 'committing':
      return <UnderWay view={view} form={form} />
    case 'mapping':
      return <MappingForm view={view} form={form} answer={answer} />
    case 'preview':
      return <Preview view={view} form={form} answer={answer} />
    case 'committed':
      return <Committed view={view} form={form} />
    case 'failed':
      return <Failed view={view} />
    case 'undone':
      return <Undone view={view} />
    case 'discarded':
      return <Over view={view} />
  }
}
