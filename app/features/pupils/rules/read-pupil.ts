import { checkTogether } from './cross-checks'
import { readAttendance } from './read-attendance'
import { readCodes } from './read-codes'
import { readBirth, readEntryAndLeaving } from './read-dates'
import { checkSchool, formerUpn, readUpnField } from './read-identity'
import { readSen } from './read-sen'
import { localId, readNames, readTexts } from './read-text'
import { Reading, type Cells, type ReadContext } from './reading'
import type { PupilValues } from './fields'
import type { Problem } from './problem'

export interface PupilReading {
  values: PupilValues
  problems: Problem[]
  /** Only for matching with a pupil on roll; neither is stored. */
  formerUpn: string | null
  localId: string | null
}

/**
 * Reads one pupil from the cells of a file's row or the fields of the form: the one place where a pupil's values are judged. A cell that is
 * absent says that there is no such column. The values are good as they stand unless a problem is an error.
 */
export function readPupil(cells: Cells, context: ReadContext): PupilReading {
  const reading = new Reading(cells, context)
  readBirth(reading)
  readUpnField(reading)
  readNames(reading)
  readTexts(reading)
  readCodes(reading)
  readSen(reading)
  readEntryAndLeaving(reading)
  readAttendance(reading)
  const ownNumber = localId(reading)
  // The school's own number for a pupil serves as username where there is no other.
  reading.values.username ??= ownNumber
  checkTogether(reading)
  checkSchool(reading)
  return {
    values: reading.values,
    problems: reading.problems,
    formerUpn: formerUpn(reading),
    localId: ownNumber,
  }
}
