const inMegabytes = (bytes: number) =>
  (bytes / 1_000_000).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

function waitingWords(form: HTMLFormElement): HTMLElement {
  const says = document.createElement('p')
  says.setAttribute('role', 'status')
  says.textContent = form.dataset.once || 'Sending …'
  form.append(says)
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
  return says
}

/** Sends a form with a file so that the person sees how much has gone, then shows the answer as the browser would. */
function upload(form: HTMLFormElement, button: HTMLElement | null, says: HTMLElement, restart: () => void) {
  const before = says.textContent
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.responseType = 'document'
  request.upload.onprogress = ({ loaded, total }) => {
    if (loaded < total) says.textContent = `${before} ${inMegabytes(loaded)} of ${inMegabytes(total)} MB`
    else says.textContent = 'All sent. Reading the file …'
  }
  request.onload = () => {
    if (request.status === 200 || !request.response) return location.assign(request.responseURL)
    document.replaceChild(
      document.adoptNode((request.response as Document).documentElement),
      document.documentElement,
    )
    scrollTo(0, 0)
    restart()
  }
  // Whatever stopped it, the browser's own way of sending tells the person more.
  request.onerror = () => form.submit()
  request.send(new FormData(form, button))
}

/** Forms with `once` are sent once, however often the button is pressed, and say that they are being sent. */
export function sendOnce(restart: () => void): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
    let sent = false
    form.addEventListener('submit', (event) => {
      if (sent) return event.preventDefault()
      sent = true
      const says = waitingWords(form)
      if (form.enctype !== 'multipart/form-data') return
      event.preventDefault()
      upload(form, event.submitter, says, restart)
    })
    // Back from the next page, the browser may show this one as it was left.
    addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload()
    })
  }
}
