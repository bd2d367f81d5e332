import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../../test/desk.ts'
import type { Caller } from '../../../kernel/caller.ts'

let desk: TestDesk
let washing: Answer
let phone: Answer
beforeAll(async () => {
  desk = await testDesk()
  const after = await desk.does('category.create', { name: '售后' })
  await desk.does('category.create', { name: '产品维修', parentId: after.id })
  washing = await desk.does('ticket.open', {
    subject: '扫地机器人脱水異響',
    body: '您好,型号 XQG100-B12 的扫地机器人 声音很大。\n订单 JD2026112200017',
    channel: 'phone',
    category: '售后-产品维修',
    urgency: 'critical',
    tags: ['VIP客户', '返修'],
    fields: { orderNo: 'SF1234567890' },
    requester: { name: '李雷', phone: '13812342445', email: 'li.lei@example.com' },
  })
  await desk.does('ticket.note', { ticketId: washing.id, body: '这台是样机,不要告诉客户' })
  await desk.does('ticket.reply', { ticketId: washing.id, body: '我们安排王师傅上门 😀' })
  phone = await desk.does('ticket.open', {
    subject: 'ＰＨＯＮＥ screen broken',
    body: '洗衣机没事,手机坏了',
    requester: { name: '韩梅梅', phone: '010-62345678' },
  })
  await desk.drained()
})
afterAll(() => desk.close())

const numbers = (page: Answer): string[] => page.items.map((ticket: Answer) => ticket.number)
const search = (text: string, caller?: Caller, more = {}) => desk.asks('ticket.search', { text, ...more }, caller)
const person = (grants: Record<string, unknown>, hidden: readonly string[] = []): Caller => ({
  ...desk.system,
  actor: { kind: 'person', id: '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', name: '小张' },
  grants: {
    may: name => (grants[name] ?? false) as boolean,
    field: id => (hidden.includes(id) ? 'hidden' : undefined),
  },
})

describe('a ticket is found by', () => {
  test.each([
    ['two characters of its subject', '脱水', 'subject'],
    ['more of them', '扫地机', 'subject'],
    ['simplified for traditional', '异响', 'subject'],
    ['traditional for simplified', '掃地機器人', 'subject'],
    ['one character', '扫', 'subject'],
    ['the last one', '响', 'subject'],
    ['what the customer said', '声音很大', 'message'],
    ['what we said', '王师傅', 'reply'],
    ['a picture', '😀', 'reply'],
    ['a note', '样机', 'note'],
    ['a model', 'xqg100', 'message'],
    ['the end of an order number', '0017', 'message'],
    ['an order number', 'jd2026112200017', 'message'],
    ['characters over a space', '"扫地机器人 声音"', 'message'],
    ['letters beside punctuation', 'XQG100-B12', 'message'],
    ['its customer', '李雷', 'customer'],
    ['the last four digits of a phone', '2445', 'customer'],
    ['a phone in E.164', '+8613812342445', 'customer'],
    ['the beginning of a phone', '138123', 'customer'],
    ['a mail address', 'li.lei@example.com', 'customer'],
    ['a tag', 'vip客户', 'tag'],
    ['its category', '产品维修', 'category'],
    ['a field', 'SF1234567890', 'field'],
    ['words from several places', '李雷 脱水 样机', 'customer'],
  ])('%s: %s', async (_, text, place) => {
    const page = await search(text)
    expect(numbers(page)).toEqual([washing.number])
    expect(page).toMatchObject({ count: 1, isMore: false, nextCursor: null })
    const hit = page.items[0].hits.find((one: Answer) => one.place === place)
    expect(hit).toBeDefined()
    expect(hit.ranges.length).toBeGreaterThan(0)
  })

  test('its number, whole or by its end', async () => {
    expect(numbers(await search(washing.number))).toEqual([washing.number])
    expect(numbers(await search(washing.number.toLowerCase()))).toEqual([washing.number])
    expect(numbers(await search(`${washing.number} 脱水`))).toEqual([washing.number])
    expect(numbers(await search(phone.number.slice(-4)))).toContain(phone.number)
  })

  test('a number of a town, as one dials it', async () => {
    expect(numbers(await search('01062345678'))).toEqual([phone.number])
    expect(numbers(await search('62345678'))).toEqual([phone.number])
    expect(numbers(await search('ＰＨＯＮＥ'))).toEqual([phone.number])
    expect(numbers(await search('phone scr'))).toEqual([phone.number])
  })
})

test('the newest comes first, and pages follow each other', async () => {
  const first = await search('机', undefined, { limit: 1 })
  expect(numbers(first)).toEqual([phone.number])
  const second = await search('机', undefined, { limit: 1, cursor: first.nextCursor })
  expect([numbers(second), second.nextCursor]).toEqual([[washing.number], null])
})

test('what was found is shown in its surroundings', async () => {
  const [hit] = (await search('异响')).items[0].hits
  expect(hit).toEqual({
    place: 'subject',
    text: '扫地机器人脱水異響',
    ranges: [[7, 9]],
    field: null,
    messageId: null,
    seq: null,
  })
})

describe('filters', () => {
  test.each([
    '客户:李雷',
    'customer:李雷 脱水',
    '客户:2445',
    '状态:未分派 脱水',
    'status：new,assigned 脱水',
    '状态:未结 脱水',
    '紧急程度:特急',
    'urgency:critical',
    '渠道:电话',
    '标签:VIP',
    '分类:售后',
    '分类:售后-产品维修 样机',
    '创建:7d 脱水',
    'created:today 李雷',
    '创建:2026-11-22 脱水',
    '创建:2026-11..2026-12-01 脱水',
  ])('%s', async text => {
    expect(numbers(await search(text))).toEqual([washing.number])
  })

  test.each([
    '客户:脱水',
    '状态:已关闭',
    '渠道:邮件 脱水',
    '创建:..2026-11-01 脱水',
    '脱水 不存在的词',
    '标签:脱水',
    '!!!',
    '。',
  ])('nothing: %s', async text => {
    expect(await search(text)).toMatchObject({ items: [], count: 0 })
  })

  test.each([
    ['状态:不知道', 'search.choice'],
    ['处理人:没有这个人', 'search.value'],
    ['部门:', 'search.missing'],
    ['分类:没有的分类', 'search.value'],
    ['创建:下辈子', 'search.choice'],
  ])('a value that means nothing is said to: %s', async (text, code) => {
    await expect(search(text)).rejects.toMatchObject({ status: 422, fields: [{ path: 'text', code }] })
  })

  test('what is no known prefix is a word', async () => {
    expect(numbers(await search('http://脱水'))).toEqual([])
    expect(numbers(await search('10:30'))).toEqual([])
  })
})

describe('odd input is no accident', () => {
  test.each([
    `'`,
    `''; drop table tickets; --`,
    `\\`,
    `\\' & | ! <-> :*`,
    '"',
    '“”',
    '""',
    ':',
    ':::',
    '%_',
    '😀👨‍👩‍👧',
    '\u200b',
    '𠮷野家',
    'é e\u0301',
  ])('%j', async text => {
    const page = await search(text)
    expect(Array.isArray(page.items)).toBe(true)
  })

  test.each([
    ['one character', '脱'.repeat(1000)],
    ['two words', `${'a'.repeat(500)} ${'1'.repeat(499)}`],
    ['a sentence', '扫地机器人脱水異響'.repeat(100)],
  ])('a thousand letters: %s', async (_, text) => {
    expect((await search(text)).items).toEqual([])
  })

  test.each(['\0', 'x\0y', '\ud800', '', '   ', '客户:"', '客户:'])('%j is refused', async text => {
    await expect(search(text)).rejects.toMatchObject({ status: 422 })
  })

  test.each([
    ['letters', 'x'.repeat(1001)],
    ['words', 'a '.repeat(30)],
  ])('too many %s are refused', async (_, text) => {
    await expect(search(text)).rejects.toMatchObject({ status: 422 })
  })

  test.each(['x', 'WzEsMl0', Buffer.from('["2026-01-01 00:00:00+00","x"]').toString('base64url')])(
    'a forged cursor: %s',
    async cursor => {
      await expect(search('机', undefined, { cursor })).rejects.toMatchObject({ status: 422 })
    },
  )
})

describe('nobody finds by what they may not read', () => {
  const everything = { 'ticket.search': true, 'ticket.get': true, 'ticket.timeline': true, 'ticket.note': true }
  const found = async (text: string, caller: Caller) => {
    const page = await search(text, caller)
    expect(page.count).toBe(page.items.length)
    return numbers(page)
  }

  test('a note, without the right to notes', async () => {
    expect(await found('样机', person(everything))).toEqual([washing.number])
    const outsider = person({ ...everything, 'ticket.note': false })
    expect(await found('样机', outsider)).toEqual([])
    expect(await found('脱水 样机', outsider)).toEqual([])
    expect(await found('王师傅', outsider)).toEqual([washing.number])
  })

  test('a note, where the right holds for other tickets only', async () => {
    const critical = { field: 'urgency', op: 'is', value: 'critical' }
    const normal = { field: 'urgency', op: 'is', value: 'normal' }
    expect(await found('样机', person({ ...everything, 'ticket.note': critical }))).toEqual([washing.number])
    expect(await found('样机', person({ ...everything, 'ticket.note': normal }))).toEqual([])
    const page = await search('李雷', person({ ...everything, 'ticket.note': normal }))
    expect(JSON.stringify(page.items[0].hits)).not.toContain('样机')
  })

  test('what was said, without the timeline', async () => {
    const caller = person({ ...everything, 'ticket.timeline': false })
    expect(await found('王师傅', caller)).toEqual([])
    expect(await found('样机', caller)).toEqual([])
    expect(await found('异响', caller)).toEqual([washing.number])
  })

  test.each([
    ['subject', '异响'],
    ['tags', 'vip客户'],
    ['customerId', '李雷'],
    ['categoryId', '产品维修'],
    ['fields', 'SF1234567890'],
    ['number', 'NUMBER'],
  ])('a hidden field: %s', async (field, words) => {
    const text = words === 'NUMBER' ? washing.number : words
    expect(await found(text, person(everything))).toEqual([washing.number])
    expect(await found(text, person(everything, [field]))).toEqual([])
  })

  test('a ticket that is not there for them', async () => {
    const normal = { field: 'urgency', op: 'is', value: 'normal' }
    expect(await found('脱水', person({ ...everything, 'ticket.get': normal }))).toEqual([])
    expect(await found('脱水', person({ ...everything, 'ticket.search': normal }))).toEqual([])
    await expect(search('脱水', person({ 'ticket.get': true }))).rejects.toMatchObject({ status: 403 })
  })

  test('a hidden field by a filter', async () => {
    await expect(search('紧急程度:特急', person(everything, ['urgency']))).rejects.toMatchObject({ status: 422 })
  })
})

describe('by the desk’s own fields', () => {
  let ticket: Answer
  beforeAll(async () => {
    const make = (key: string, name: string, spec: object) =>
      desk.does('field.create', { key, name, spec: spec as never })
    await make('stage', '阶段', {
      kind: 'choice',
      options: [
        { key: 'a', name: '待寄回', nameEn: 'To be sent' },
        { key: 'b', name: '已收货' },
      ],
    })
    await make('paid', '退款金额', { kind: 'amount' })
    await make('seen', '上门日', { kind: 'date' })
    await make('home', '住址', { kind: 'address' })
    await make('spare', '旧件已回', { kind: 'boolean' })
    await make('mobile', '备用电话', { kind: 'phone' })
    ticket = await desk.does('ticket.open', {
      subject: '寄修',
      fields: {
        stage: 'a',
        paid: 128.5,
        seen: '2026-11-20',
        home: { region: ['440000', '440300', '440305'], detail: '科技园路 1 号' },
        spare: true,
        mobile: '13677775555',
      },
    })
    await desk.does('ticket.open', { subject: '寄修二', fields: { stage: 'b', paid: 5 } })
    await desk.drained()
  })

  test.each([
    ['阶段:待寄回'],
    ['阶段:"to be sent"'],
    ['stage:a'],
    ['退款金额:>100'],
    ['退款金额:100..200'],
    ['退款金额:128.5'],
    ['上门日:2026-11-20'],
    ['上门日:2026-11'],
    ['上门日:7d'],
    ['住址:深圳'],
    ['住址:科技园'],
    ['旧件已回:是'],
    ['备用电话:7777'],
    ['上门日:有'],
    // Words alone find what people read.
    ['待寄回'],
    ['南山区科技园路'],
    ['13677775555'],
  ])('%s', async text => {
    expect(numbers(await search(text))).toEqual([ticket.number])
  })

  test.each([['阶段:不存在'], ['退款金额:很多'], ['上门日:某天'], ['旧件已回:也许'], ['阶段:']])(
    '%s is refused',
    async text => {
      await expect(search(text)).rejects.toMatchObject({ status: 422, fields: [{ path: 'text' }] })
    },
  )

  test('is no way to read a withheld field', async () => {
    const limited = person({ 'ticket.search': true, 'ticket.get': true }, ['fields.paid'])
    expect(numbers(await search('待寄回', limited))).toEqual([])
    expect(numbers(await search('退款金额:>100', limited))).toEqual([])
    expect(numbers(await search('阶段:待寄回', limited))).toEqual([ticket.number])
  })
})

describe('a search that is saved as a view', () => {
  const me = (more: Record<string, unknown> = {}): Caller => ({
    ...person({
      'ticket.counts': true,
      'ticket.get': true,
      'ticket.list': true,
      'ticket.search': true,
      'ticket.timeline': true,
      ...more,
    }),
    actor: { kind: 'person', id: washing.me, name: '小张' },
    me: { id: washing.me },
  })
  beforeAll(async () => {
    washing.me = (await desk.does('agent.create', { employeeNo: 'S001', name: '搜索员' })).id
  })

  test('lists and counts what holds its words, in any order, as far as its owner may read', async () => {
    const view = await desk.does('view.create', { name: '特急异响', text: '紧急程度:特急 异响' }, me())
    expect(view).toMatchObject({ text: '紧急程度:特急 异响', own: true, section: 'private' })
    const order = [{ field: 'urgency', direction: 'asc' as const }]
    expect(numbers(await desk.asks('ticket.list', { view: view.id, order }, me()))).toEqual([washing.number])
    expect((await desk.asks('ticket.counts', { views: [view.id] }, me())).counts).toEqual({ [view.id]: 1 })
    const whispers = await desk.does('view.create', { name: '样机', text: '样机' }, me())
    expect(numbers(await desk.asks('ticket.list', { view: whispers.id }, me({ 'ticket.note': true })))).toEqual([
      washing.number,
    ])
    expect(numbers(await desk.asks('ticket.list', { view: whispers.id }, me()))).toEqual([])
    const both = { field: 'urgency', op: 'is', value: 'normal' }
    const none = await desk.does('view.create', { name: '都要', text: '异响', where: both }, me())
    expect(numbers(await desk.asks('ticket.list', { view: none.id }, me()))).toEqual([])
  })

  test('is refused when it means nothing, or to one who may not search', async () => {
    await expect(desk.does('view.create', { name: 'x', text: '状态:乱写' }, me())).rejects.toMatchObject({
      status: 422,
    })
    await expect(
      desk.does('view.create', { name: 'x', text: '异响' }, me({ 'ticket.search': false })),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('says so when its words mean nothing any more, and the counts of the others stand', async () => {
    const view = await desk.does('view.create', { name: '某人的', text: '处理人:搜索员' }, me())
    await desk.does('agent.update', { agentId: washing.me, name: '改名了' })
    await expect(desk.asks('ticket.list', { view: view.id }, me())).rejects.toMatchObject({ status: 422 })
    expect((await desk.asks('ticket.counts', { views: [view.id, 'public.all'] }, me())).counts).toMatchObject({
      [view.id]: 0,
    })
  })
})
