import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstRunCode } from '../packages/server/src/records/sessions/index.ts'
import { fillSignIn, openStage, overflow, type Stage, violations } from './stage.ts'

/** 新服务台几分钟就绪：首次运行 → 选模板 → 粘贴三位同事 → 测试工单，其中一位登录后自动派到她手上。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage({ BATON_ADMIN_LOGIN: undefined, BATON_ADMIN_PASSWORD: undefined })
})
afterAll(() => stage.close())

test('a fresh desk is ready within minutes', async () => {
  const code = String(await firstRunCode(stage.running.desk))
  const page = await stage.page({ acceptDownloads: true })
  await page.goto(stage.url)
  await page.getByLabel('初始化代码').fill(code)
  await page.getByLabel('您的姓名').fill('周敏')
  await page.getByLabel('您的工号').fill('CS001')
  await page.getByLabel('密码', { exact: true }).fill('Chenguang-2026')
  await page.getByRole('button', { name: '开始使用' }).click()

  await page.getByRole('heading', { name: '周敏，服务台已就绪' }).waitFor()
  const steps = page.getByRole('navigation', { name: '步骤' })
  await page.getByRole('button', { name: '电商售后' }).click()
  await page.getByText('售后 → 售后服务部').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '采用这个模板' }).click()
  await page.getByText(/已建立 \d+ 项/).waitFor()
  await page.getByText('都已经有了').first().waitFor()
  await steps.getByRole('link', { name: '已完成 部门' }).waitFor()

  await page.getByRole('button', { name: '下一步' }).click()
  const list = page.getByRole('textbox', { name: '名单' })
  await list.fill('CS002 王芳 售后服务部\nCS003\t李雷\t物流客服部\t主管\nCS004 韩梅梅 火星部\nCS001 重复 售后服务部')
  await page.getByText('没有名为“火星部”的部门').waitFor()
  await page.getByText('工号 CS001 已有人使用').waitFor()
  await list.fill('CS002 王芳 售后服务部\nCS003\t李雷\t物流客服部\t主管\nCS004，韩梅梅，投诉处理部，坐席')
  await page.getByRole('button', { name: '添加 3 位同事' }).click()
  const passwords = page.getByRole('region', { name: '初始密码' })
  const row = passwords.getByRole('row').filter({ hasText: '王芳' })
  const initial = String(await row.locator('code').textContent())
  expect(await list.inputValue()).toBe('')
  const coming = page.waitForEvent('download')
  await passwords.getByRole('button', { name: '下载名单' }).click()
  const sheet = await readFile(await (await coming).path(), 'utf8')
  expect(sheet).toContain(`CS002,王芳,${initial}`)
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '客服邮箱' }).waitFor()
  await page.getByRole('button', { name: '跳过这一步' }).click()
  await page.getByText(`${stage.url}/form`).waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('combobox', { name: '分类' }).fill('售后-退货')
  await page.getByRole('option', { name: '售后-退货退款' }).click()
  await page.getByRole('button', { name: '创建测试工单' }).click()
  await page.getByRole('status').filter({ hasText: '交给 售后服务部' }).waitFor()
  expect(await violations(page)).toEqual([])

  const wang = await stage.page()
  await wang.goto(stage.url)
  await fillSignIn(wang, 'CS002', initial)
  await wang.getByLabel('当前密码').fill(initial)
  await wang.getByLabel('新密码', { exact: true }).fill('Wangfang-2026')
  await wang.getByLabel('再输一次新密码').fill('Wangfang-2026')
  await wang.keyboard.press('Enter')
  await wang.getByRole('navigation', { name: '主导航' }).waitFor()
  await wang.goto(`${stage.url}/tickets/mine.todo`)
  await wang.getByRole('listitem').filter({ hasText: '测试：收到的商品有划痕' }).waitFor()

  // Skipped, and found again where it was left; the home of the settings leads there too.
  await page.getByRole('link', { name: '设置' }).click()
  await page.getByRole('list', { name: '设置服务台' }).getByRole('link', { name: '已完成 部门' }).waitFor()
  await page.goto(`${stage.url}/setup`)
  await page.getByRole('heading', { name: '客服邮箱' }).waitFor()
  await page.getByLabel('邮箱地址').fill('service@chenguang.example')
  await page.getByRole('button', { name: '保存邮箱' }).click()
  await page.getByText('都设置好了，可以开始接待客户。').waitFor()

  const phone = await stage.page({ viewport: { width: 390, height: 800 } })
  await phone.goto(stage.url)
  await fillSignIn(phone, 'CS001', 'Chenguang-2026')
  await phone.getByRole('navigation', { name: '主导航' }).waitFor()
  await phone.goto(`${stage.url}/setup/people`)
  await phone.getByRole('textbox', { name: '名单' }).waitFor()
  expect(await overflow(phone)).toBeLessThanOrEqual(0)
  expect(stage.complaints.filter(words => !words.includes('401'))).toEqual([])
}, 300_000)
