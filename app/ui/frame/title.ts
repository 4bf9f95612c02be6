/**
 * The `<title>` of a page: `pageTitle('Book a demo')` is "Book a demo – OTrack". With errors it begins with "Error: ", which is the
 * first that a screen reader says.
 */
export function pageTitle(
  title: string,
  form?: { errors?: Readonly<Record<string, string>> | undefined } | null,
) {
  const wrong = Object.keys(form?.errors ?? {}).length > 0
  return `${wrong ? 'Error: ' : ''}${title} – OTrack`
}
