import { z } from 'zod'
import { sendReset } from './features/accounts/ask-reset.server'
import { tidyAccounts } from './features/accounts/tidy.server'
import { giveUpImport, runCommit, runReadFile } from './features/imports/import-jobs.server'
import { tidyImports } from './features/imports/tidy-imports.server'
import { tidyMarketing } from './features/marketing/tidy.server'
import { finishErasure } from './features/rights/finish-erasure.server'
import { mailGivenUp, outboxRef, sendMail, withdrawMail } from './server/mail/send-mail.server'
import { takeCheckpoint } from './server/proof/checkpoint.server'
import { sealAudit } from './server/proof/seal-audit.server'
import { days, job, nothing, times, type Jobs } from './server/queue/job'
import { tidyServer } from './server/queue/tidy.server'

const importRef = z.object({ schoolId: z.string(), importId: z.string() })
const erasure = z.object({ reference: z.string(), files: z.array(z.string()) })
const sealedEmail = z.object({ email: z.string() })
const sending = { retry: days(2), lane: 'mail', gaveUp: mailGivenUp, dropped: withdrawMail } as const
const importing = { retry: times(5), gaveUp: giveUpImport }

/** All that happens without a click: name → what it is given, the function, how often it is tried, and when. */
export const jobs: Jobs = {
  'mail.send': job(outboxRef, sendMail, sending),
  'accounts.send-reset': job(sealedEmail, sendReset, { retry: days(1) }),

  'imports.read': job(importRef, runReadFile, importing),
  'imports.check': job(importRef, runReadFile, importing),
  'imports.commit': job(importRef, runCommit, importing),

  'erasure.finish': job(erasure, finishErasure, { retry: days(2) }),

  'imports.tidy': job(nothing, tidyImports, { retry: times(5), every: '02:40 Europe/London' }),
  'server.tidy': job(nothing, (actor) => tidyServer(actor, Object.keys(jobs)), {
    retry: times(5),
    every: '03:10 Europe/London',
  }),
  // Asked for within seconds of each entry; and each night, so that the checkpoint covers the day.
  'audit.seal': job(nothing, sealAudit, { retry: days(1), every: '04:05 Europe/London' }),
  'audit.checkpoint': job(nothing, takeCheckpoint, { retry: days(1), every: '04:10 Europe/London' }),
  'marketing.tidy': job(nothing, tidyMarketing, { retry: times(5), every: '03:50 Europe/London' }),
  'accounts.tidy': job(nothing, tidyAccounts, { retry: times(5), every: '03:40 Europe/London' }),
}
