const EVERY_MS = 1000

interface Answer {
  state: string
  progress: { done: number; total: number | null }
}

const figure = (n: number) => n.toLocaleString('en-GB')

function show(element: HTMLElement, { done, total }: Answer['progress']) {
  const bar = element.querySelector('progress')
  if (bar && total !== null) {
    bar.max = total
    bar.value = done
  }
  const put = (mark: string, n: number | null) => {
    const place = element.querySelector(mark)
    if (place && n !== null) place.textContent = figure(n)
  }
  put('[data-poll-done]', done)
  put('[data-poll-total]', total)
}

async function ask(element: HTMLElement, address: string) {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  // Signed out, deleted or broken: the page itself knows what to say.
  if (!response.ok || response.redirected) return location.reload()
  const answer = (await response.json()) as Answer
  const news =
    answer.state !== element.dataset.state ||
    (answer.progress.total !== null && !element.querySelector('progress'))
  if (news) return location.reload()
  show(element, answer.progress)
}

/** Follows the page's `Progress`: asks once a second, moves bar and figures, and loads the page again when the state has changed. */
export function followProgress(): void {
  const element = document.querySelector<HTMLElement>('[data-poll]')
  const address = element?.dataset.poll
  if (!element || !address) return
  const again = () => {
    setTimeout(() => {
      // A lost connection is no news: ask again.
      if (document.hidden) again()
      else ask(element, address).then(again, again)
    }, EVERY_MS)
  }
  again()
}
