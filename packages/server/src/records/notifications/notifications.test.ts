import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { callerFor } from '../sessions/index.ts'
import { forgetOld, keepNews, type News } from './keep.ts'

let t: TestDesk
let wang: Caller
let li: Caller
beforeAll(async () => {
  t = await testDesk({ following: false })
  wang = await person('CS001', '王芳')
  li = await person('CS002', '李雷')
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.desk.db.deleteFrom('notifications').execute()
})

async function person(employeeNo: string, name: string): Promise<Caller> {
  const { items: roles } = await t.asks('role.list', {})
  const roleIds = roles.filter(({ key }: Answer) => key === 'agent').map(({ id }: Answer) => id)
  const { id } = await t.does('agent.create', { employeeNo, name, roleIds })
  return callerFor(t.desk, id)
}

const news = (caller: Caller, also: Partial<News> = {}): News => ({
  agentId: String(caller.me.id),
  kind: 'mentioned',
  ticketId: null,
  seq: null,
  params: { actor: '张三' },
  urgent: false,
  bundle: null,
  count: 1,
  listed: true,
  popup: true,
  push: null,
  mail: null,
  sms: null,
  ...also,
})
const keep = (...all: News[]) => keepNews(t.desk.db, all, t.now())
const listed = async (caller: Caller, input: Answer = {}) => (await t.asks('notification.list', input, caller)).items
const unread = async (caller: Caller) => (await t.asks('notification.count', {}, caller)).unread

describe('the list', () => {
  test('is everybody’s own, newest first, told in the reader’s language', async () => {
    await keep(news(wang))
    t.turn(1000)
    await keep(news(wang, { params: { actor: '赵六' } }), news(li))
    expect((await listed(wang)).map(({ text }: Answer) => text)).toEqual(['赵六 在备注中提到您', '张三 在备注中提到您'])
    expect(await listed({ ...wang, locale: 'en' })).toMatchObject([
      { text: '赵六 mentioned you in a note' },
      { text: '张三 mentioned you in a note' },
    ])
    expect([await unread(wang), await unread(li)]).toEqual([2, 1])
  })

  test('pages by its cursor, the unread before the read when so asked', async () => {
    for (let n = 0; n < 5; n++) {
      await keep(news(wang, { params: { actor: `第${n}` } }))
      t.turn(1000)
    }
    const all = await listed(wang)
    await t.does('notification.read', { ids: [all[0].id, all[1].id] }, wang)
    for (const order of ['newest', 'unread'] as const) {
      const whole = (await listed(wang, { order })).map(({ id }: Answer) => id)
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const page = await t.asks('notification.list', { order, limit: 2, ...(cursor && { cursor }) }, wang)
        paged.push(...page.items.map(({ id }: Answer) => id))
        cursor = page.nextCursor
      } while (cursor)
      expect(paged).toEqual(whole)
      expect(whole).toHaveLength(5)
    }
    expect((await listed(wang, { order: 'unread' })).map(({ readAt }: Answer) => readAt !== null)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    expect(await listed(wang, { unread: true })).toHaveLength(3)
    await expect(t.asks('notification.list', { cursor: 'x' }, wang)).rejects.toMatchObject({ status: 422 })
  })

  test('tells of no ticket that one may not see any more', async () => {
    const department = await t.does('department.create', { name: '保密部' })
    const { items: roles } = await t.asks('role.list', {})
    const handler = roles.find(({ key }: Answer) => key === 'handler').id
    const { id } = await t.does('agent.create', {
      employeeNo: 'CS009',
      name: '孙',
      roleIds: [handler],
      departmentIds: [department.id],
    })
    const sun = await callerFor(t.desk, id)
    const ticket = await t.does('ticket.open', { subject: '内部', departmentId: department.id })
    await keep(news(sun, { ticketId: ticket.id }))
    expect(await listed(sun)).toMatchObject([{ ticketNumber: ticket.number, subject: '内部' }])
    const { defaultDepartmentId } = await t.asks('settings.get', {})
    await t.does('ticket.transfer', { ticketId: ticket.id, departmentId: defaultDepartmentId, reason: '转' })
    expect(await listed(sun)).toEqual([])
    expect(await unread(sun)).toBe(0)
  })
})

describe('reading', () => {
  test('marks one, a ticket’s, or all: one’s own only', async () => {
    const ticket = await t.does('ticket.open', { subject: '冰箱' })
    await keep(news(wang, { ticketId: ticket.id }), news(wang), news(wang), news(li, { ticketId: ticket.id }))
    expect(await t.does('notification.read', { ticketId: ticket.id }, wang)).toMatchObject({ unread: 2 })
    const [first] = await listed(wang, { unread: true })
    expect(await t.does('notification.read', { ids: [first.id] }, li)).toMatchObject({ unread: 1 })
    expect(await t.does('notification.read', { ids: [first.id] }, wang)).toMatchObject({ unread: 1 })
    expect(await t.does('notification.read', { all: true }, wang)).toMatchObject({ unread: 0 })
    expect(await unread(li)).toBe(1)
  })

  test.each([{}, { all: true, ids: [] }])('says what is missing in %j', async input => {
    await expect(t.does('notification.read', input as never, wang)).rejects.toMatchObject({
      fields: [{ path: 'ids', code: 'one.needed' }],
    })
  })

  test('tells the person’s open pages, and nobody else’s', async () => {
    const heard: unknown[] = []
    t.desk.onNudge((kind, persons) => heard.push([kind, persons]))
    await t.does('notification.read', { all: true }, wang)
    expect(heard).toEqual([['notification', [wang.me.id]]])
  })
})

describe('alike ones', () => {
  const pool = (ticketId: string) => news(wang, { kind: 'pool', ticketId, bundle: 'pool:x', push: t.now() })

  test('are one that counts until it is read', async () => {
    const [a, b] = [await t.does('ticket.open', { subject: '一' }), await t.does('ticket.open', { subject: '二' })]
    await keep(pool(a.id))
    expect(await listed(wang)).toMatchObject([{ count: 1, ticketId: a.id }])
    await keep(pool(a.id), pool(b.id))
    expect(await listed(wang)).toMatchObject([{ count: 3, ticketId: null }])
    await t.does('notification.read', { all: true }, wang)
    await keep(pool(b.id))
    expect((await listed(wang)).map(({ count }: Answer) => count).sort()).toEqual([1, 3])
  })

  test('leave the house once, and again only after a while', async () => {
    const { id } = await t.does('ticket.open', { subject: '一' })
    const waiting = () => t.desk.db.selectFrom('notification_outgoing').selectAll().execute()
    await keep(pool(id))
    expect(await waiting()).toHaveLength(1)
    await t.desk.db.deleteFrom('notification_outgoing').execute()
    t.turn(60_000)
    await keep(pool(id))
    expect(await waiting()).toHaveLength(0)
    t.turn(600_000)
    await keep(pool(id))
    expect(await waiting()).toHaveLength(1)
  })
})

test('ninety days later they are forgotten', async () => {
  await keep(news(wang))
  t.turn(91 * 86_400_000)
  await keep(news(wang, { params: { actor: '新' } }))
  await forgetOld(t.desk.db, t.now())
  expect(await listed(wang)).toMatchObject([{ text: '新 在备注中提到您' }])
})

describe('preferences', () => {
  test('are one’s own over the desk’s, and go back to the desk’s', async () => {
    const said = await t.does(
      'notification.updatePreferences',
      {
        choices: { pool: { push: false } },
        quiet: { from: '22:00', to: '07:00' },
        digest: 'daily',
        digestAt: '18:30',
        sound: true,
      },
      wang,
    )
    expect(said).toMatchObject({
      own: true,
      quiet: { from: '22:00', to: '07:00' },
      digest: 'daily',
      digestAt: '18:30',
      sound: true,
      canMail: false,
    })
    expect(said.choices.pool).toEqual({ inApp: true, popup: true, push: false, mail: false, sms: false })
    await t.does('notification.updateDefaults', {
      choices: { pool: { mail: true }, near: { popup: false } },
    })
    const now = await t.asks('notification.preferences', {}, wang)
    expect([now.choices.pool.mail, now.choices.pool.push, now.choices.near.popup]).toEqual([true, false, false])
    const back = await t.does('notification.updatePreferences', { choices: null, quiet: null }, wang)
    expect(back).toMatchObject({ own: false, quiet: null, digest: 'daily' })
    expect(back.choices.pool.push).toBe(true)
    expect(await t.asks('notification.defaults', {})).toMatchObject({ version: 2 })
  })

  test('the desk’s are the administrator’s, and two at once are told so', async () => {
    await expect(t.does('notification.updateDefaults', { choices: {} }, wang)).rejects.toMatchObject({ status: 403 })
    await expect(t.does('notification.updateDefaults', { choices: {}, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test.each([
    [{ quiet: { from: '24:00', to: '07:00' } }, 'quiet.from'],
    [{ zone: 'Mars/Base' }, 'zone'],
    [{ choices: { pool: { pigeon: true } } }, 'choices.pool.pigeon'],
    [{ digestAt: '9' }, 'digestAt'],
  ])('%j names what is wrong', async (input, path) => {
    await expect(t.does('notification.updatePreferences', input as never, wang)).rejects.toMatchObject({
      status: 422,
      fields: [{ path }],
    })
  })
})

describe('browsers that take messages', () => {
  const browser = {
    endpoint: 'https://push.example/send/abc',
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }

  test('belong to whoever signed in there last', async () => {
    const mine = await t.does('notification.subscribe', { ...browser, name: 'Chrome · Windows' }, wang)
    expect(mine.subscriptions).toMatchObject([{ name: 'Chrome · Windows', endpoint: browser.endpoint }])
    const [{ id }] = mine.subscriptions
    await expect(t.does('notification.unsubscribe', { subscriptionId: id }, li)).rejects.toMatchObject({ status: 404 })
    expect((await t.does('notification.subscribe', browser, li)).subscriptions).toMatchObject([
      { name: 'push.example' },
    ])
    expect((await t.asks('notification.preferences', {}, wang)).subscriptions).toEqual([])
    expect((await t.does('notification.unsubscribe', { subscriptionId: id }, li)).subscriptions).toEqual([])
  })

  test.each([
    [{ ...browser, endpoint: 'http://push.example/x' }, 'endpoint'],
    [{ ...browser, endpoint: 'https://user:secret@push.example/x' }, 'endpoint'],
    [{ ...browser, p256dh: 'short' }, 'p256dh'],
    [{ ...browser, auth: 'x y' }, 'auth'],
  ])('%j is refused at its field', async (input, path) => {
    await expect(t.does('notification.subscribe', input, wang)).rejects.toMatchObject({ fields: [{ path }] })
  })

  test('know one key of the desk, made once', async () => {
    const keys = await Promise.all([wang, li, wang].map(one => t.asks('notification.preferences', {}, one)))
    expect(new Set(keys.map(({ pushKey }) => pushKey)).size).toBe(1)
    expect(Buffer.from(keys[0].pushKey, 'base64url')).toHaveLength(65)
  })
})
