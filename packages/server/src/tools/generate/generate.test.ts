import { events, reads, verbs } from '@baton/contract'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase, freshDatabase } from '../../../test/database.ts'
import { configurationPage } from './configuration.ts'
import { eventsPage } from './events.ts'
import { permissionsPage } from './permissions.ts'
import { schemaOf } from './schema.ts'

test('the schema as it is written down makes the same schema again', async () => {
  const migrated = await freshDatabase()
  const empty = await emptyDatabase()
  const written = await schemaOf(migrated.connectionString)
  const client = new pg.Client(empty.connectionString)
  await client.connect()
  // `migrations` is kept by whoever migrates, here as there.
  await client.query(written)
  await client.end()
  expect(await schemaOf(empty.connectionString)).toBe(written)
  for (const table of ['tickets', 'events', 'contact_points', 'attachments'])
    expect(written).toContain(`create table ${table} (`)
  await Promise.all([migrated.drop(), empty.drop()])
})

test('every event, verb and read has its line', () => {
  for (const name of Object.keys(events)) expect(eventsPage()).toContain(`\n## ${name}\n`)
  for (const name of Object.keys({ ...verbs, ...reads })) expect(permissionsPage()).toContain(`\`${name}\``)
  expect(configurationPage()).toContain('| `PORT` | `4000` |')
})
