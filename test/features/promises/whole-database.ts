import type { App } from '../../support/app'
import { testDialect } from '../../support/database'

const tables = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  mariadb: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
}

/** The tables in which some word stands anywhere, looked through row by row: what a copy forgotten somewhere would be found by. */
export async function tablesHolding(app: App, word: string): Promise<string[]> {
  const names = (await app.rows(tables[testDialect()])).map(({ name }) => String(name))
  const alone = new RegExp(`\\b${word}\\b`, 'i')
  const holding = await Promise.all(
    names.map(async (name) =>
      alone.test(JSON.stringify(await app.rows(`SELECT * FROM ${name}`))) ? [name] : [],
    ),
  )
  return holding.flat().sort()
}
