/** Puts the focus on the error summary, for browsers that take no `autofocus` on it. */
export function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>('[data-error-summary]')
  if (summary && document.activeElement !== summary) summary.focus()
}
