import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'

let office: PostOffice
beforeAll(async () => {
  office = await openPostOffice()
})
afterAll(() => office.close())

const hello = ['EHLO client.example', 'MAIL FROM:<wang@example.cn>', 'RCPT TO:<support@localhost>', 'DATA']
const words = (subject: string) =>
  `Subject: ${subject}\r\nMessage-ID: <${subject}@example.cn>\r\nFrom: wang@example.cn\r\n\r\nwords\r\n.`

describe('the listener', () => {
  test('takes a mail for 300 recipients, from nobody, without a word of a header', async () => {
    const recipients = Array.from({ length: 300 }, (_, n) => `RCPT TO:<r${n}@desk.example>`)
    const said = await office.talk(['EHLO x', 'MAIL FROM:<>', ...recipients, 'DATA', '.', 'QUIT'])
    expect(said).toContain('250 2.0.0 Ok: queued as')
    const [row] = await office.ledger()
    expect(row).toMatchObject({ envelope_from: '', outcome: 'automatic', size: 0 })
    expect(row?.envelope_to).toHaveLength(300)
  })

  test('takes several mails over one connection', async () => {
    const [, ...again] = hello
    const said = await office.talk([...hello, words('one'), ...again, words('two'), 'QUIT'])
    expect(said.match(/queued as/g)).toHaveLength(2)
    const rows = await office.ledger()
    expect(rows.filter(({ mail_id }) => /^(one|two)@/.test(mail_id ?? '')).map(({ outcome }) => outcome)).toEqual([
      'opened',
      'opened',
    ])
  })

  test('says at once that a mail is too big when it is told the size', async () => {
    const said = await office.talk(['EHLO x', `MAIL FROM:<wang@example.cn> SIZE=${36 * 1024 * 1024}`, 'QUIT'])
    expect(said).toMatch(/^552 /m)
  })

  test('takes 35 MB and not one more, keeps nothing of what it refuses, and hears the next mail', async () => {
    const before = (await office.ledger()).length
    const line = Buffer.alloc(1000, 'x').fill('\r\n', 998)
    const large = Buffer.concat([
      Buffer.from('Subject: large\r\n\r\n'),
      ...Array.from({ length: 36_800 }, () => line),
      Buffer.from('.\r\n'),
    ])
    const [, ...again] = hello
    const said = await office.talk([...hello, large, ...again, words('after'), 'QUIT'])
    expect(said).toMatch(/^552 /m)
    expect(said).toContain('queued as')
    expect((await office.ledger()).slice(before).map(({ subject }) => subject)).toEqual(['after'])
  }, 30_000)

  test('keeps nothing of a mail whose sender went away in the middle', async () => {
    const before = (await office.ledger()).length
    const socket = await dial()
    for (const line of [...hello, 'Subject: half']) {
      socket.write(`${line}\r\n`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    socket.destroy()
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(await office.ledger()).toHaveLength(before)
  })

  test('does not let anybody sign in, and answers nonsense', async () => {
    const said = await office.talk([
      'EHLO x',
      'AUTH PLAIN AGEAYg==',
      'RCPT TO:<a@b>',
      'MAIL FROM:<not an address>',
      'XYZZY',
      'QUIT',
    ])
    expect(said).not.toMatch(/^235 /m)
    expect(said.match(/^5\d\d /gm)?.length).toBeGreaterThanOrEqual(4)
  })

  test('has enough of one host with too many connections at once', async () => {
    const sockets = await Promise.all(Array.from({ length: 62 }, () => dial()))
    const greetings = await Promise.all(sockets.map(socket => firstWords(socket)))
    expect(greetings.filter(greeting => greeting.startsWith('421'))).toHaveLength(2)
    for (const socket of sockets) socket.destroy()
  })

  test('says 250 only when the mail is in the ledger, and 451 when it cannot be', async () => {
    const { pool } = office.desk
    const client = await pool.connect()
    await client.query('begin; lock table mails in access exclusive mode')
    let said = ''
    const sending = office.talk([...hello, words('held up'), 'QUIT']).then(heard => (said = heard))
    await new Promise(resolve => setTimeout(resolve, 400))
    expect(said).toBe('')
    await client.query('rollback')
    client.release()
    expect(await sending).toContain('queued as')
    await pool.query('alter table mails rename to elsewhere')
    expect(await office.talk([...hello, words('refused'), 'QUIT'])).toMatch(/^451 /m)
    await pool.query('alter table elsewhere rename to mails')
  })

  test('says which setting is wrong when the port is taken', async () => {
    const { startMailing } = await import('./start.ts')
    const desk = {
      ...office.desk,
      config: { ...office.desk.config, smtpListen: { host: '127.0.0.1', port: office.mailing.port ?? 0 } },
    }
    await expect(startMailing(desk)).rejects.toThrow(
      /BATON_SMTP_LISTEN: cannot listen on 127\.0\.0\.1:\d+: another program/,
    )
  })
})

test('a stop lets a mail that is coming in come in', async () => {
  const socket = await dial()
  await firstWords(socket)
  for (const line of hello) {
    socket.write(`${line}\r\n`)
    await firstWords(socket)
  }
  const idle = await dial()
  await firstWords(idle)
  const dismissed = firstWords(idle)
  const began = Date.now()
  const stopping = office.mailing.stop()
  expect(await dismissed).toMatch(/^421 /)
  socket.write(`${words('last')}\r\n`)
  expect(await firstWords(socket)).toContain('queued as')
  await stopping
  expect(Date.now() - began).toBeLessThan(5000)
  const rows = await office.desk.db.selectFrom('mails').select('subject').execute()
  expect(rows.map(({ subject }) => subject)).toContain('last')
})

const dial = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(office.mailing.port ?? 0, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })

const firstWords = (socket: Socket): Promise<string> =>
  new Promise(resolve => socket.once('data', data => resolve(data.toString())))
