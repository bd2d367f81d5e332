import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage, violations } from './stage.ts'

/** 李雷把工单派给王芳：她马上看到弹窗和铃铛，按键打开，两个标签页的未读数一起归零。 */
let stage: Stage
let wang: Page
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('CS002', '李雷')
  wang = await stage.signIn('CS001', password)
})
afterAll(() => stage.close())

test('she hears of it at once, opens it by the keyboard, and both tabs know that she has', async () => {
  const second = await wang.context().newPage()
  await second.goto(`${stage.url}/customers`)
  for (const tab of [wang, second]) await tab.getByRole('button', { name: '通知', exact: true }).waitFor()

  const ticket = await stage.perform('ticket.open', { subject: '投影仪不亮', body: '会议室的' })
  const li = await stage.signIn('CS002', password)
  await assign(li, ticket.number)

  const popup = wang.getByRole('region', { name: '新通知' }).getByRole('button', { name: /李雷 分派给您/ })
  await popup.waitFor()
  expect(await popup.textContent()).toContain('投影仪不亮')
  for (const tab of [wang, second]) await tab.getByRole('button', { name: '通知，1 条未读' }).waitFor()
  await expect.poll(() => wang.title(), { timeout: 20_000 }).toMatch(/^\(1\) /)

  await wang.keyboard.press('g')
  await wang.keyboard.press('n')
  const panel = wang.getByRole('dialog', { name: '通知' })
  const line = panel.getByRole('button', { name: /投影仪不亮/ })
  await line.waitFor()
  expect(await violations(wang)).toEqual([])
  await panel.locator('button:focus').filter({ hasText: '投影仪不亮' }).waitFor()
  await wang.keyboard.press('Enter')

  await wang.locator(`[data-ticket="${ticket.id}"]`).waitFor()
  await popup.waitFor({ state: 'detached' })
  for (const tab of [wang, second]) await tab.getByRole('button', { name: '通知', exact: true }).waitFor()
  await expect.poll(() => wang.title(), { timeout: 20_000 }).toMatch(/^投影仪不亮/)
  await second.close()
  await li.context().close()
})

test('she chooses what she is told of, and tries it out', async () => {
  await wang.goto(`${stage.url}/me`)
  const tick = wang.getByRole('checkbox', { name: '客户回复我的工单：弹窗' })
  await tick.waitFor()
  expect(await violations(wang)).toEqual([])
  await tick.focus()
  await wang.keyboard.press('Space')
  await wang.getByText('通知设置已保存').first().waitFor()
  await wang.getByRole('button', { name: '发送测试通知' }).press('Enter')
  await wang.getByRole('region', { name: '新通知' }).getByText('这是一条测试通知').waitFor()
  await wang.reload()
  await tick.waitFor()
  expect(await tick.isChecked()).toBe(false)
  await wang.getByRole('button', { name: '恢复默认' }).click()
  await expect.poll(() => tick.isChecked(), { timeout: 20_000 }).toBe(true)
  // Before anybody is signed in the page asks who is.
  expect(stage.complaints.filter(words => !words.includes('session.me'))).toEqual([])
})

/** As he would: by a key on the open ticket. */
async function assign(li: Page, number: string): Promise<void> {
  await li.goto(`${stage.url}/tickets/public.all/${number}`)
  await li.locator('[data-ticket] header').waitFor()
  await li.keyboard.press('a')
  const sheet = li.getByRole('dialog')
  await sheet.getByRole('combobox').first().fill('王芳')
  await li.getByRole('option', { name: /王芳/ }).first().click()
  await sheet.getByRole('button', { name: '分派' }).click()
  await sheet.waitFor({ state: 'hidden' })
}
