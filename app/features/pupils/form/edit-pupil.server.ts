import { pupils } from '../../../../db/tables/pupils'
import type { SchoolActor } from '../../../server/actor'
import { write } from '../../../server/write.server'
import { londonDate } from '../../../values/date-words'
import type { PupilForm } from '../forms'
import { findInScope, hasConsent } from '../queries.server'
import { columnsOf, valuesOf } from '../row'
import { noteChanges } from '../roll/history.server'
import { difference } from '../rules/difference'
import { holdBack } from '../rules/guardian-consent'
import { judge } from './judge'
import type { Saved } from './results'
import { withNameAndBirth, withUpn } from './same-pupil.server'
import { twiceTold } from './upn-race.server'

/** Saves a form that was opened on a version of the pupil. If another version stands there now, nothing is saved and both are shown. */
export const editPupil = (
  actor: SchoolActor,
  id: string,
  form: PupilForm,
  once: string | null,
): Promise<Saved> =>
  twiceTold(() =>
    write<Saved>(
      actor,
      'pupils.changed',
      async (tx) => {
        const row = await findInScope(actor, id, { lock: true })
        if (!row) return tx.refuse({ ok: false, why: 'gone' })
        // Read under the lock that a withdrawal takes as well.
        const consent = await hasConsent(actor, id)
        const { values: old } = holdBack(valuesOf(row), consent)
        if (row.version !== form.version) return tx.refuse({ ok: false, why: 'clash' })
        const judged = judge(old, form.given, { today: londonDate(actor.at), consent })
        if (!judged.ok) return tx.refuse({ ...judged, why: 'invalid' })
        const { values } = judged
        const changes = difference(old, values, { emptiedClears: true })
        const fields = changes.map(({ field }) => field)
        if (fields.length === 0) return tx.refuse({ ok: true, id })
        const taken = fields.includes('upn') ? await withUpn(actor, values.upn, id) : null
        if (taken) return tx.refuse({ ok: false, why: 'upn-taken', other: taken })
        const named = fields.some((field) => ['last_name', 'first_name', 'date_of_birth'].includes(field))
        const same = named && !form.duplicateConfirmed ? await withNameAndBirth(actor, values, id) : null
        if (same) return tx.refuse({ ok: false, why: 'same-person', other: same })
        const version = row.version + 1
        await actor.school.data
          .rows(pupils)
          .update({ id }, { ...columnsOf(values), version, updatedAt: tx.at })
        await noteChanges(actor, 'pupils.changed', [{ pupilId: id, version, changes }])
        tx.audit({ subject: { kind: 'pupil', id }, fields })
        return { ok: true, id }
      },
      { once },
    ),
  )
