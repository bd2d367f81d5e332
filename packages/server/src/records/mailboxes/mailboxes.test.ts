import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { mailboxes } from './index.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const list = async (): Promise<Answer[]> => (await desk.asks('mailbox.list', {})).items
const known = async () => (await desk.desk.configuration.current()).of(mailboxes)

test('a fresh desk has one mailbox, which takes everything', async () => {
  expect(await list()).toMatchObject([{ address: 'support@localhost', isDefault: true, allowed: ['mailbox.update'] }])
})

test('there is exactly one default, whoever changes it', async () => {
  const [first] = await list()
  const sales = await desk.does('mailbox.create', { name: '销售', address: 'Sales@Example.com' })
  const help = await desk.does('mailbox.create', { name: '帮助', address: 'help@example.com', isDefault: true })
  expect(sales).toMatchObject({ address: 'sales@example.com', isDefault: false })
  expect((await list()).filter(box => box.isDefault).map(box => box.id)).toEqual([help.id])
  await desk.does('mailbox.update', { mailboxId: first.id, isDefault: true, version: 2 })
  expect((await list()).filter(box => box.isDefault).map(box => box.id)).toEqual([first.id])
  const crowd = [sales, help, first].map(box => desk.does('mailbox.update', { mailboxId: box.id, isDefault: true }))
  await Promise.all(crowd)
  expect((await list()).filter(box => box.isDefault)).toHaveLength(1)
})

test('the default cannot go, the others can', async () => {
  const boxes = await list()
  const usual = boxes.find(box => box.isDefault)
  const other = boxes.find(box => !box.isDefault)
  await expect(desk.does('mailbox.archive', { mailboxId: usual.id })).rejects.toMatchObject({
    status: 409,
    code: 'mailbox.lastDefault',
  })
  await desk.does('mailbox.archive', { mailboxId: other.id })
  expect((await list()).map(box => box.id)).not.toContain(other.id)
  await expect(desk.does('mailbox.update', { mailboxId: other.id, isDefault: true })).rejects.toMatchObject({
    status: 422,
  })
  // Its address is free again.
  await desk.does('mailbox.create', { name: '再来', address: other.address })
})

test('an address is of one mailbox, in any spelling', async () => {
  await desk.does('mailbox.create', { name: '售后', address: 'care@example.com', signature: '售后部' })
  const twin = desk.does('mailbox.create', { name: '又一个', address: 'CARE@example.com' })
  await expect(twin).rejects.toMatchObject({ fields: [{ path: 'address', code: 'taken' }] })
  const boxes = await known()
  expect(boxes.byAddress('Care@Example.COM')?.name).toBe('售后')
  expect(boxes.byAddress('care+t1a2b3@example.com')?.name).toBe('售后')
  expect(boxes.byAddress('nobody@example.com')).toBeUndefined()
  expect(boxes.byAddress('no address')).toBeUndefined()
  expect(boxes.default.isDefault).toBe(true)
})

test('a department must be there', async () => {
  const nowhere = '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff'
  await expect(
    desk.does('mailbox.create', { name: 'x', address: 'x@example.com', departmentId: nowhere }),
  ).rejects.toMatchObject({
    fields: [{ path: 'departmentId', code: 'unknown_id' }],
  })
})
