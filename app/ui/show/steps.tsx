/** Where one is on a way of several steps. `current` counts from 0; one past the end: all done. */
export const Steps = ({
  label,
  items,
  current,
}: {
  label: string
  items: readonly string[]
  current: number
}) => (
  <div>
    <p className="visually-hidden">
      {label}: {current < items.length ? `step ${current + 1} of ${items.length}` : 'all steps done'}
    </p>
    <ol className="steps">
      {items.map((item, at) => (
        <li
          key={item}
          aria-current={at === current ? 'step' : undefined}
          data-done={at < current ? '' : undefined}
        >
          {item}
          {at < current && <span className="visually-hidden"> (done)</span>}
        </li>
      ))}
    </ol>
  </div>
)
