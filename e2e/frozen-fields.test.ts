import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage } from './stage.ts'

/** 只能查看的字段：以文字和锁显示，不会等到保存时才被拒绝。 */
let stage: Stage
let page: Page
let ticket: { id: string; number: string; customer: { id: string } }
const hint = '你没有修改此字段的权限'
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.perform('field.create', { key: 'cost', name: '维修成本', spec: { kind: 'number', unit: '元' } })
  await stage.perform('field.create', { key: 'shelf', name: '货架', spec: { kind: 'text' } })
  await stage.perform('field.create', { of: 'customer', key: 'member', name: '会员号', spec: { kind: 'text' } })
  await stage.perform('field.create', { key: 'seal', name: '封条号', spec: { kind: 'text' } })
  const form = [{ field: 'fields.seal', required: 'solve' as const }]
  const template = await stage.perform('template.create', { name: '维修', form })
  const opened = await stage.perform('ticket.open', {
    subject: '油烟机不转',
    body: '按了没有反应',
    tags: ['返修'],
    templateId: template.id,
    fields: { cost: 120, shelf: 'A3' },
    requester: { name: '周女士', email: 'zhou@example.com' },
  })
  ticket = opened as unknown as typeof ticket
  await stage.perform('customer.update', { customerId: ticket.customer.id, fields: { member: 'V88' } })
  const grants = { '*': true } as const
  const frozen = {
    subject: 'frozen',
    tags: 'frozen',
    'fields.cost': 'frozen',
    'fields.member': 'frozen',
    'fields.seal': 'frozen',
  } as const
  const role = await stage.perform('role.create', { name: '只看成本', grants, fields: frozen })
  const { items } = await stage.ask('agent.list', { limit: 200 })
  const wang = (items as { id: string; name: string }[]).find(({ name }) => name === '王芳')
  await stage.perform('agent.update', { agentId: wang?.id ?? '', roleIds: [role.id] })
  page = await stage.signIn('CS001', password)
})
afterAll(() => stage.close())

test('a field that one may not change is text with a lock; its neighbours are changed as ever', async () => {
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  await page.getByRole('tab', { name: '字段' }).click()
  const panel = page.getByRole('tabpanel', { name: '字段' })
  const factOf = (name: string) => panel.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) })
  await factOf('维修成本').getByText(hint).waitFor()
  expect(await factOf('维修成本').textContent()).toContain('120 元')
  expect(await factOf('维修成本').getByRole('button').count()).toBe(0)
  expect(await factOf('标签').textContent()).toContain('返修')
  expect(await panel.getByRole('textbox', { name: '标签' }).count()).toBe(0)
  expect(await factOf('货架').getByText(hint).count()).toBe(0)
  await panel.getByRole('button', { name: '修改货架' }).click()
  await panel.getByRole('textbox', { name: '货架' }).fill('B7')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: '修改货架' }).waitFor()
  expect((await stage.ask('ticket.get', { id: ticket.id })).fields).toEqual({ cost: 120, shelf: 'B7' })
  await factOf('维修成本').locator('[data-hint]').hover()
  await page.locator('[aria-hidden]').filter({ hasText: hint }).last().waitFor()
})

test('neither the subject nor a customer’s field opens for writing', async () => {
  const heading = page.getByRole('heading', { name: '油烟机不转' })
  await heading.getByText(hint).waitFor()
  expect(await heading.getByRole('button').count()).toBe(0)
  await page.getByRole('region', { name: '对话与记录' }).click()
  await page.keyboard.press('e')
  expect(await page.getByRole('textbox', { name: '标题' }).count()).toBe(0)
  await page.goto(`${stage.url}/customers/${ticket.customer.id}`)
  const card = page.getByRole('complementary', { name: '客户资料' })
  const member = card.locator('dl > div').filter({ has: page.getByText('会员号', { exact: true }) })
  await member.getByText(hint).waitFor()
  expect(await member.textContent()).toContain('V88')
  expect(await member.getByRole('button').count()).toBe(0)
})

test('what must be filled in before solving and may not is told in words', async () => {
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  await page.getByRole('button', { name: '领取' }).first().click()
  await page.keyboard.press('s')
  const sheet = page.getByRole('dialog').filter({ hasText: '处理完毕' })
  await sheet.getByLabel('处理结果').fill('换了电机')
  await page.keyboard.press('Control+Enter')
  await sheet.getByText('封条号').waitFor()
  await sheet.getByRole('alert').filter({ hasText: hint }).waitFor()
  expect(await sheet.getByRole('textbox', { name: '封条号' }).count()).toBe(0)
})

test('a finger reads the reason by tapping the lock', async () => {
  const phone = await stage.signIn('CS001', password, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await phone.goto(`${stage.url}/customers/${ticket.customer.id}`)
  const member = phone.locator('dl > div').filter({ has: phone.getByText('会员号', { exact: true }) })
  await member.locator('[data-hint]').tap()
  await phone.locator('[aria-hidden][data-tapped]').filter({ hasText: hint }).waitFor()
})
