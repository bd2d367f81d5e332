import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, openStage, password, type Stage, violations } from './stage.ts'

/** 管理员用一句话建一个视图，发布给一个部门；部门的坐席看到它、拖动一张卡片，别的部门看不到，看不到其中字段的角色也看不到。 */
let stage: Stage
let repairs: string
let tickets: { id: string; number: string }[]
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('CS002', '李雷')
  await stage.person('CS003', '韩梅')
  const { perform } = stage
  repairs = (await perform('department.create', { name: '维修部' })).id
  await perform('field.create', {
    key: 'stage',
    name: '阶段',
    spec: {
      kind: 'choice',
      options: [
        { key: 'early', name: '前期' },
        { key: 'late', name: '后期' },
      ],
    },
  })
  const blind = await perform('role.create', {
    name: '不看阶段',
    grants: { 'ticket.list': true, 'ticket.get': true, 'ticket.counts': true, 'ticket.groups': true },
    fields: { 'fields.stage': 'hidden' },
  })
  await belongs('CS001')
  await belongs('CS003', [blind.id])
  tickets = []
  for (const [subject, urgency, step] of [
    ['洗衣机异响', 'critical', 'early'],
    ['空调不制冷', 'urgent', 'early'],
    ['灯不亮', 'normal', 'late'],
  ] as const)
    tickets.push(
      await perform('ticket.open', {
        subject,
        body: '请尽快处理',
        urgency,
        departmentId: repairs,
        fields: { stage: step },
      }),
    )
})
afterAll(() => stage.close())

/** Puts somebody into the repairs department, perhaps with other roles. */
async function belongs(login: string, roleIds?: string[]): Promise<void> {
  const agent = await stage.running.desk.db
    .selectFrom('agents')
    .select('id')
    .where('employee_no', '=', login)
    .executeTakeFirstOrThrow()
  await stage.perform('agent.update', { agentId: agent.id, departmentIds: [repairs], ...(roleIds && { roleIds }) })
}

const views = (page: Page) => page.getByRole('navigation', { name: '视图' })
const sheet = (page: Page) => page.getByRole('dialog')
const column = (page: Page, name: string) =>
  page.locator('[data-column]').filter({ has: page.getByRole('heading', { name }) })

test('a view goes from a sentence to a department’s board', async () => {
  const chief = await stage.signIn(admin.login, admin.password)
  const other = await stage.signIn('CS002', password)
  const agent = await stage.signIn('CS001', password)
  await views(agent).getByText('公共').waitFor()

  await chief.getByRole('button', { name: '新建视图' }).click()
  await sheet(chief).getByLabel('名称', { exact: true }).fill('维修进度')
  await sheet(chief).getByText('未结 的工单').waitFor()
  await sheet(chief).getByText('看板', { exact: true }).click()
  await sheet(chief).getByLabel('分组', { exact: true }).selectOption({ label: '阶段' })
  await sheet(chief).getByLabel('排序', { exact: true }).selectOption({ label: '紧急程度' })
  for (const name of ['标题', '阶段', '紧急程度']) {
    await sheet(chief).getByLabel('表格的列').fill(name)
    await sheet(chief).getByRole('listbox', { name: '添加列' }).getByRole('option', { name, exact: true }).click()
  }
  await sheet(chief).getByRole('button', { name: '紧急程度 前移' }).click()
  await sheet(chief).getByText('未结 的工单，按紧急程度升序，分组：阶段，以看板显示').waitFor()
  await sheet(chief).getByText('现在有 3 张工单').waitFor()
  await sheet(chief).getByText('指定部门').click()
  await sheet(chief).getByRole('button', { name: '创建' }).click()
  await sheet(chief).getByText('请选择部门').waitFor()
  await sheet(chief).getByLabel('部门', { exact: true }).fill('维修')
  await sheet(chief).getByRole('option', { name: '维修部' }).click()
  await sheet(chief).getByRole('button', { name: '创建' }).click()
  await sheet(chief).waitFor({ state: 'detached' })
  await column(chief, '前期').getByText('洗衣机异响').waitFor()
  // What the view wants told, but for what the head of the column says and what every card shows.
  expect(await chief.locator(`[data-row="${tickets[0]?.id}"]`).textContent()).toMatch(/紧急程度特急(?!.*阶段)/)

  // It comes by itself, with its count, and with who published it.
  const line = views(agent).getByRole('link', { name: '维修进度' })
  await line.waitFor()
  expect(await line.textContent()).toBe('维修进度3')
  expect(await line.getAttribute('data-hint')).toMatch(/^由.+发布$/)
  expect(await views(other).getByText('维修进度').count()).toBe(0)
  const blind = await stage.signIn('CS003', password)
  await views(blind).getByText('公共').waitFor()
  expect(await views(blind).getByText('维修进度').count()).toBe(0)

  await line.click()
  await agent.getByRole('button', { name: '显示方式' }).click()
  await agent.getByRole('menuitem', { name: '表格' }).click()
  expect(await column(agent, '前期').count()).toBe(0)
  const row = agent.getByRole('row').filter({ hasText: '灯不亮' })
  await row.getByRole('cell', { name: '后期' }).waitFor()
  const heads = await agent.getByRole('columnheader').allTextContents()
  expect(heads).toEqual(['标题', '紧急程度', '阶段'])

  await sizes(agent)

  await agent.getByRole('button', { name: '显示方式' }).click()
  await agent.getByRole('menuitem', { name: '看板' }).click()
  await column(agent, '前期').getByText('空调不制冷').waitFor()
  await agent.locator(`[data-row="${tickets[1]?.id}"]`).dragTo(column(agent, '后期'))
  await column(agent, '后期').getByText('空调不制冷').waitFor()
  await expect.poll(() => stageOf(tickets[1]?.id ?? '')).toBe('late')

  // The other way by keys, and seen by whoever looks at the same board.
  await agent.getByRole('button', { name: `移动 ${tickets[2]?.number}` }).press('Enter')
  await agent.getByRole('menuitem', { name: '前期' }).click()
  await expect.poll(() => stageOf(tickets[2]?.id ?? '')).toBe('early')
  await column(chief, '前期').getByText('灯不亮').waitFor()
  await expect.poll(() => column(agent, '前期').getByRole('heading').textContent()).toBe('前期2')
  // Before signing in there is nobody.
  expect(stage.complaints.filter(line => !line.includes('session.me'))).toEqual([])
})

/** A column is made wider by the hand and by keys, stays so when one comes back, and becomes as it was. */
async function sizes(page: Page): Promise<void> {
  const head = (name: string) => page.getByRole('columnheader', { name })
  const edge = head('紧急程度').getByRole('separator')
  const width = async () => (await head('紧急程度').boundingBox())?.width ?? 0
  const under = async () => (await page.getByRole('cell', { name: '特急' }).boundingBox())?.width ?? 0
  const natural = await width()
  await edge.hover()
  await page.mouse.down()
  const grip = await edge.boundingBox()
  await page.mouse.move((grip?.x ?? 0) + 46, (grip?.y ?? 0) + 4, { steps: 4 })
  await page.mouse.up()
  const dragged = await width()
  expect(dragged - natural).toBeCloseTo(40, 0)
  expect(await under()).toBe(dragged)
  await head('紧急程度').getByRole('button').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(width).toBe(dragged + 16)
  // The order is another matter.
  expect(await page.locator('th[aria-sort]').count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await page.reload()
  await edge.waitFor()
  await expect.poll(width).toBe(dragged + 16)
  await edge.dblclick()
  await expect.poll(width).toBe(natural)
}

async function stageOf(id: string): Promise<unknown> {
  const { desk } = stage.running
  const ticket = await desk.ask('ticket.get', { id }, desk.systemCaller('test'))
  return (ticket as unknown as { fields: Record<string, unknown> }).fields.stage
}
