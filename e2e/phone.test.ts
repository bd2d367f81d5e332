import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, password, type Stage, violations } from './stage.ts'

/** 电话登记：只用键盘、不超过三步；老客户自动匹配，记到已有工单；当场答复；来电弹屏；未接回拨。 */
let stage: Stage
let page: Page
let agentId: string
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  const { items } = await stage.running.desk.ask('agent.list', { limit: 50 }, stage.running.desk.systemCaller('test'))
  agentId = (items as { id: string; employeeNo: string }[]).find(({ employeeNo }) => employeeNo === 'CS001')?.id ?? ''
  await stage.perform('agent.update', { agentId, extension: '8001' })
})
afterAll(() => stage.close())
beforeEach(async () => {
  page = await stage.signIn('CS001', password)
  await page.getByText('选一张工单开始').waitFor()
})

const sheetOf = (on: Page) => on.getByRole('dialog').filter({ hasText: '登记' })
const done = (on: Page) => on.getByRole('dialog').getByRole('status')
const count = async (subject: string) => {
  const { rows } = await stage.running.desk.pool.query('select id from tickets where subject = $1', [subject])
  return rows.length
}

test('a call of somebody new is registered by keys alone in three steps', async () => {
  let steps = 0
  // 一：打开登记，光标已在号码上。
  steps += 1
  await page.keyboard.press('d')
  const sheet = sheetOf(page)
  const number = sheet.getByRole('textbox', { name: '来电号码' })
  await number.and(page.locator(':focus')).waitFor()
  // 二：填写。
  steps += 1
  await page.keyboard.type('013700137000')
  await sheet.getByText('新客户，提交后自动建档并编号').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('韩梅梅')
  await sheet.getByRole('radio', { name: '女士' }).focus()
  await page.keyboard.press('Space')
  await sheet.getByRole('radio', { name: '报修' }).focus()
  await page.keyboard.press('Space')
  await sheet.getByRole('radio', { name: '紧急' }).focus()
  await page.keyboard.press('Space')
  await sheet.getByRole('textbox', { name: '订单号' }).focus()
  await page.keyboard.type('T2026112201')
  await sheet.getByRole('textbox', { name: '问题描述' }).focus()
  await page.keyboard.type('冷冻室也不冷')
  await sheet.getByRole('textbox', { name: '标题' }).focus()
  await page.keyboard.type('冰箱不制冷')
  // The page is lost in the middle of it, and nothing of what was written.
  await page.reload()
  const again = sheet.getByRole('textbox', { name: '标题' })
  await again.waitFor()
  expect(await again.inputValue()).toBe('冰箱不制冷')
  expect(await sheet.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('韩梅梅')
  await again.focus()
  // 三：回车提交。
  steps += 1
  await page.keyboard.press('Enter')
  await done(page).getByText('已建单').waitFor()
  expect(steps).toBeLessThanOrEqual(3)
  await done(page).getByText('现由 客服部 负责').waitFor()
  await done(page).getByText('韩梅梅').waitFor()
  await page.keyboard.press('Enter')
  const ticket = page.getByRole('article', { name: /^G\d+ 冰箱不制冷$/ })
  await ticket.waitFor()
  await ticket.getByText(/来电 · \d+:\d\d · 王芳 接听/).waitFor()
  await page.getByRole('article', { name: '韩梅梅 的消息' }).filter({ hasText: '冷冻室也不冷' }).waitFor()
  expect(await count('冰箱不制冷')).toBe(1)
})

test('who called before is known at once, and the call is added to what is open', async () => {
  const open = await stage.perform('ticket.open', {
    subject: '空调漏水',
    body: '滴了一地',
    requester: { name: '孙强', phone: '13600136000' },
  })
  await page.getByRole('button', { name: '登记来电' }).click()
  const sheet = sheetOf(page)
  await sheet.getByRole('textbox', { name: '来电号码' }).fill('136 0013 6000')
  const caller = sheet.getByRole('complementary', { name: '客户' })
  await caller.getByText('空调漏水').waitFor()
  await sheet.locator('[data-customer]').getByText('孙强').waitFor()
  expect(await violations(page)).toEqual([])
  // Somebody looks something up meanwhile; the call waits in the bar, with its time.
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /^通话中 孙强/ }).click()
  await caller.getByRole('button', { name: `记到这张 ${open.number}` }).click()
  const said = sheet.getByRole('textbox', { name: '本次通话内容' })
  await said.fill('问师傅几点到')
  await said.press('Control+Enter')
  await done(page).getByText('已记到工单').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: `${open.number} 空调漏水` }).waitFor()
  await page.getByRole('article', { name: '孙强 的消息' }).filter({ hasText: '问师傅几点到' }).waitFor()
})

test('answered on the spot it is one thing, solved, with what was answered', async () => {
  await page.keyboard.press('d')
  const sheet = sheetOf(page)
  await sheet.getByRole('textbox', { name: '来电号码' }).fill('010-6234-5678转801')
  await sheet.getByRole('textbox', { name: '姓名' }).fill('赵先生')
  const subject = sheet.getByRole('textbox', { name: '标题' })
  await subject.fill('周末营业吗')
  await subject.press('Control+Shift+Enter')
  const answer = sheet.getByRole('textbox', { name: '答复内容' })
  await answer.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+Enter')
  await sheet.getByText('请填写答复内容').waitFor()
  await answer.fill('周末 9 点到 17 点')
  await page.keyboard.press('Control+Enter')
  await done(page).getByText('已当场答复并办结').waitFor()
  await done(page).getByText('客服部 / 王芳').waitFor()
  expect(await count('周末营业吗')).toBe(1)
  await page.keyboard.press('Escape')
})

test('a number that is none is told where it stands, and nothing is kept half', async () => {
  await page.keyboard.press('d')
  const sheet = sheetOf(page)
  await sheet.getByRole('textbox', { name: '标题' }).fill('没有号码')
  await page.keyboard.press('Enter')
  await sheet.getByText('请填写客户的联系电话').waitFor()
  await sheet.getByRole('textbox', { name: '来电号码' }).fill('13800')
  await sheet.getByRole('textbox', { name: '标题' }).press('Enter')
  await sheet.getByText('不是有效的电话号码').waitFor()
  expect(await count('没有号码')).toBe(0)
  await sheet.getByRole('button', { name: '结束，不登记' }).click()
  await sheet.getByRole('button', { name: '确定不登记？' }).click()
  await sheet.waitFor({ state: 'hidden' })
})

test('what rings pops up, and is not typed over; what nobody took is called back', async () => {
  await stage.perform('customer.create', { name: '李雷', phones: ['13500135000'], level: 'VIP' })
  const rung = await stage.perform('call.ring', { number: '013500135000', agent: '8001', externalId: 'one' })
  const sheet = sheetOf(page)
  await sheet.locator('[data-customer]').getByText('李雷').waitFor()
  expect(await sheet.getByRole('textbox', { name: '来电号码' }).inputValue()).toBe('013500135000')
  await sheet.getByRole('button', { name: '接听' }).click()
  await sheet.getByText('通话中').waitFor()
  await sheet.getByRole('textbox', { name: '标题' }).fill('咨询发票')
  // A second one comes while one writes.
  const second = await stage.perform('call.ring', { number: '13400134000', agent: 'CS001', externalId: 'two' })
  const card = page.getByRole('article', { name: /^来电/ })
  await card.getByText('新号码，尚未建档').waitFor()
  expect(await sheet.getByRole('textbox', { name: '标题' }).inputValue()).toBe('咨询发票')
  await stage.perform('call.end', { callId: second.id })
  await card.waitFor({ state: 'hidden' })
  await sheet.getByRole('textbox', { name: '标题' }).press('Enter')
  await done(page).getByText('已建单').waitFor()
  await page.keyboard.press('Escape')
  await stage.perform('call.end', { callId: rung.id })

  await page.getByRole('link', { name: '1 个未接来电' }).click()
  const missed = page.getByRole('listitem').filter({ hasText: '134 0013 4000' })
  await missed.waitFor()
  expect(await violations(page)).toEqual([])
  await missed.getByRole('button', { name: '回拨' }).click()
  await sheet.getByText('登记去电').waitFor()
  await sheet.getByRole('textbox', { name: '标题' }).fill('回电说明')
  await page.keyboard.press('Enter')
  await done(page).getByText('已建单').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('没有等待处理的未接来电').waitFor()
})

test('a call-back is recorded on the ticket, with its length', async () => {
  const ticket = await stage.perform('ticket.open', {
    subject: '洗衣机异响',
    requester: { name: '周敏', phone: '13300133000' },
  })
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  await page.getByRole('article', { name: `${ticket.number} 洗衣机异响` }).waitFor()
  await page.keyboard.press('l')
  const sheet = page.getByRole('dialog').filter({ hasText: '登记通话' })
  const said = sheet.getByRole('textbox', { name: '通话内容' })
  await said.and(page.locator(':focus')).waitFor()
  await said.fill('约好周三上门')
  await sheet.getByRole('textbox', { name: '通话时长' }).fill('3:20')
  await page.keyboard.press('Control+Enter')
  await sheet.waitFor({ state: 'hidden' })
  const line = page.getByRole('article', { name: '王芳 的内部备注' }).filter({ hasText: '约好周三上门' })
  await line.getByText('去电 · 3:20 · 王芳 拨出').waitFor()
  await page.locator('[data-ticket] header').getByText('处理中').first().waitFor()
})
