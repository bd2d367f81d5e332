import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, openStage, overflow, password, type Stage, violations } from './stage.ts'

/** 本单位字段处处可用：客户按合同筛选并导出，宏改责任方和标签，视图用“在过去 7 天”成句。 */
let stage: Stage
let page: Page
let ticket: Answer
beforeAll(async () => {
  stage = await openStage()
  await stage.person('ZG001', '赵主管', 'supervisor')
  const options = (...names: [string, string][]) => names.map(([key, name]) => ({ key, name }))
  const perform = stage.perform as (verb: string, input: object) => Promise<Answer>
  await perform('field.create', {
    of: 'customer',
    key: 'contract',
    name: '合同',
    spec: { kind: 'choice', options: options(['gold', '金牌'], ['none', '未签']) },
  })
  await perform('field.create', {
    key: 'blame',
    name: '责任方',
    spec: { kind: 'choice', options: options(['shop', '商家'], ['courier', '快递']) },
  })
  await stage.perform('customer.create', { name: '张三', fields: { contract: 'gold' } })
  await stage.perform('customer.create', { name: '李四', fields: { contract: 'none' } })
  ticket = await stage.perform('ticket.open', { subject: '杯子碎了', body: '四个碎了三个', tags: ['待判责'] })
  page = await stage.signIn('ZG001', password)
})
afterAll(() => stage.close())

const looksRight = async (one: Page) => {
  expect(await violations(one)).toEqual([])
  expect(await overflow(one)).toBeLessThanOrEqual(0)
}

test('customers are narrowed down by a field of the desk’s own, and go out as a file so', async () => {
  await page.goto(`${stage.url}/customers`)
  const list = page.getByRole('list', { name: '客户' })
  await list.getByText('李四').waitFor()
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  const field = page.getByRole('combobox', { name: '字段' })
  await field.click()
  await field.fill('合同')
  await field.press('Enter')
  const value = page.getByRole('combobox', { name: '添加' })
  await value.click()
  await page.getByRole('option', { name: '金牌' }).click()
  await list.getByText('李四').waitFor({ state: 'detached' })
  await list.getByText('张三').waitFor()
  await looksRight(page)
  // Put away, it is told as a sentence.
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByText('合同属于金牌').waitFor()
  await looksRight(page)
  await page.getByRole('button', { name: '导入与导出' }).click()
  await page.getByRole('menuitem', { name: '导出…' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('CSV', { exact: true }).click()
  const coming = page.waitForEvent('download')
  await sheet.getByRole('button', { name: '导出', exact: true }).click()
  const file = (await (await coming).createReadStream()) as AsyncIterable<Buffer>
  const parts: Buffer[] = []
  for await (const part of file) parts.push(part)
  const text = Buffer.concat(parts).toString('utf8')
  expect([text.includes('张三'), text.includes('李四')]).toEqual([true, false])
  await page.getByRole('button', { name: '清除筛选' }).click()
  await list.getByText('李四').waitFor()
})

test('a macro changes tags one by one and a field of the desk’s own', async () => {
  await page.goto(`${stage.url}/settings/macros`)
  await page.getByText('还没有宏').waitFor()
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog', { name: '新建宏' })
  await sheet.getByLabel('名称').fill('判给快递')
  await sheet.getByLabel('做什么').selectOption('ticket.update')
  await sheet.getByLabel('紧急程度').selectOption({ label: '不变' })
  await sheet.getByLabel('添加标签').fill('已判责')
  await sheet.getByLabel('去掉标签').fill('待判责')
  const add = sheet.getByRole('combobox', { name: '字段' })
  await add.click()
  await add.fill('责任')
  await add.press('Enter')
  await sheet.getByText('留空：执行时清空这个字段').waitFor()
  await sheet.getByText('快递', { exact: true }).click()
  await sheet.getByText('添加标签 已判责；去掉标签 待判责；责任方改为 快递').first().waitFor()
  await looksRight(page)
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })

  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  await page.getByRole('article').getByText('四个碎了三个').waitFor()
  await page.keyboard.press('.')
  const run = page.getByRole('dialog', { name: '执行宏' })
  await run.getByText('责任方改为 快递').first().waitFor()
  await run.getByRole('button', { name: '执行', exact: true }).click()
  await run.waitFor({ state: 'detached' })
  await expect
    .poll(async () => {
      const { tags, fields } = await stage.ask('ticket.get', { number: ticket.number })
      return { tags, fields }
    })
    .toMatchObject({ tags: ['已判责'], fields: { blame: 'courier' } })
})

test('a view asks about times in a sentence', async () => {
  await page.goto(`${stage.url}/tickets/public.all`)
  await page.getByRole('button', { name: '新建视图' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('名称', { exact: true }).fill('近期新单')
  const field = sheet.getByRole('combobox', { name: '字段' })
  await field.click()
  await field.fill('创建时间')
  await field.press('Enter')
  await sheet.getByLabel('比较方式').selectOption({ label: '在过去' })
  await sheet.getByRole('spinbutton', { name: '值' }).fill('2')
  await sheet.getByLabel('单位').selectOption({ label: '小时' })
  await sheet.getByText('创建时间在过去 2 小时 的工单').waitFor()
  await looksRight(page)
  await sheet.getByRole('button', { name: '创建', exact: true }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: '杯子碎了' }).waitFor()
})

test('no page has complained', () => {
  expect(stage.complaints.filter(words => !words.includes('401'))).toEqual([])
})
