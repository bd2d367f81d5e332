import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, openStage, password, type Stage, violations } from './stage.ts'

/** 自动派单：部门设为自动，分类要求技能；来单自己到了对的人手上，他看得到为什么；没有人时说清在等谁。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('CS002', '李雷')
})
afterAll(() => stage.close())

test('from the settings to the right hand, and why', async () => {
  const office = await stage.signIn(admin.login, admin.password)
  await setUp(office)

  const li = await stage.signIn('CS002', password)
  await li.goto(`${stage.url}/tickets/mine.todo`)
  const first = await stage.perform('ticket.open', { subject: '要求退款', body: '买错了', category: '退款' })
  await li.locator(`[data-row="${first.id}"]`).waitFor()
  await li.locator(`[data-row="${first.id}"]`).click()
  await li.locator('[data-ticket] header').getByText('待接收').first().waitFor()
  await li.getByRole('tab', { name: '轨迹' }).click()
  await li.getByRole('button', { name: '为什么到这里？' }).click()
  await li.getByText('李雷 在线，手中 0 / 8，工作量占比最小').waitFor()
  await li.getByText('需要技能：退款').waitFor()
  expect(await violations(li)).toEqual([])

  await stage.perform('agent.setPresence', { agentId: await idOf('CS002'), state: 'break' })
  const second = await stage.perform('ticket.open', { subject: '再退一件', body: '也买错了', category: '退款' })
  await office.goto(`${stage.url}/tickets/public.all/${second.number}`)
  await office.getByRole('tab', { name: '轨迹' }).click()
  await office.getByText('现在没有人可派').waitFor()
  await office.getByRole('list', { name: '没有派给' }).getByText('小休').waitFor()
  expect(await violations(office)).toEqual([])
  await stage.perform('agent.setPresence', { agentId: await idOf('CS002'), state: 'ready' })
  await office.locator('[data-ticket] header').getByText('李雷').first().waitFor()
})

/** 在设置里：默认部门改为自动派单，李雷有“退款”技能，分类“退款”要求它。 */
async function setUp(page: Page): Promise<void> {
  await page.goto(`${stage.url}/settings/departments/${await stage.department()}`)
  await page.getByRole('dialog').getByText('自动派单').click()
  await save(page)
  await page.goto(`${stage.url}/settings/people/${await idOf('CS002')}`)
  await page.getByRole('dialog').getByText('联系方式、技能与接单上限').click()
  await page.getByRole('dialog').getByLabel('技能').fill('退款')
  await save(page)
  await page.goto(`${stage.url}/settings/categories/new`)
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('分类名称').fill('退款')
  await sheet.getByLabel('需要的技能').fill('退款')
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })
}

async function save(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function idOf(employeeNo: string): Promise<string> {
  const { desk } = stage.running
  const { items } = (await desk.ask('agent.list', { text: employeeNo }, desk.systemCaller('test'))) as {
    items: { id: string }[]
  }
  return String(items[0]?.id)
}
