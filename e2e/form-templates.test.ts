import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, openStage, overflow, type Stage, violations } from './stage.ts'

/** 客户选“退货退款”，漏填的必填项被指出、补上、提交；条件字段随选随现；断网、刷新都不丢。 */
let stage: Stage
let returns: Answer
const portal = { onPortal: true } as const
const open = { required: 'open', ...portal } as const

beforeAll(async () => {
  stage = await openStage()
  const field = (key: string, name: string, spec: object, more: object = {}) =>
    stage.perform('field.create', { key, name, nameEn: key, spec, ...more } as never)
  const reasons = [
    { key: 'broken', name: '质量问题', nameEn: 'Broken' },
    { key: 'other', name: '其他原因', nameEn: 'Another' },
  ]
  await field('order', '订单编号', { kind: 'reference' }, { help: '在“我的订单”里可以找到' })
  await field('reason', '退货原因', { kind: 'choice', options: reasons })
  await field('why', '具体原因', { kind: 'longText' })
  await field('paid', '支付金额', { kind: 'amount' })
  await field('count', '件数', { kind: 'number', unit: '件', min: 1 })
  await field('bought', '购买日期', { kind: 'date' })
  await field('visit', '方便的时间', { kind: 'time' })
  await field('opened', '是否拆封', { kind: 'boolean' })
  await field('wishes', '希望', { kind: 'choices', options: reasons, most: 1 })
  await field('product', '商品', {
    kind: 'cascade',
    branches: [
      { key: 'wash', name: '洗衣机' },
      { key: 'drum', name: '滚筒', parent: 'wash' },
      { key: 'fridge', name: '冰箱' },
    ],
  })
  await field('second', '另一个电话', { kind: 'phone' })
  await field('from', '取件地址', { kind: 'address' })
  await field('proof', '照片凭证', { kind: 'pictures', most: 3 })
  await field('papers', '其他材料', { kind: 'files', most: 2 })
  const columns = [
    { key: 'sku', name: '货号', nameEn: 'Part', kind: 'text', required: true },
    { key: 'pieces', name: '数量', nameEn: 'Pieces', kind: 'number', decimals: 0 },
  ]
  await field('items', '退回明细', { kind: 'rows', columns })
  await field('cost', '内部成本', { kind: 'amount' })
  returns = await stage.perform('template.create', {
    name: '退货退款',
    nameEn: 'Return and refund',
    description: '签收七天内可以退货',
    onPortal: true,
    form: [
      { field: 'body', ...open },
      { section: '订单', sectionEn: 'Order' },
      { field: 'fields.order', width: 'half', ...open },
      { field: 'fields.paid', width: 'half', ...portal },
      { field: 'fields.count', width: 'half', ...portal },
      { field: 'fields.bought', width: 'half', ...portal },
      { field: 'fields.reason', ...open },
      { field: 'fields.why', visibleWhen: { field: 'fields.reason', op: 'is', value: 'other' }, ...open },
      { field: 'fields.opened', ...portal },
      { field: 'fields.wishes', ...portal },
      { field: 'fields.product', ...portal },
      { field: 'fields.items', ...portal },
      { field: 'fields.cost', required: 'open' },
      { section: '取件', visibleWhen: { field: 'fields.opened', op: 'is', value: true } },
      { field: 'fields.visit', ...portal },
      { field: 'fields.second', ...portal },
      { field: 'fields.from', ...portal },
      { field: 'fields.proof', ...portal },
      { field: 'fields.papers', ...portal },
    ],
    opens: { requestType: 'complaint' },
  })
  await stage.perform('template.create', {
    name: '催发货',
    nameEn: 'Where is my parcel',
    onPortal: true,
    form: [
      { field: 'requestType', ...portal },
      { field: 'fields.order', ...open },
    ],
  })
  await stage.perform('category.create', { name: '退货', templateId: returns.id })
  await stage.perform('category.create', { name: '咨询' })
})
afterAll(() => stage?.close())

async function visit(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.page({ viewport: { width: 390, height: 800 }, ...options })
  await page.goto(`${stage.url}/form`)
  await page.waitForSelector('form')
  return page
}

async function tell(page: Page): Promise<void> {
  await page.fill('#name', '李女士')
  await page.fill('#email', `li-${crypto.randomUUID()}@example.com`)
  await page.fill('#subject', '想退货')
  await page.fill('#body', '脱水时声音很大')
}

const chip = (page: Page, text: string) => page.locator('.chip', { hasText: text })
const send = (page: Page) => page.click('button[type=submit]')
const numberOn = (page: Page) => page.locator('.number strong').textContent()
async function ticket(page: Page): Promise<Answer> {
  return stage.ask('ticket.get', { number: await numberOn(page) })
}
const picture = {
  name: '破损.png',
  mimeType: 'image/png',
  buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
}

test('a template chosen, a required field missed, told, filled in, sent', async () => {
  const page = await visit()
  expect(await page.locator('.own').count()).toBe(0)
  await chip(page, '退货退款').click()
  await page.getByText('签收七天内可以退货').waitFor()
  await page.waitForSelector('#own-order')
  // It begins with a type of its own, which is then not asked for.
  expect(await page.isVisible('#requestType')).toBe(false)
  expect(await page.getByText('内部成本').count()).toBe(0)
  await tell(page)
  await send(page)
  expect(await page.locator('#own-order-error').textContent()).toBe('请填写订单编号')
  expect(await page.locator('#own-reason-error').textContent()).toBe('请选择退货原因')
  expect(await page.evaluate('document.activeElement.id')).toBe('own-order')

  await page.fill('#own-order', 'A-2026-1')
  await page.locator('#own-reason .chip', { hasText: '其他原因' }).click()
  await page.fill('#own-why', '颜色不对')
  await page.fill('#own-paid', '１,２９９．50')
  await page.fill('#own-count', '0')
  await page.getByLabel('商品', { exact: true }).selectOption({ label: '洗衣机' })
  await page.getByLabel('商品: 下一级').selectOption({ label: '滚筒' })
  await page.locator('#own-items').getByLabel('数量').fill('2')
  await page.selectOption('#own-opened', { label: '是' })
  await page.getByLabel('取件地址: 省份').selectOption({ label: '广东省' })
  await page.getByLabel('取件地址: 城市').selectOption({ label: '深圳市' })
  await page.getByLabel('取件地址: 区县').selectOption({ label: '南山区' })
  await page.getByLabel('取件地址: 街道').fill('科技园路 1 号')
  await page.fill('#own-second', '0755-8888')
  await page.fill('#own-visit', '2026-12-01T10:30')
  await page.setInputFiles('#own-proof', [picture])
  await page.waitForSelector('.files li.done')
  await send(page)
  // What only the server finds wrong stands at its field too, and nothing is lost.
  await page.getByText('第 1 行“货号”').waitFor()
  expect(await page.locator('#own-count-error').textContent()).not.toBe('')
  expect(await page.locator('#own-second-error').textContent()).toContain('电话')
  await page.fill('#own-count', '2')
  await page.fill('#own-second', '0755-88886666')
  await page.locator('#own-items').getByLabel('货号').fill('S-1')
  await send(page)
  const opened = await ticket(page)
  expect(opened).toMatchObject({
    channel: 'form',
    templateId: returns.id,
    requestType: 'complaint',
    fields: {
      order: 'A-2026-1',
      reason: 'other',
      why: '颜色不对',
      paid: 1299.5,
      count: 2,
      product: ['wash', 'drum'],
      opened: true,
      from: { region: ['440000', '440300', '440305'], detail: '科技园路 1 号' },
      items: [{ sku: 'S-1', pieces: 2 }],
      proof: [expect.any(String)],
    },
  })
  expect((opened.fields as Answer).cost).toBeUndefined()
  await page.context().close()
})

test('what is hidden again is neither required nor sent, and is not forgotten', async () => {
  const page = await visit()
  await tell(page)
  await chip(page, '退货退款').click()
  await page.fill('#own-order', 'A-2')
  await page.locator('#own-reason .chip', { hasText: '其他原因' }).click()
  await page.fill('#own-why', '颜色不对')
  await page.reload()
  await page.waitForSelector('#own-why')
  expect(await page.inputValue('#own-why')).toBe('颜色不对')
  await page.locator('#own-reason .chip', { hasText: '质量问题' }).click()
  expect(await page.isVisible('#own-why')).toBe(false)
  await page.locator('header button').click()
  await page.waitForSelector('#own-order')
  expect(await page.inputValue('#own-order')).toBe('A-2')
  await send(page)
  const { fields } = await ticket(page)
  expect(fields).toEqual({ order: 'A-2', reason: 'broken' })
  await page.context().close()
})

test('a category brings its template, and another takes it away', async () => {
  const page = await visit()
  await tell(page)
  await chip(page, '咨询').last().click()
  expect(await page.locator('#own-order').count()).toBe(0)
  await page.locator('#category .chip', { hasText: '退货' }).click()
  await page.waitForSelector('#own-order')
  expect(await page.isVisible('#category')).toBe(true)
  await chip(page, '催发货').click()
  await page.locator('#own-reason').waitFor({ state: 'detached' })
  expect(await page.isVisible('#category')).toBe(false)
  expect(await page.isVisible('#requestType')).toBe(true)
  await page.fill('#own-order', 'A-3')
  await send(page)
  expect(await ticket(page)).toMatchObject({ fields: { order: 'A-3' }, category: null })
  await page.context().close()
})

test('without a line the fields are asked for again, and what was written is kept', async () => {
  const page = await visit()
  await tell(page)
  await page.route('**/own-*.js', route => route.abort())
  await chip(page, '退货退款').click()
  await page.getByText('这一部分没有加载出来').waitFor()
  await send(page)
  await page.locator('.message', { hasText: '这一部分没有加载出来' }).waitFor()
  await page.unroute('**/own-*.js')
  await page.getByRole('button', { name: '重新加载' }).click()
  await page.waitForSelector('#own-order')
  expect(await page.inputValue('#body')).toBe('脱水时声音很大')
  await page.context().close()
})

describe('for everybody', () => {
  const looks = [
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en', colorScheme: 'dark', width: 390 },
    { locale: 'zh-CN', colorScheme: 'dark', width: 320 },
    { locale: 'en', colorScheme: 'light', width: 320 },
  ] as const
  test.each(looks)('$locale, $colorScheme, $width px', async ({ colorScheme, width, locale }) => {
    const page = await visit({ colorScheme, locale, viewport: { width, height: 800 } })
    await chip(page, locale === 'en' ? 'Return' : '退货退款')
      .first()
      .click()
    await page.selectOption('#own-opened', 'true')
    await page.locator('#own-from select').first().waitFor()
    await page.locator('#own-items button.link').click()
    expect(await violations(page)).toEqual([])
    await send(page)
    await page.waitForSelector('#own-order[aria-invalid=true]')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    if (process.env.SCREENS)
      await page.screenshot({ path: `screens/form-template-${locale}-${colorScheme}-${width}.png`, fullPage: true })
    await page.context().close()
  })
})

test('of many templates one is chosen from a list, and is still chosen after a reload', async () => {
  for (let n = 1; n <= 8; n++) await stage.perform('template.create', { name: `业务 ${n}`, onPortal: true })
  const page = await visit({ viewport: { width: 320, height: 800 } })
  await tell(page)
  await page.locator('#template select').selectOption({ label: '退货退款' })
  await page.fill('#own-order', 'A-9')
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.reload()
  await page.waitForSelector('#own-order')
  await page.locator('#own-reason .chip', { hasText: '质量问题' }).click()
  await send(page)
  expect(await ticket(page)).toMatchObject({ templateId: returns.id, fields: { order: 'A-9', reason: 'broken' } })
  await page.context().close()
})
