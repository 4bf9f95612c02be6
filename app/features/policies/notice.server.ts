import { noticeOf, type NoticeTables } from '../../privacy/notice.server'
import type { Services } from '../../server/context'

export interface NoticeData {
  dpoEmail: string
  tables: NoticeTables
}

/** What the notice shows beside its fixed words. */
export const openNotice = ({ settings }: Services): NoticeData => ({
  dpoEmail: settings.dpoEmail,
  tables: noticeOf(),
})
