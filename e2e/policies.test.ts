import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, fillSignIn, openStage, overflow, type Stage, violations } from './stage.ts'

/**
 * 管理员设置时限策略：VIP 半小时内响应、两小时内解决；排到最前；未结的工单当场按新的策略计算；再写下提前多久亮黄牌、超时后
 * 提醒谁、转办给谁，没写完的当场说明。
 */
let stage: Stage
let page: Page
beforeAll(async () => {
  stage = await openStage()
  page = await stage.page()
  await page.goto(stage.url)
  await fillSignIn(page, admin.login, admin.password)
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
})
afterAll(() => stage.close())

const looksRight = async () => {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const row = (name: string) =>
  page.getByRole('list', { name: '时限策略' }).getByRole('listitem').filter({ hasText: name })
const hoursOf = (label: string) => page.getByRole('spinbutton', { name: label })

test('a policy is written as a sentence with its hours, and what is missing is told', async () => {
  await page.goto(`${stage.url}/settings/policies`)
  await row('标准响应').getByText('首次响应 24/4/2 小时').waitFor()
  await row('两小时处理').getByText('未启用').waitFor()
  await looksRight()
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog', { name: '新建策略' })
  await sheet.getByLabel('首次响应', { exact: true }).click()
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.getByText('至少承诺一种时限').waitFor()
  await sheet.getByLabel('策略名称').fill('VIP')
  await sheet.getByText('符合条件的工单').click()
  await sheet.getByLabel('首次响应', { exact: true }).click()
  for (const urgency of ['一般', '紧急', '特急']) await hoursOf(`首次响应 ${urgency} 小时`).fill('0.5')
  await sheet.getByLabel('解决', { exact: true }).click()
  for (const urgency of ['一般', '紧急', '特急']) await hoursOf(`解决 ${urgency} 小时`).fill('2')
  await looksRight()
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row('VIP').getByText('首次响应 0.5 小时、解决 2 小时').waitFor()
})

test('moved to the first place it holds at once for what is open', async () => {
  await stage.perform('customer.create', { name: '李总', phones: ['13900001111'], level: 'VIP' })
  const ticket = await stage.perform('ticket.open', { subject: '断货', requester: { phone: '13900001111' } })
  expect(ticket.clocks).toMatchObject([{ target: 'response', targetSeconds: 24 * 3600 }])
  await row('VIP').click()
  const sheet = page.getByRole('dialog', { name: 'VIP' })
  await sheet.getByLabel('排在第几位').selectOption('1')
  await page.keyboard.press('Escape')
  await expect.poll(() => row('VIP').count()).toBe(1)
  await expect
    .poll(async () => {
      const { desk } = stage.running
      const now = (await desk.ask('ticket.get', { id: ticket.id }, desk.systemCaller('test'))) as unknown as {
        clocks: { target: string; targetSeconds: number; state: string }[]
      }
      return now.clocks.map(({ target, targetSeconds, state }) => `${target} ${targetSeconds} ${state}`).sort()
    })
    .toEqual(['resolution 7200 running', 'response 1800 running'])
})

test('a yellow card and a ladder are written in sentences', async () => {
  await stage.perform('department.create', { name: '技术部' })
  await page.goto(`${stage.url}/settings/policies`)
  await row('VIP').click()
  const sheet = page.getByRole('dialog', { name: 'VIP' })
  // The response is promised first; what is usual waits behind its line.
  const fold = sheet.getByText('黄牌与升级').first()
  await sheet.getByText('还剩 20% 亮黄牌、不升级').first().waitFor()
  expect(await sheet.getByLabel('黄牌', { exact: true }).first().isVisible()).toBe(false)
  await fold.click()
  await sheet.getByLabel('黄牌的单位').first().selectOption('minutes')
  await sheet.getByLabel('黄牌', { exact: true }).first().fill('10')
  await sheet.getByText('提前 10 分钟亮黄牌、不升级').waitFor()

  const add = sheet.getByRole('button', { name: '添加一级' }).first()
  await add.click()
  expect(await sheet.getByLabel('做什么').evaluate(one => one === one.ownerDocument.activeElement)).toBe(true)
  await sheet.getByLabel('做什么').selectOption({ label: '转办' })
  await sheet.getByLabel('相隔多久', { exact: true }).fill('2')
  await sheet.getByLabel('相隔多久的单位').selectOption('hours')
  await add.click()
  await sheet.getByLabel('附言').fill('请尽快处理')
  // By keyboard: who has the ticket is called, too.
  await sheet.getByLabel('提醒谁').press('ArrowDown')
  await page.keyboard.press('Enter')
  await sheet.getByRole('button', { name: '超时后 30 分钟，提醒 部门负责人、处理人：请尽快处理' }).waitFor()
  await looksRight()

  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByText('请填写').first().waitFor()
  expect(await sheet.getByLabel('交给').getAttribute('aria-invalid')).toBe('true')
  expect(await sheet.getByLabel('原因').getAttribute('aria-invalid')).toBe('true')
  await sheet.getByLabel('交给').fill('技术')
  await page.keyboard.press('Enter')
  await sheet.getByLabel('原因').fill('两小时没有人\u202e处理')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByText('含有不允许的控制字符').waitFor()
  expect(await sheet.getByLabel('原因').getAttribute('aria-invalid')).toBe('true')
  await looksRight()
  await sheet.getByLabel('原因').fill('两小时没有人处理')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row('VIP').getByText('黄牌另定 1 项、升级 2 级').waitFor()
})

test('they are there again, in the order of their times, and are changed by another verb', async () => {
  await page.reload()
  const sheet = page.getByRole('dialog', { name: 'VIP' })
  await row('VIP').click()
  await sheet.getByText('提前 10 分钟亮黄牌、升级 2 级').waitFor()
  const rungs = sheet.getByRole('region', { name: '逐级升级' }).first().getByRole('listitem')
  expect(await rungs.allTextContents()).toEqual([
    '超时后 30 分钟，提醒 部门负责人、处理人：请尽快处理',
    '超时后 2 小时，转办给 技术部：两小时没有人处理',
  ])
  await rungs.last().getByRole('button', { name: '超时后 2 小时' }).press('Enter')
  await sheet.getByLabel('何时').selectOption({ label: '到期前' })
  await sheet.getByLabel('做什么').selectOption({ label: '修改工单' })
  await rungs.last().getByRole('button', { name: '到期前 2 小时，紧急程度改为 特急' }).press('Enter')
  await expect.poll(() => rungs.first().textContent()).toBe('到期前 2 小时，紧急程度改为 特急')
  await looksRight()
  await rungs.last().getByRole('button', { name: '移除这一级' }).click()
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row('VIP').getByText('黄牌另定 1 项、升级 1 级').waitFor()
})

test('what somebody else changes shows at once, and is not overwritten unasked', async () => {
  const { desk } = stage.running
  const listed = async () => {
    const asked = await desk.ask('slaPolicy.list', {}, desk.systemCaller('test'))
    return (asked as unknown as { items: { id: string; name: string; enabled: boolean }[] }).items
  }
  const slaPolicyId = (await listed()).find(({ name }) => name === 'VIP')?.id ?? ''
  await row('VIP').click()
  const sheet = page.getByRole('dialog')
  const name = sheet.getByLabel('策略名称')
  await name.fill('VIP 客户')
  await stage.perform('slaPolicy.update', { slaPolicyId, enabled: false })
  await row('VIP').getByText('未启用').waitFor()
  await stage.perform('slaPolicy.update', { slaPolicyId, name: '贵宾' })
  await row('贵宾').waitFor()
  expect(await name.inputValue()).toBe('VIP 客户')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByText('刚刚被他人修改').waitFor()
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row('VIP 客户').getByText('未启用').waitFor()
  expect((await listed()).find(({ id }) => id === slaPolicyId)).toMatchObject({ name: 'VIP 客户', enabled: false })
  await stage.perform('slaPolicy.update', { slaPolicyId, name: 'VIP', enabled: true })
  await row('VIP').getByText('未启用').waitFor({ state: 'detached' })
})

test('on a phone nothing runs over the edge; archived, it is gone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${stage.url}/settings/policies`)
  await row('VIP').click()
  const sheet = page.getByRole('dialog', { name: 'VIP' })
  await hoursOf('解决 一般 小时').waitFor()
  await sheet.getByRole('button', { name: '到期前 2 小时' }).click()
  await sheet.getByLabel('做什么').scrollIntoViewIfNeeded()
  await looksRight()
  await sheet.getByRole('button', { name: '停用' }).click()
  await sheet.getByText('停用策略“VIP”？').waitFor()
  await sheet.getByRole('button', { name: '停用' }).click()
  await row('VIP').waitFor({ state: 'detached' })
  expect(stage.complaints.filter(complaint => !/status of 4\d\d/.test(complaint))).toEqual([])
})
