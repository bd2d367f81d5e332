import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../packages/server/test/until.ts'
import { type Answer, admin, openStage, overflow, password, type Stage, violations } from './stage.ts'

/** 用两个字、用后四位找到工单,回车打开;带条件的搜索存为视图。 */
let stage: Stage
let broken: Answer
let other: Answer
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  broken = await stage.perform('ticket.open', {
    subject: '洗衣机脫水異響',
    body: '声音像要散架,订单 JD2026112200017',
    channel: 'phone',
    urgency: 'critical',
    requester: { name: '李雷', phone: '13812342445' },
  })
  await stage.perform('ticket.note', { ticketId: broken.id, body: '样机,上个月修过' })
  other = await stage.perform('ticket.open', {
    subject: '空调不制冷',
    body: '外机不转',
    requester: { name: '韩梅梅', phone: '13900009999' },
  })
  await until(async () => (await count('不制冷')) === 1, 60_000)
})
afterAll(() => stage.close())

async function count(text: string): Promise<number> {
  const { desk } = stage.running
  const page = (await desk.ask('ticket.search', { text }, desk.systemCaller('test'))) as { count?: number }
  return page.count ?? 0
}

const paletteOf = (page: Page) => page.getByRole('combobox', { name: '搜索与命令' })
const fieldOf = (page: Page) => page.getByRole('textbox', { name: '词、号码后四位，或 状态:处理中' })

test('two characters in the palette lead to the ticket', async () => {
  const page = await stage.signIn('CS001', password)
  await page.keyboard.press('Control+k')
  await paletteOf(page).fill('异响')
  const option = page.getByRole('option').filter({ hasText: '洗衣机脫水異響' })
  await option.locator('mark').filter({ hasText: '異響' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: `${broken.number} 洗衣机脫水異響` }).waitFor()
  await page.context().close()
})

test('the last four digits lead to it by the page of results, and what was searched for becomes a view', async () => {
  const page = await stage.signIn('CS001', password)
  await page.keyboard.press('Control+k')
  await paletteOf(page).fill('2445')
  const all = page.getByRole('option').filter({ hasText: '搜索全部工单：2445' })
  await all.waitFor()
  await all.click()
  const results = page.getByRole('list', { name: '搜索结果' })
  const row = results.getByRole('listitem').filter({ hasText: broken.number })
  await row.locator('mark').filter({ hasText: '2445' }).first().waitFor()
  await fieldOf(page).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: `${broken.number} 洗衣机脫水異響` }).waitFor()
  expect(page.url()).toMatch(/q=.*2445/)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '这样找得更快' }).waitFor()

  await page.keyboard.press('/')
  await fieldOf(page).fill('紧急程度:特急 样机')
  await page.getByRole('button', { name: '去掉 紧急程度: 特急' }).waitFor()
  await results.getByText('备注').waitFor()
  await page.getByRole('button', { name: '存为视图' }).click()
  const sheet = page.getByRole('dialog', { name: '存为视图' })
  await sheet.getByRole('textbox', { name: '视图名称' }).fill('特急样机')
  await page.keyboard.press('Enter')
  await sheet.waitFor({ state: 'detached' })
  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('navigation', { name: '视图' }).getByText('特急样机').click()
  const list = page.getByRole('region', { name: '特急样机' })
  await list.getByText('洗衣机脫水異響').waitFor()
  await list.getByText(String(other.subject)).waitFor({ state: 'detached' })
  await list.getByRole('button', { name: '视图操作' }).click()
  await page.getByRole('menuitem', { name: '重新搜索：紧急程度:特急 样机' }).click()
  await results.getByText('备注').waitFor()
  await page.context().close()
})

test('the desk’s own fields are filters too, except those that one may not see', async () => {
  const { perform, performAs } = stage
  await perform('field.create', {
    key: 'purchase',
    name: '订货单',
    nameEn: 'Purchase',
    spec: { kind: 'text', most: 50 },
  })
  await perform('field.create', { key: 'margin', name: '毛利', spec: { kind: 'text', most: 50 } })
  const bought = await perform('ticket.open', { subject: '少一个配件', body: '请补寄', fields: { purchase: 'A-77' } })
  const { id: roleId } = await perform('role.create', {
    name: '不看毛利',
    grants: { 'ticket.list': true, 'ticket.get': true, 'ticket.search': true },
    fields: { 'fields.margin': 'hidden' },
  })
  await stage.person('CS009', '小周')
  const { id: agentId } = await stage.running.desk.db
    .selectFrom('agents')
    .select('id')
    .where('employee_no', '=', 'CS009')
    .executeTakeFirstOrThrow()
  await performAs(admin.login, 'agent.update', { agentId, roleIds: [roleId] })

  const page = await stage.signIn('CS009', password)
  await page.goto(`${stage.url}/search`)
  const hint = page.getByRole('button', { name: '订货单:' }).filter({ visible: true })
  await hint.click()
  expect(await fieldOf(page).inputValue()).toBe('订货单:')
  expect(await page.getByRole('button', { name: '毛利:' }).count()).toBe(0)
  await fieldOf(page).fill('purchase:a-77')
  const chip = page.getByRole('button', { name: '去掉 订货单: a-77' })
  await chip.waitFor()
  await page.getByRole('list', { name: '搜索结果' }).getByText(String(bought.subject)).waitFor()
  await chip.click()
  expect(await fieldOf(page).inputValue()).toBe('')
  // It is only a word to whoever may not know that there is such a field.
  await fieldOf(page).fill('毛利:30')
  await page.getByText('没有找到“毛利:30”').waitFor()
  expect(await page.getByRole('button', { name: /^去掉/ }).count()).toBe(0)

  await page.keyboard.press('Control+k')
  await paletteOf(page).fill('订货单:A-77 配件')
  await page.getByRole('option').filter({ hasText: '少一个配件' }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '去掉 订货单: A-77' }).click()
  expect(await paletteOf(page).inputValue()).toBe('配件')
  expect(await paletteOf(page).evaluate(field => field === field.ownerDocument.activeElement)).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.context().close()
})

test('what means nothing is said, nothing found helps on, and a phone has room for it all', async () => {
  const page = await stage.signIn('CS001', password, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.goto(`${stage.url}/search`)
  await page.getByRole('heading', { name: '这样找得更快' }).filter({ visible: true }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await fieldOf(page).fill('处理人:没有这个人')
  await page.getByRole('alert').filter({ hasText: '没有名为“没有这个人”的处理人' }).waitFor()
  await fieldOf(page).fill('没有人说过的话')
  await page.getByText('没有找到“没有人说过的话”').waitFor()
  await fieldOf(page).fill('李雷')
  await page.getByRole('list', { name: '搜索结果' }).locator('mark').first().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(stage.complaints.filter(complaint => !/status of (401|422)/.test(complaint))).toEqual([])
  await page.context().close()
})
