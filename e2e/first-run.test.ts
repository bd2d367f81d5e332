import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstRunCode } from '../packages/server/src/records/sessions/index.ts'
import { openStage, type Stage } from './stage.ts'

/** 新装好的服务台：凭终端上的代码创建第一位管理员。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage({ BATON_ADMIN_LOGIN: undefined, BATON_ADMIN_PASSWORD: undefined })
})
afterAll(() => stage.close())

test('whoever reads the terminal becomes the administrator', async () => {
  const code = String(await firstRunCode(stage.running.desk))
  const page = await stage.page()
  await page.goto(stage.url)
  await page.getByRole('heading', { name: '欢迎使用 Baton 接力' }).waitFor()
  const field = page.getByLabel('初始化代码')
  await field.fill('AAAAA-AAAAA')
  await page.getByLabel('服务台名称').fill('晨光电器客服中心')
  await page.getByLabel('您的姓名').fill('周敏')
  await page.getByLabel('您的工号').fill('CS001')
  await page.getByLabel('密码', { exact: true }).fill('Chenguang-2026')
  const go = page.getByRole('button', { name: '开始使用' })
  await go.click()
  await page.locator('[aria-invalid=true]').waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  const words = await page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`).textContent()
  expect(words).toContain('代码')
  expect(await page.getByLabel('您的姓名').inputValue()).toBe('周敏')

  await field.fill(code.toLowerCase())
  await go.click()
  await page.getByRole('heading', { name: '周敏，服务台已就绪' }).waitFor()
  await page.getByRole('link', { name: '先随便看看' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await page.getByRole('button', { name: '周敏，个人菜单' }).waitFor()
  await page.getByRole('link', { name: '设置' }).click()
  await page.getByRole('link', { name: '人员' }).first().waitFor()
  expect(await page.title()).toContain('晨光电器客服中心')
})

test('and nobody else does after that', async () => {
  const page = await stage.page()
  await page.goto(`${stage.url}/first-run`)
  await page.getByRole('button', { name: '登录' }).waitFor()
  expect(await page.getByLabel('初始化代码').count()).toBe(0)
})
