/** What `csv.ts` reads back; it stands with the values because exports of other features write it too. */
export { csvCell, csvLine, UTF8_MARK, withGuard, withoutGuard, type CsvValue } from '../../../values/csv-text'
