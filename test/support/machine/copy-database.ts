import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

const names = async (connection: Connection, sql: string, values: unknown[]): Promise<string[]> => {
  const [rows] = await connection.query<RowDataPacket[]>(sql, values)
  return rows.map((row) => String(row['name']))
}

/** Copies tables, rows and triggers of one MySQL database into another, empty one on the same server. */
export async function copyDatabase(fromUrl: string, toUrl: string): Promise<void> {
  const from = new URL(fromUrl).pathname.slice(1)
  const connection = await createConnection(toUrl)
  try {
    await connection.query('SET foreign_key_checks = 0, unique_checks = 0')
    const tables = await names(
      connection,
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'`,
      [from],
    )
    for (const table of tables) await copyTable(connection, from, table)
    const triggers = await names(
      connection,
      'SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = ?',
      [from],
    )
    for (const trigger of triggers) {
      const [rows] = await connection.query<RowDataPacket[]>('SHOW CREATE TRIGGER ??.??', [from, trigger])
      await connection.query(String(rows[0]?.['SQL Original Statement']))
    }
  } finally {
    await connection.end()
  }
}

async function copyTable(connection: Connection, from: string, table: string): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW CREATE TABLE ??.??', [from, table])
  await connection.query(String(rows[0]?.['Create Table']))
  // Generated columns make themselves and refuse a value.
  const columns = await names(
    connection,
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = ? AND table_name = ? AND (generation_expression IS NULL OR generation_expression = '')`,
    [from, table],
  )
  await connection.query('INSERT INTO ?? (??) SELECT ?? FROM ??.??', [table, columns, columns, from, table])
}
