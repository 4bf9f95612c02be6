/** The `<title>` of a page: `pageTitle('Book a demo')` is "Book a demo – OTrack". */
export const pageTitle = (title: string) => `${title} – OTrack`
