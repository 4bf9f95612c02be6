import { pupils } from '../../../../db/tables/pupils'
import { erasedOn, liftMarks } from '../../../privacy/erased-pupils.server'
import type { SchoolActor } from '../../../server/actor'
import { write } from '../../../server/write.server'
import { londonDate } from '../../../values/date-words'
import type { PupilForm } from '../forms'
import { columnsOf } from '../row'
import { difference } from '../rules/difference'
import { noValues } from '../rules/fields'
import { judge } from './judge'
import type { Saved } from './results'
import { withNameAndBirth, withUpn } from './same-pupil.server'
import { twiceTold } from './upn-race.server'

/** Adds one pupil, by the same reader as an upload. Nobody has consented for a new pupil yet, so special fields stay empty. */
export const addPupil = (actor: SchoolActor, form: PupilForm, once: string | null): Promise<Saved> =>
  twiceTold(() =>
    write<Saved>(
      actor,
      'pupils.added',
      async (tx) => {
        const judged = judge(noValues(), form.given, { today: londonDate(actor.at), consent: false })
        if (!judged.ok) return tx.refuse({ ...judged, why: 'invalid' })
        const { values } = judged
        const taken = await withUpn(actor, values.upn, null)
        if (taken) return tx.refuse({ ok: false, why: 'upn-taken', other: taken })
        const same = form.duplicateConfirmed ? null : await withNameAndBirth(actor, values, null)
        if (same) return tx.refuse({ ok: false, why: 'same-person', other: same })
        const columns = columnsOf(values)
        const [day] = form.addedAgain ? [] : await erasedOn(actor, [columns])
        if (day) return tx.refuse({ ok: false, why: 'erased-before', erasedOn: day })
        const id = tx.newId()
        const times = { createdAt: tx.at, updatedAt: tx.at }
        const row = { id, ...columns, version: 1, ...times }
        await actor.school.data.rows(pupils).insert(row)
        // Confirmed where it was asked: what held an erased pupil back holds no more.
        await liftMarks(actor, [row])
        const fields = difference(noValues(), values).map(({ field }) => field)
        tx.audit({ subject: { kind: 'pupil', id }, fields })
        return { ok: true, id }
      },
      { once },
    ),
  )
