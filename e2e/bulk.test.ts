import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, overflow, password, type Stage, violations } from './stage.ts'

/**
 * 批量操作：选中五十张，一起转办，看着进度走完；其中几张不允许，结果里逐张说明；重试未成功的；整个撤销。
 * 只用键盘也行，全选一个视图也行，手机上也行。
 */
let stage: Stage
let boss: Page
const numbers: string[] = []

beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS100', '李经理', 'supervisor')
  await stage.perform('department.create', { name: '门店部', dispatch: 'claim' })
  for (let n = 1; n <= 50; n++) {
    const { id, number } = await stage.perform('ticket.open', { subject: `第 ${n} 张`, body: '请处理', tags: ['批'] })
    numbers.push(number)
    // As they stand these cannot be handed on.
    if (n <= 3) await stage.perform('ticket.solve', { ticketId: id, result: '好了' })
  }
  boss = await stage.signIn('CS100', password)
})
afterAll(() => stage.close())

const box = (page: Page, n: number) => page.getByRole('checkbox', { name: new RegExp(`^选择 \\S+ 第 ${n} 张$`) })
const bar = (page: Page) => page.getByRole('region', { name: '对选中的工单' })
const toast = (page: Page) => page.locator('[data-job]')
const list = (page: Page) => page.locator('ul[data-choosing]')
const sheet = (page: Page) => page.getByRole('dialog')

test('fifty are chosen and handed on at once; those that may not be say why; then all is taken back', async () => {
  await boss.goto(`${stage.url}/tickets/public.all`)
  await box(boss, 50).hover()
  await box(boss, 50).check()
  await bar(boss).getByText('已选 1 张').waitFor()
  await box(boss, 49).click({ modifiers: ['Shift'] })
  await bar(boss).getByText('已选 2 张').waitFor()
  expect(await violations(boss)).toEqual([])
  expect(await overflow(boss)).toBeLessThanOrEqual(0)
  await bar(boss).getByRole('button', { name: '全选本视图（50）' }).click()
  await bar(boss).getByText('已选全部 50 张').waitFor()
  await bar(boss).getByRole('button', { name: '转办' }).click()
  await sheet(boss).getByText('50 张工单').waitFor()
  await sheet(boss).getByRole('combobox').fill('门店')
  await boss.getByRole('option', { name: '门店部' }).click()
  expect(await violations(boss)).toEqual([])
  await sheet(boss).getByRole('button', { name: '转办' }).click()
  // What is missing is said where it is missing, and nothing has begun.
  await sheet(boss).getByText('请填写').waitFor()
  await sheet(boss).getByRole('textbox', { name: '原因' }).fill('归门店处理')
  await boss.keyboard.press('Control+Enter')

  await sheet(boss).waitFor({ state: 'detached' })
  await toast(boss).getByText('转办').waitFor()
  expect(await bar(boss).count()).toBe(0)
  await toast(boss).getByText('47 张成功 · 3 张未成功').waitFor()
  await toast(boss).getByRole('button', { name: '查看结果' }).click()

  await boss.getByRole('heading', { name: '转办', level: 1 }).waitFor()
  await boss.getByRole('radio', { name: '只看未成功' }).check({ force: true })
  const rows = boss.getByRole('list', { name: '明细' }).getByRole('listitem')
  await expect.poll(() => rows.count()).toBe(3)
  await rows.first().getByText('工单当前为「处理完毕」，不能执行此操作').waitFor()
  expect(await violations(boss)).toEqual([])

  const { desk } = stage.running
  await desk.perform(
    'ticket.reopen',
    { ticketId: await idOf(numbers[0] ?? ''), reason: '没好' },
    { caller: desk.systemCaller('test') },
  )
  await boss.getByRole('button', { name: '重试未成功的' }).click()
  await toast(boss).getByText('1 张成功 · 2 张未成功').waitFor()

  await boss.locator('header').getByRole('button', { name: '撤销' }).click()
  await toast(boss).filter({ hasText: '撤销：转办' }).getByText('47 张成功').waitFor()
  await boss.getByRole('region', { name: '转办' }).getByText('3 张未成功 · 47 张已撤销').waitFor()
  const left = await desk.ask(
    'ticket.list',
    { where: { field: 'departmentId', op: 'is', value: await stage.department() }, limit: 200 },
    desk.systemCaller('test'),
  )
  expect((left as unknown as { items: unknown[] }).items).toHaveLength(49)
}, 120_000)

async function idOf(number: string): Promise<string> {
  const { desk } = stage.running
  return ((await desk.ask('ticket.get', { number }, desk.systemCaller('test'))) as { id: string }).id
}

test('without a mouse: x, Shift and the arrows, Escape; the jobs are found in one’s own menu', async () => {
  await boss.goto(`${stage.url}/tickets/public.all`)
  await box(boss, 50).waitFor()
  await boss.keyboard.press('j')
  await boss.keyboard.press('x')
  await bar(boss).getByText('已选 1 张').waitFor()
  await boss.keyboard.press('Shift+ArrowDown')
  await boss.keyboard.press('Shift+ArrowDown')
  await bar(boss).getByText('已选 3 张').waitFor()
  await boss.keyboard.press('Escape')
  await bar(boss).waitFor({ state: 'detached' })
  await boss.keyboard.press('x')
  await bar(boss).getByRole('button', { name: '更多' }).click()
  await boss.getByRole('menuitem', { name: '标签' }).click()
  await sheet(boss).getByRole('textbox', { name: '加上标签' }).fill('已查')
  await boss.keyboard.press('Control+Enter')
  await toast(boss).getByText('修改工单（标签）').waitFor()
  await toast(boss).getByText('1 张成功').waitFor()
  await toast(boss).getByRole('button', { name: '撤销' }).click()
  await toast(boss).getByText('撤销：修改工单（标签）').waitFor()

  await boss.getByRole('button', { name: '李经理，个人菜单' }).click()
  await boss.getByRole('button', { name: '后台作业' }).click()
  await boss.getByRole('heading', { name: '后台作业' }).waitFor()
  await expect.poll(() => boss.getByRole('list', { name: '后台作业' }).getByRole('listitem').count()).toBe(5)
  expect(await violations(boss)).toEqual([])
}, 60_000)

test('what was found by words is chosen like a view', async () => {
  await boss.goto(`${stage.url}/search?q=${encodeURIComponent('标签:批')}`)
  await box(boss, 50).hover()
  await box(boss, 50).check()
  await bar(boss).getByRole('button', { name: '全选搜到的（50）' }).click()
  await box(boss, 49).uncheck()
  await bar(boss).getByText('已选 49 张').waitFor()
  await bar(boss).getByRole('button', { name: '更多' }).click()
  await boss.getByRole('menuitem', { name: '备注' }).click()
  await sheet(boss).getByRole('textbox', { name: '内容' }).fill('请今天处理')
  await boss.keyboard.press('Control+Enter')
  await toast(boss).getByText('49 张成功').waitFor()
  // What has been said stays said.
  expect(await toast(boss).getByRole('button', { name: '撤销' }).count()).toBe(0)
}, 60_000)

test('in groups and on a board: one by one, from one to another within a group, and a whole group', async () => {
  const asked = { field: 'tags', op: 'containsAny', value: ['批'] } as const
  const group = { where: asked, groupBy: 'urgency' } as const
  for (const n of [1, 2, 3, 4])
    await stage.perform('ticket.update', { ticketId: await idOf(numbers[n + 9] ?? ''), urgency: 'urgent' })
  const { id: list } = await stage.performAs('CS100', 'view.create', { name: '按紧急', ...group })
  const { id: board } = await stage.performAs('CS100', 'view.create', { name: '看板', layout: 'board', ...group })

  await boss.goto(`${stage.url}/tickets/${list}`)
  await box(boss, 50).hover()
  await box(boss, 50).check()
  await box(boss, 48).click({ modifiers: ['Shift'] })
  await bar(boss).getByText('已选 3 张').waitFor()
  await bar(boss).getByRole('button', { name: '全选“一般”（46）' }).waitFor()
  // What lies between two groups is in neither, and what is folded stays chosen.
  await boss.getByRole('button', { name: '一般 46' }).click()
  await box(boss, 13).click({ modifiers: ['Shift'] })
  await bar(boss).getByText('已选 4 张').waitFor()
  await bar(boss).getByRole('button', { name: '全选“紧急”（4）' }).waitFor()
  expect(await violations(boss)).toEqual([])
  expect(await overflow(boss)).toBeLessThanOrEqual(0)
  await boss.keyboard.press('Escape')
  await bar(boss).waitFor({ state: 'detached' })
  await boss.keyboard.press('j')
  await boss.keyboard.press('x')
  await boss.keyboard.press('Shift+ArrowDown')
  await bar(boss).getByText('已选 2 张').waitFor()
  await boss.getByRole('button', { name: '退出多选' }).click()

  await boss.goto(`${stage.url}/tickets/${board}`)
  const card = (n: number) => boss.getByRole('link', { name: new RegExp(`第 ${n} 张`) })
  await card(14).focus()
  await boss.keyboard.press('x')
  await bar(boss).getByText('已选 1 张').waitFor()
  await boss.keyboard.press('Shift+ArrowDown')
  await bar(boss).getByText('已选 2 张').waitFor()
  await card(11).click({ modifiers: ['Shift'] })
  await bar(boss).getByText('已选 4 张').waitFor()
  await box(boss, 50).check()
  await bar(boss).getByRole('button', { name: '全选本视图（50）' }).waitFor()
  // By keys one goes on from the card that was ticked.
  await boss.keyboard.press('Shift+j')
  await bar(boss).getByText('已选 6 张').waitFor()
  await boss.keyboard.press('x')
  await bar(boss).getByText('已选 5 张').waitFor()
  await box(boss, 50).uncheck()
  await box(boss, 14).uncheck()
  await bar(boss).getByRole('button', { name: '全选“紧急”（4）' }).click()
  await bar(boss).getByText('已选 4 张').waitFor()
  await box(boss, 12).uncheck()
  await bar(boss).getByText('已选 3 张').waitFor()
  expect(await violations(boss)).toEqual([])
  expect(await overflow(boss)).toBeLessThanOrEqual(0)
  await bar(boss).getByRole('button', { name: '更多' }).click()
  await boss.getByRole('menuitem', { name: '标签' }).click()
  await sheet(boss).getByRole('textbox', { name: '加上标签' }).fill('急办')
  await boss.keyboard.press('Control+Enter')
  await toast(boss).getByText('3 张成功').waitFor()
  const { items } = await stage.ask('ticket.list', { where: { ...asked, value: ['急办'] } })
  expect((items as { subject: string }[]).map(({ subject }) => subject).sort()).toEqual([
    '第 11 张',
    '第 13 张',
    '第 14 张',
  ])
}, 90_000)

test('on a phone several are chosen by a button', async () => {
  const phone = await stage.signIn('CS100', password, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await phone.goto(`${stage.url}/tickets/public.all`)
  await box(phone, 50).waitFor()
  await phone.getByRole('button', { name: '多选' }).click()
  await list(phone).waitFor()
  await box(phone, 50).check()
  await bar(phone).getByText('已选 1 张').waitFor()
  expect(await violations(phone)).toEqual([])
  expect(await overflow(phone)).toBeLessThanOrEqual(0)
  await phone.getByRole('button', { name: '退出多选' }).click()
  await bar(phone).waitFor({ state: 'detached' })
}, 60_000)
