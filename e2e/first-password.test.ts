import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, fillSignIn, openStage, type Stage } from './stage.ts'

/** 管理员建好账号，本人用初始密码登录，先改密码才能工作。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('an initial password opens the door once, to change it', async () => {
  const office = await stage.signIn(admin.login, admin.password)
  await office.goto(`${stage.url}/settings/people`)
  await office.getByRole('button', { name: '添加人员' }).click()
  const sheet = office.getByRole('dialog', { name: '添加人员' })
  await sheet.getByRole('textbox', { name: '工号' }).fill('CS002')
  await sheet.getByRole('textbox', { name: '姓名' }).fill('王芳')
  await sheet.getByRole('combobox', { name: '角色' }).click()
  await sheet.getByRole('option', { name: '客服坐席' }).click()
  await sheet.getByRole('button', { name: '创建' }).click()
  const made = office.getByRole('dialog', { name: '人员已创建' })
  const initial = String(await made.locator('code').textContent())
  expect(initial.length).toBeGreaterThanOrEqual(8)
  await made.getByText('只显示这一次').waitFor()
  await made.getByRole('button', { name: '完成' }).click()
  await office.getByRole('main').getByText('王芳').first().click()
  await office.getByRole('dialog').getByText('CS002').first().waitFor()
  expect(await office.getByText(initial).count()).toBe(0)

  const page = await stage.page()
  await page.goto(stage.url)
  await fillSignIn(page, 'CS002', initial)
  await page.getByRole('heading', { name: '设置新密码' }).waitFor()
  await page.goto(`${stage.url}/tickets/public.all`)
  await page.getByRole('heading', { name: '设置新密码' }).waitFor()

  const old = page.getByLabel('当前密码')
  await old.fill('not-the-old-one')
  await page.getByLabel('新密码', { exact: true }).fill('Fang-2026-new')
  await page.getByLabel('再输一次新密码').fill('Fang-2026-new')
  const change = page.getByRole('button', { name: '修改密码' })
  await change.click()
  await page.locator('[aria-invalid=true]').waitFor()
  expect(await old.getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('新密码', { exact: true }).inputValue()).toBe('Fang-2026-new')

  await old.fill(initial)
  await change.click()
  await page.getByRole('button', { name: '王芳，个人菜单' }).waitFor()

  const elsewhere = await stage.page()
  await elsewhere.goto(stage.url)
  await fillSignIn(elsewhere, 'CS002', initial)
  await elsewhere.getByRole('alert').waitFor()
  await elsewhere.getByLabel('密码', { exact: true }).fill('Fang-2026-new')
  await elsewhere.getByRole('button', { name: '登录' }).click()
  await elsewhere.getByRole('navigation', { name: '主导航' }).waitFor()
})
