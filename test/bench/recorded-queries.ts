import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'
import { readSettings } from '../../app/server/settings'
import { embeddedSettings } from '../../app/server/boot/embedded-settings.server'
import { makeServices } from '../../app/services.server'
import { builtProduct } from '../support/build/built'

interface Asked {
  databaseUrl: string
  dataDir: string
  path: string
  cookie: string
}

/** The reading SQL that the product runs to answer a page, in order, values and all. */
export async function recordedQueries({ databaseUrl, dataDir, path, cookie }: Asked): Promise<string[]> {
  const read = readSettings({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error('The settings of the benchmark are wrong')
  const services = await makeServices(await embeddedSettings(read.settings))
  const queries: string[] = []
  const { options } = services.db.sequelize as unknown as { options: { logging: (sql: string) => void } }
  options.logging = (sql) => void queries.push(sql.replace(/^Executing \([^)]*\): /, ''))
  const build = (await import(pathToFileURL(`${await builtProduct()}/server/index.js`).href)) as ServerBuild
  const handle = createRequestHandler(build, 'production')
  const answer = await handle(new Request(`http://localhost${path}`, { headers: { cookie } }), {
    services,
    requestId: 'bench',
    address: '127.0.0.1',
    nonce: '',
  })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  await answer.text()
  await services.stop()
  const reading = queries.filter((sql) => /^(SELECT|WITH)/i.test(sql))
  if (reading.length < 3) throw new Error('No queries were recorded')
  return reading
}
