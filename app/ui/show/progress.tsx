interface ProgressProps {
  /** What is being done, such as "Checking rows". */
  label: string
  done: number
  /** Null while it is not known how many there are. */
  total: number | null
  /** On a page with script: an address that answers `{ state, progress: { done, total } }`, asked every second … */
  poll?: string | undefined
  /** … and the state now; the page is loaded again when it changes. */
  state?: string | undefined
}

const figure = (n: number) => n.toLocaleString('en-GB')

/** How far a long piece of work has come, in real figures; a bar too where the end is known. */
export function Progress({ label, done, total, poll, state }: ProgressProps) {
  const figures = (
    <>
      <span>{label} </span>
      <span className="progress-figures">
        <span data-poll-done="">{figure(done)}</span>
        {total !== null && ' of '}
        {total !== null && <span data-poll-total="">{figure(total)}</span>}
      </span>
    </>
  )
  return (
    <div className="progress" data-poll={poll} data-state={state}>
      {total === null ? (
        <p className="progress-words">{figures}</p>
      ) : (
        <label className="progress-words">
          {figures}
          <progress value={done} max={total} />
        </label>
      )}
    </div>
  )
}
