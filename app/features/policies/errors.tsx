import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { ButtonLink, FormButtons, Page } from '../../ui'
import { company } from './rules/company'
import { Site } from './site'

interface Words {
  title: string
  says: string
  do: string
}

const missing: Words = {
  title: 'There is no such page',
  says: 'The address may be mistyped, or what was here has been moved or deleted.',
  do: 'Check the address, or start again from the home page.',
}

const words: Readonly<Record<number, Words>> = {
  403: {
    title: 'You may not open this page',
    says: 'You are signed in, but your role does not include this page or what you tried to do.',
    do: 'If you need this for your work, ask the owner of your school’s account to change your role.',
  },
  404: missing,
  405: {
    title: 'This address cannot do that',
    says: 'The page exists, but not for this kind of request.',
    do: 'Open the page again from its link and send the form from there.',
  },
  409: {
    title: 'Something changed in the meantime',
    says: 'Another person changed this while you were looking at it, or you now act for another school. We have changed nothing.',
    do: 'Go back, load the page again to see how it stands now, and repeat what is still needed.',
  },
  413: {
    title: 'That is too large',
    says: 'What you sent is larger than we take. We have kept none of it.',
    do: 'Send a smaller file: leave out the columns you do not need, or split it in two.',
  },
  415: {
    title: 'We do not take that kind of file',
    says: 'We looked at the content, not only the name, and it is of a kind that we cannot read. We have kept none of it.',
    do: 'Export your roll as CSV and upload that.',
  },
  429: {
    title: 'Too many tries',
    says: 'There were more tries in a short time than we allow. This protects your school’s account.',
    do: 'Wait a few minutes, then try again.',
  },
}

const fault: Words = {
  title: 'Something went wrong on our side',
  says: 'It is our fault, not yours. We have a record of it. What you were doing may not have been saved.',
  do: 'Try again in a minute. If it happens again, tell us the request number below.',
}

/** The status that an error is shown with: a thrown answer's own, else 500. */
export const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500)

/** The words for a status; one without words of its own has those of its kind. */
export const wordsOf = (status: number): Words => words[status] ?? (status < 500 ? missing : fault)

const ways = {
  site: { href: '/', label: 'Go to the home page' },
  portal: { href: '/portal', label: 'Go to your school' },
  office: { href: '/staff', label: 'Go to the office' },
} as const

/** Where to go on from here: to where one was at work. */
function wayFrom(path: string) {
  if (path.startsWith('/portal')) return ways.portal
  return path.startsWith('/staff') ? ways.office : ways.site
}

/** What went wrong, what to do, and the number by which we find it. Never the error's own text. */
export function ErrorPage({ error, requestId }: { error: unknown; requestId: string | undefined }) {
  const status = statusOf(error)
  const { title, says, do: act } = wordsOf(status)
  const way = wayFrom(useLocation().pathname)
  return (
    <Site>
      <Page name={`error-${status}`} title={title} lead={says} width="reading">
        <p>{act}</p>
        <FormButtons>
          <ButtonLink href={way.href}>{way.label}</ButtonLink>
          {way !== ways.site && <a href="/">Home page</a>}
        </FormButtons>
        <p className="muted">
          {requestId && (
            <>
              Request number <code>{requestId}</code>.{' '}
            </>
          )}
          You can telephone us on {company.telephone}.
        </p>
      </Page>
    </Site>
  )
}
