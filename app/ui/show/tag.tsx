/** The tones of a tag. The words carry the meaning; the tone only helps the eye. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** A state in a word or two. */
export const Tag = ({ children, tone = 'neutral' }: { children: string; tone?: Tone | undefined }) => (
  <span className="tag" data-tone={tone}>
    {children}
  </span>
)
