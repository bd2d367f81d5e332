import { createServer } from 'node:net'
import { describe, expect, inject, test } from 'vitest'
import { databaseAt } from '../../../test/database-url.ts'
import { connectWithRetry, describeDatabase } from './connect.ts'

const secret = 's3cret%2Fword'

describe('connectWithRetry', () => {
  test('waits for a database that is not up yet, and says so once', async () => {
    const lines: string[] = []
    // Nobody listens at first; then somebody who hangs up, as a server that is starting may do.
    const started = Date.now()
    const wait = connectWithRetry(`postgresql://desk:${secret}@127.0.0.1:1/baton`, {
      patience: 700,
      log: { warn: line => lines.push(line) },
    })
    await expect(wait).rejects.toThrow(
      /^Cannot reach the database 127\.0\.0\.1:1\/baton \(DATABASE_URL\) after \d s: connect ECONNREFUSED/,
    )
    expect(Date.now() - started).toBeGreaterThan(250)
    expect(lines).toEqual([expect.stringMatching(/^Waiting for the database 127\.0\.0\.1:1\/baton/)])
  })

  test('takes a server that comes up meanwhile', async () => {
    let calls = 0
    const door = createServer(socket => {
      calls++
      socket.destroy()
    })
    await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve))
    const address = door.address() as { port: number }
    await expect(
      connectWithRetry(`postgresql://desk:${secret}@127.0.0.1:${address.port}/baton`, { patience: 700 }),
    ).rejects.toThrow('Cannot reach the database')
    expect(calls).toBeGreaterThan(1)
    door.close()
    const client = await connectWithRetry(inject('testDatabase').connectionString)
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await client.end()
  })

  test('does not wait for what will not mend itself', async () => {
    const missing = databaseAt(inject('testDatabase').connectionString, 'nowhere')
    const started = Date.now()
    await expect(connectWithRetry(missing)).rejects.toThrow(/^Cannot use the database .*\/nowhere.*does not exist/)
    expect(Date.now() - started).toBeLessThan(5000)
  })
})

test.each([
  [`postgresql://desk:${secret}@db.example:6000/baton?sslmode=disable`, 'db.example:6000/baton'],
  [`postgres://desk:${secret}@db.example/baton`, 'db.example:5432/baton'],
  [`postgresql://desk:${secret}@h1:5432,h2:5432/baton?x=y`, 'h1:5432,h2:5432/baton'],
])('%s is described without the password', (given, said) => {
  expect(describeDatabase(given)).toBe(said)
})
