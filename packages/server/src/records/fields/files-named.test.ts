import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'
import { storeFile } from '../files/index.ts'

let t: TestDesk
let english: Caller
beforeAll(async () => {
  t = await testDesk({ following: false })
  english = { ...t.system, locale: 'en' }
  const { id } = await t.does('department.create', { name: '售后部' })
  await t.does('settings.update', { defaultDepartmentId: id })
  await t.does('field.create', { key: 'papers', name: '凭证', nameEn: 'Papers', spec: { kind: 'files' } })
  await t.does('field.create', { key: 'photos', name: '照片', spec: { kind: 'pictures' } })
  await t.does('field.create', { of: 'customer', key: 'licence', name: '执照', spec: { kind: 'files' } })
})
afterAll(() => t.close())

const png = Buffer.from('89504e470d0a1a0a', 'hex')
const file = async (name: string, bytes: Buffer = Buffer.from('字')): Promise<string> =>
  (await storeFile(t.desk, { name, bytes: Readable.from([bytes]), by: t.system })).id
const open = (fields: object): Promise<Answer> => t.does('ticket.open', { subject: '退货', fields: { ...fields } })
const newest = async (id: string, caller?: Caller): Promise<Answer> =>
  (await t.asks('ticket.timeline', { id }, caller)).items[0]

describe('the history of a field of files tells them by name', () => {
  test('when they come, when some go, and when all are gone', async () => {
    const { id } = await open({})
    const [a, b] = [await file('a.pdf'), await file('b.png', png)]
    const tell = async (papers: string[]) => {
      await t.does('ticket.update', { ticketId: id, fields: { papers } })
      return (await newest(id)).text
    }
    expect(await tell([a, b])).toContain('凭证：空 → a.pdf、b.png')
    expect(await tell([b])).toContain('凭证：a.pdf、b.png → b.png')
    expect(await tell([])).toContain('凭证：b.png → 空')
    expect((await newest(id, english)).text).toContain('Papers')
    expect((await newest(id)).payload.changes).toEqual([
      { field: 'fields.papers', from: [b], to: null, names: { [b]: 'b.png' } },
    ])
    const all = (await t.asks('ticket.timeline', { id }, english)).items.map(({ text }: Answer) => text)
    expect(all.some((text: string) => text.includes('a.pdf, b.png'))).toBe(true)
  })

  test('as many as there may be, each change with the names of its own field', async () => {
    const { id } = await open({ photos: [await file('c.png', png)] })
    const names = Array.from({ length: 10 }, (_, n) => `第${n}份.txt`)
    const papers = await Promise.all(names.map(name => file(name)))
    const photos = [await file('d.png', png)]
    await t.does('ticket.update', { ticketId: id, fields: { papers, photos } })
    const { text, payload } = await newest(id)
    expect(text).toContain(`凭证：空 → ${names.join('、')}`)
    expect(text).toContain('照片：c.png → d.png')
    const changes = payload.changes as Answer[]
    expect(changes.map(({ field, names }) => [field, Object.keys(names).length])).toEqual([
      ['fields.papers', 10],
      ['fields.photos', 2],
    ])
  })

  test('a customer’s as well', async () => {
    const { id } = await t.does('customer.create', { name: '安娜', fields: { licence: [await file('旧.pdf')] } })
    await t.does('customer.update', { customerId: id, fields: { licence: [await file('新.pdf')] } })
    const { items } = await t.asks('customer.timeline', { customerId: id })
    expect(items[0].text).toContain('执照：旧.pdf → 新.pdf')
  })

  test('who may not see the field is not told a name', async () => {
    const { id } = await open({ papers: [await file('秘密.pdf')] })
    await t.does('ticket.update', { ticketId: id, subject: '换货', fields: { papers: null } })
    const hidden: Caller = {
      ...t.system,
      grants: { may: () => true, field: name => (name === 'fields.papers' ? 'hidden' : undefined) },
    }
    expect(JSON.stringify(await newest(id))).toContain('秘密.pdf')
    expect(JSON.stringify(await t.asks('ticket.timeline', { id }, hidden))).not.toContain('秘密')
  })
})

describe('a field of pictures takes what every browser can show', () => {
  const beginnings = {
    png,
    gif: Buffer.from('GIF89a'),
    jpg: Buffer.from('ffd8ff', 'hex'),
    pdf: Buffer.from('%PDF-1.7'),
  }
  test.each<[string, Buffer, boolean]>([
    ['a.png', beginnings.png, true],
    ['a.gif', beginnings.gif, true],
    ['a.jpg', beginnings.jpg, true],
    ['a.pdf', beginnings.pdf, false],
    ['renamed.png', beginnings.pdf, false],
    ['drawn.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), false],
    ['bitmap.bmp', Buffer.from('424d0000', 'hex'), false],
  ])('%s', async (name, bytes, isTaken) => {
    const { id } = await open({})
    const photo = await file(name, bytes)
    const change = t.does('ticket.update', { ticketId: id, fields: { photos: [photo] } })
    if (isTaken) return expect((await change).fields.photos).toEqual([photo])
    await expect(change).rejects.toMatchObject({
      status: 422,
      fields: [{ path: 'fields.photos.0', code: 'field.noPicture' }],
    })
    // Refused, the file is nobody's still and can stand where any file may.
    expect((await t.does('ticket.update', { ticketId: id, fields: { papers: [photo] } })).fields.papers).toEqual([
      photo,
    ])
  })

  test('also of those that the record has already, and at its opening', async () => {
    const { id } = await open({ papers: [await file('b.pdf')] })
    const { fields } = await t.asks('ticket.get', { id })
    const refused = { status: 422, fields: [{ path: 'fields.photos.0', code: 'field.noPicture' }] }
    const update = t.does('ticket.update', { ticketId: id, fields: { photos: fields.papers } })
    await expect(update).rejects.toMatchObject(refused)
    await expect(open({ photos: [await file('c.pdf')] })).rejects.toMatchObject(refused)
  })
})
