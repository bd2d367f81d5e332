import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openapi, statesTable } from '../channels/reference/index.ts'
import { migrate } from '../kernel/migrate.ts'
import { startPostgres } from '../kernel/postgres/index.ts'
import { configurationPage } from './generate/configuration.ts'
import { eventsPage } from './generate/events.ts'
import { permissionsPage } from './generate/permissions.ts'
import { schemaOf } from './generate/schema.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

/** What the code says about itself, written down: the same code writes the same bytes. */
async function generate(): Promise<void> {
  const folder = path.join(root, 'docs/generated')
  await mkdir(folder, { recursive: true })
  const pages: Record<string, string> = {
    'openapi.json': `${JSON.stringify(openapi('en'), null, 2)}\n`,
    'events.md': eventsPage(),
    'permissions.md': permissionsPage(),
    'configuration.md': configurationPage(),
    'states.md': statesPage(),
  }
  for (const [name, text] of Object.entries(pages)) await writeFile(path.join(folder, name), text)
  await writeFile(path.join(root, 'packages/server/schema.sql'), await migratedSchema())
}

const statesPage = (): string => `# 工单的状态 · The states of a ticket

Made from \`packages/contract/src/states.ts\` by \`npm run generate\`.

## 中文

${statesTable('zh-CN')}

## English

${statesTable('en')}
`

/** The schema as all migrations together leave it, read back from a database of its own. */
async function migratedSchema(): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'baton-schema-'))
  const log = { info() {}, warn() {}, error: (message: string) => void process.stderr.write(`${message}\n`) }
  const settings = { fsync: 'off', synchronous_commit: 'off' }
  const server = await startPostgres({ dataDir, settings, log })
  try {
    await migrate(server.connectionString)
    return await schemaOf(server.connectionString)
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

await generate()
