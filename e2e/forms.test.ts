import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, openStage, overflow, password, type Stage, violations } from './stage.ts'

/**
 * 管理员建一个级联字段、一个有条件的必填字段，设计“上门维修”模板；坐席用它建单，漏填被指出、补上；办结前补齐；再对角色隐藏一个
 * 字段，坐席就看不到了。
 */
let stage: Stage
let page: Page
let agent: Page
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  page = await stage.signIn(admin.login, admin.password)
})
afterAll(() => stage.close())

const looksRight = async (on: Page) => {
  expect(await violations(on)).toEqual([])
  expect(await overflow(on)).toBeLessThanOrEqual(0)
}
const ask = async (name: 'field.list' | 'template.list' | 'ticket.list') => {
  const { desk } = stage.running
  const { items } = (await desk.ask(name, {}, desk.systemCaller('test'))) as unknown as {
    items: Record<string, unknown>[]
  }
  return items
}

test('a field of levels is made from a pasted outline', async () => {
  await page.goto(`${stage.url}/settings/fields`)
  await page.getByRole('list', { name: '字段列表' }).getByText('订单号').waitFor()
  await looksRight(page)
  await page.keyboard.press('c')
  await page
    .getByRole('dialog', { name: '新建字段', exact: true })
    .getByRole('button', { name: /^级联选择/ })
    .click()
  const sheet = page.getByRole('dialog', { name: '新建字段：级联选择' })
  await sheet.getByRole('button', { name: '创建' }).click()
  expect(await sheet.getByText('请填写').count()).toBe(2)
  await sheet.getByLabel('字段名称').fill('故障部位')
  await sheet.getByRole('textbox', { name: '各级选项' }).fill('洗衣机\n  电机\n  门封\n冰箱\n\t压缩机')
  await sheet.getByText('共 5 项，最末一级 3 项').waitFor()
  // What is being made can be tried beside it.
  await sheet.getByRole('combobox', { name: '故障部位' }).fill('压缩')
  await sheet.getByRole('option', { name: '冰箱 / 压缩机' }).waitFor()
  await looksRight(page)
  await page.keyboard.press('Escape')
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('list', { name: '字段列表' }).getByText('故障部位').waitFor()
})

test('its place among the others is changed by keys', async () => {
  const names = () => page.getByRole('list', { name: '字段列表' }).locator('a').allTextContents()
  await page.getByRole('button', { name: /^移动“故障部位”/ }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await names())[2]).toContain('故障部位')
  await expect
    .poll(async () => (await ask('field.list')).map(({ name }) => name))
    .toEqual(['订单号', '产品型号', '故障部位', '沟通要点'])
})

test('a template is designed, and a field that it lacks is made on the way', async () => {
  await page.goto(`${stage.url}/settings/templates`)
  await page.getByRole('list', { name: '工单模板' }).getByText('通用工单').waitFor()
  await looksRight(page)
  await page.keyboard.press('c')
  const fresh = page.getByRole('dialog', { name: '新建模板' })
  await fresh.getByLabel('模板名称').fill('上门维修')
  await fresh.getByRole('button', { name: '开始设计' }).click()
  const designer = page.getByRole('dialog', { name: '上门维修' })
  const form = designer.getByRole('list', { name: '表单' })
  await form.getByRole('button', { name: '紧急程度', exact: true }).waitFor()
  await designer.getByRole('button', { name: '添加 故障部位' }).click()
  await form.getByRole('button', { name: '故障部位', exact: true }).waitFor()
  await looksRight(page)

  for (const [name, kind] of [
    ['故障代码', '单行文本'],
    ['处理说明', '多行文本'],
  ] as const) {
    await designer.getByRole('button', { name: '新建字段' }).click()
    await page
      .getByRole('dialog', { name: '新建字段', exact: true })
      .getByRole('button', { name: new RegExp(`^${kind}`) })
      .click()
    const sheet = page.getByRole('dialog', { name: `新建字段：${kind}` })
    await sheet.getByLabel('字段名称').fill(name)
    await sheet.getByRole('button', { name: '创建' }).click()
    await sheet.waitFor({ state: 'detached' })
    await form.getByRole('button', { name, exact: true }).waitFor()
  }
  // Required when it is critical.
  await form.getByRole('button', { name: '故障代码', exact: true }).click()
  const code = designer.getByRole('region', { name: '故障代码' })
  await code.getByRole('radiogroup', { name: '必填', exact: true }).getByText('建单时').click()
  await code.getByRole('radiogroup', { name: '什么情况下必填' }).getByText('符合条件时').click()
  await code.getByRole('list').getByText('特急').waitFor()
  await looksRight(page)
  // By keys it goes up before the other one.
  await form.getByRole('button', { name: /^故障代码/ }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await form.getByRole('button', { name: '处理说明', exact: true }).click()
  await designer.getByRole('radiogroup', { name: '必填', exact: true }).getByText('办结前').click()

  // As agents will see it: the condition follows what is filled in.
  await designer.getByRole('radiogroup', { name: '查看方式' }).getByText('坐席看到的').click()
  await designer.getByText('故障代码', { exact: true }).waitFor()
  await designer.getByText('特急', { exact: true }).click()
  await designer.getByText('故障代码 *', { exact: true }).waitFor()
  await looksRight(page)
  await designer.getByRole('button', { name: '保存' }).click()
  await designer.waitFor({ state: 'detached' })
  await page
    .getByRole('link', { name: /上门维修/ })
    .getByText('第 2 版')
    .waitFor()
  const template = (await ask('template.list')).find(({ name }) => name === '上门维修')
  const items = (template?.form ?? []) as { field: string }[]
  expect(items.slice(-3).map(({ field }) => field)).toEqual([
    expect.stringMatching(/^fields\.f\d+$/),
    'fields.f4',
    expect.stringMatching(/^fields\.f\d+$/),
  ])
})

test('an agent opens a ticket with it: what is missed is told, and filled in', async () => {
  agent = await stage.signIn('CS001', password)
  await agent.keyboard.press('n')
  const sheet = agent.getByRole('dialog', { name: '新建工单' })
  await sheet.getByRole('combobox', { name: '工单模板' }).click()
  await agent.getByRole('option', { name: '上门维修' }).click()
  await sheet.getByLabel('标题').fill('洗衣机漏水')
  await sheet.getByText('特急', { exact: true }).click()
  const part = sheet.getByRole('combobox', { name: '故障部位' })
  await part.press('ArrowDown')
  await agent.keyboard.press('Enter')
  await agent.keyboard.press('ArrowDown')
  await agent.keyboard.press('Enter')
  expect(await part.inputValue()).toBe('洗衣机 / 门封')
  await agent.keyboard.press('Control+Enter')
  await sheet.getByText('请填写').waitFor()
  const code = sheet.getByLabel('故障代码 *')
  await code.and(agent.locator(':focus')).waitFor()
  await looksRight(agent)
  await code.fill('E-21')
  await agent.keyboard.press('Control+Enter')
  await sheet.waitFor({ state: 'detached' })
  await agent.getByRole('article', { name: /洗衣机漏水/ }).waitFor()
  const [ticket] = await ask('ticket.list')
  expect(Object.values(ticket?.fields as object)).toEqual(expect.arrayContaining([['b1', 'b3'], 'E-21']))
})

test('its fields stand in the panel, and are changed in place', async () => {
  await agent.getByRole('tab', { name: '字段' }).click()
  const panel = agent.getByRole('tabpanel', { name: '字段' })
  await panel.getByText('洗衣机 / 门封').waitFor()
  await panel.getByRole('button', { name: /^修改故障代码/ }).click()
  const code = panel.getByRole('textbox', { name: '故障代码' })
  await code.fill('E-22')
  await code.press('Enter')
  await panel.getByText('E-22').waitFor()
  await expect.poll(async () => Object.values((await ask('ticket.list'))[0]?.fields as object)).toContain('E-22')
  await looksRight(agent)
})

test('to solve it what is still missing is filled in right there', async () => {
  const claim = agent.getByRole('button', { name: '领取' }).first()
  if (await claim.isVisible()) await claim.click()
  await agent.keyboard.press('s')
  const sheet = agent.getByRole('dialog').filter({ hasText: '处理完毕' })
  await sheet.getByLabel('处理结果').fill('更换门封')
  await agent.keyboard.press('Control+Enter')
  await sheet.getByText('处理完毕之前，请先填写').waitFor()
  const said = sheet.getByLabel('处理说明 *')
  await said.and(agent.locator(':focus')).waitFor()
  await looksRight(agent)
  await said.fill('门封老化，已换新')
  await agent.keyboard.press('Control+Enter')
  await sheet.waitFor({ state: 'detached' })
  const [ticket] = await ask('ticket.list')
  expect(ticket).toMatchObject({ status: 'solved', result: '更换门封' })
  expect(Object.values(ticket?.fields as object)).toContain('门封老化，已换新')
  await agent.getByText(/修改了 处理说明/).waitFor()
})

test('a field that is hidden from a role is not there for its people', async () => {
  await page.goto(`${stage.url}/settings/roles`)
  await page
    .getByRole('list', { name: '角色' })
    .getByRole('link', { name: /^客服坐席/ })
    .click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('tab', { name: '字段权限' }).click()
  await sheet.getByRole('radiogroup', { name: '故障代码' }).getByText('隐藏').click()
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await agent.reload()
  await agent.getByRole('tab', { name: '字段' }).click()
  const panel = agent.getByRole('tabpanel', { name: '字段' })
  await panel.getByText('洗衣机 / 门封').waitFor()
  expect(await panel.getByText('E-22').count()).toBe(0)
  expect(await panel.getByText('故障代码').count()).toBe(0)
})

test('no complaint in any console', () => {
  expect(stage.complaints.filter(one => !/status of (401|409|422)/.test(one))).toEqual([])
})
