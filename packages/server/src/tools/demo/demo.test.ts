import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { readConfig } from '../../config.ts'
import { type Filled, fillDesk } from './fill.ts'
import { flaws } from './flaws.ts'

/** A small desk of three weeks, checked as a whole. */
let database: TestDatabase
let folder: string
let client: pg.Client
let filled: Filled
const now = Date.parse('2026-11-27T06:00:00.000Z')
const size = { tickets: 200, customers: 80, days: 21, seed: 7 }

const fill = () =>
  fillDesk(readConfig({ BATON_DATA: folder }), { connectionString: database.connectionString }, size, {
    now,
    heard: () => {},
  })

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'baton-demo-'))
  filled = await fill()
  client = new pg.Client(database.connectionString)
  await client.connect()
}, 120_000)

afterAll(async () => {
  await client?.end()
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

const counted = async (text: string): Promise<Record<string, number>> => {
  const { rows } = await client.query<{ key: string; n: string }>(text)
  return Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)]))
}

describe('a desk filled for trying out', () => {
  test('was told without one refusal', () => {
    expect([...filled.refused]).toEqual([])
    expect(filled.tickets).toBe(200)
  })

  for (const [words, text] of Object.entries(flaws))
    test(words, async () => {
      const { rows } = await client.query(text, text.includes('$1') ? [new Date(now)] : [])
      expect(rows).toEqual([])
    })

  test('has six departments, forty people and everything that happens at a desk', async () => {
    const [table] = (
      await client.query(`select (select count(*)::int from departments) as departments,
        (select count(*)::int from agents) as agents, (select count(*)::int from customers) as customers`)
    ).rows
    expect(table).toEqual({ departments: 6, agents: 40, customers: 80 })
    const happened = await counted('select type as key, count(*) as n from events group by type')
    for (const type of [
      'claimed',
      'assigned',
      'acknowledged',
      'transferred',
      'urged',
      'noted',
      'progressed',
      'solved',
      'closed',
    ])
      expect(happened[`ticket.${type}`], type).toBeGreaterThan(0)
    for (const type of ['clock.warned', 'clock.breached', 'clock.met', 'ticket.extensionGranted'])
      expect(happened[type], type).toBeGreaterThan(0)
    expect(happened['clock.met']).toBeGreaterThan(2 * Number(happened['clock.breached']))
    expect(happened['survey.answered']).toBeGreaterThan(40)
    const scores = await counted(
      'select score as key, count(*) as n from surveys where score is not null group by score',
    )
    expect(scores['5']).toBeGreaterThan(Number(scores['1'] ?? 0))
    const statuses = await counted('select status as key, count(*) as n from tickets group by status')
    expect(statuses.closed).toBeGreaterThan(100)
    expect(filled.open).toBeGreaterThan(0)
    const channels = await counted('select channel as key, count(*) as n from tickets group by channel')
    expect(Object.keys(channels).sort()).toEqual(['email', 'form', 'phone', 'web'])
  })

  test('refuses to be filled again', async () => {
    await expect(fill()).rejects.toMatchObject({ name: 'NotEmpty' })
  }, 60_000)
})
