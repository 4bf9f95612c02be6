import { csvLine, UTF8_MARK } from '../../../values/csv-text'
import { FIELDS, type PupilValues } from '../rules/fields'
import { written } from '../rules/labels'

/** First line of the CSV: the fields' own names, so that the file can be uploaded again and nothing is lost. */
export const csvHead = (): string => UTF8_MARK + csvLine(FIELDS.map(({ name }) => name))

/** One pupil's line. */
export const csvPupil = (values: PupilValues): string =>
  csvLine(FIELDS.map(({ name }) => written(name, values[name])))

/** One pupil as other programs read it: unknown is null, needs are a list. */
export const jsonPupil = (id: string, values: PupilValues): string =>
  JSON.stringify({ id, ...Object.fromEntries(FIELDS.map(({ name }) => [name, values[name]])) })
