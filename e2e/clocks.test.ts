import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, openStage, overflow, password, type Stage, violations } from './stage.ts'

/**
 * 时限在坐席面前：跨节假日的到期时间和它的来历，暂停停表，改了紧急程度已走的照算，黄牌弹给处理人、红牌弹给主管，
 * 申请延期、部分同意、坐席看到结果。
 */
let stage: Stage
let wang: Page
let boss: Page

beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('CS100', '李经理', 'supervisor')
  const { desk } = stage.running
  const { items } = (await desk.ask('agent.list', {}, desk.systemCaller('test'))) as unknown as {
    items: { id: string; employeeNo: string }[]
  }
  const managerIds = items.filter(({ employeeNo }) => employeeNo === 'CS100').map(({ id }) => id)
  await stage.perform('department.update', { departmentId: await stage.department(), managerIds })
  const calendars = (await desk.ask('calendar.list', {}, desk.systemCaller('test'))) as unknown as {
    items: { id: string; name: string }[]
  }
  const work = calendars.items.find(({ name }) => name === '工作时间')?.id ?? null
  await promises('两小时解决', [
    { target: 'resolution', calendarId: work, seconds: { normal: 4 * 3600, urgent: 2 * 3600, critical: 3600 } },
  ])
  await promises('全天四小时', [
    {
      target: 'resolution',
      calendarId: null,
      seconds: { normal: 4 * 3600, urgent: 2 * 3600, critical: 3600 },
      lead: { seconds: 1800 },
    },
  ])
  // Of 2027 the desk knows this: Labour Day is a Saturday, and the Sunday after it is worked.
  await stage.perform('holidays.set', {
    year: 2027,
    days: [
      { date: '2027-05-01', name: '劳动节', kind: 'off' },
      { date: '2027-05-02', name: '劳动节调休', kind: 'work' },
    ],
  })
})
afterAll(() => stage.close())

/** A policy before the shipped ones, for tickets with its name as a tag. */
async function promises(name: string, targets: object[]): Promise<void> {
  const { id } = await stage.perform('slaPolicy.create', {
    name,
    where: { field: 'tags', op: 'contains', value: name },
    targets: targets as never,
  })
  await stage.perform('slaPolicy.update', { slaPolicyId: id, position: 1 })
}

/** By the clock on the wall in Shanghai. */
const later = (moment: string) => stage.turnTo(`${moment}+08:00`)

/** A ticket that she has raised and holds. */
async function hers(subject: string, more: object): Promise<Answer> {
  const ticket = await stage.performAs('CS001', 'ticket.open', { subject, body: '请处理', ...more })
  await stage.performAs('CS001', 'ticket.claim', { ticketId: ticket.id })
  return ticket
}
const head = (page: Page) => page.locator('[data-ticket] header')
async function opened(page: Page, { number }: Answer): Promise<void> {
  await page.goto(`${stage.url}/tickets/public.all/${number}`)
  await head(page).locator('[aria-haspopup=dialog]').waitFor()
}
const panel = (page: Page) => page.getByRole('dialog', { name: '时限' })
async function explained(page: Page): Promise<void> {
  await head(page).locator('[aria-haspopup=dialog]').waitFor()
  await page.keyboard.press('q')
  await panel(page)
    .getByRole('img', { name: /计时|下班| 至 / })
    .first()
    .waitFor()
}
async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

test('周五 17:50，两个工作小时，跨劳动节，调休的周日上班', async () => {
  await later('2027-04-30T17:50:00')
  wang = await stage.signIn('CS001', password)
  const ticket = await hers('洗衣机漏水', { tags: ['两小时解决'], urgency: 'urgent' })
  await opened(wang, ticket)
  await head(wang).getByText('5月2日周日 10:50 前').waitFor()
  await later('2027-04-30T17:55:00')
  await wang.reload()
  await explained(wang)
  const clock = panel(wang).getByRole('region', { name: '解决' })
  await clock.getByText('应在 5月2日周日 10:50 前完成').waitFor()
  await clock.getByText('策略：两小时解决').waitFor()
  await clock.getByText('日历：工作时间').waitFor()
  await clock.getByRole('img', { name: /^17:50 至 5月2日周日 10:5\d：计时 [45] 分钟/ }).waitFor()
  await clock.getByText(/还要计时 1 小时 5\d 分钟/).waitFor()
  await clock.getByText('其中下班 39 小时').waitFor()
  const days = clock.getByRole('list', { name: '推算经过' }).getByRole('listitem')
  await days.filter({ hasText: '劳动节 休' }).waitFor()
  await days.filter({ hasText: '09:00–10:50 劳动节调休' }).waitFor()
  await looksRight(wang)
  await wang.setViewportSize({ width: 390, height: 844 })
  await looksRight(wang)
  await wang.keyboard.press('q')
  await panel(wang).waitFor({ state: 'detached' })
  await wang.context().close()
})

test('paused with a reason, it stands still, and is due later by just as much', async () => {
  await later('2027-05-10T09:00:00')
  wang = await stage.signIn('CS001', password)
  boss = await stage.signIn('CS100', password)
  const ticket = await hers('空调不制冷', { tags: ['全天四小时'] })
  await opened(boss, ticket)
  await head(boss).getByText('13:00 前').waitFor()
  await later('2027-05-10T10:12:00')
  await boss.keyboard.press('z')
  const pause = boss.getByRole('dialog', { name: '暂停' })
  await pause.getByLabel('原因').fill('客户出差')
  await boss.keyboard.press('Control+Enter')
  await pause.waitFor({ state: 'detached' })
  await head(boss).getByText('计时暂停').waitFor()
  await later('2027-05-10T14:00:00')
  await explained(boss)
  const clock = panel(boss).getByRole('region', { name: '解决' })
  await clock.getByText('10:12 起停表：李经理 暂停了工单：客户出差').waitFor()
  await clock.getByText('恢复后还有 2 小时 48 分钟').waitFor()
  await looksRight(boss)
  await boss.keyboard.press('Escape')
  await panel(boss).waitFor({ state: 'detached' })
  await boss.keyboard.press('z')
  await head(boss).getByText('16:48 前').waitFor()
  await later('2027-05-10T14:30:00')
  await explained(boss)
  const lines = clock.getByRole('listitem').filter({ has: boss.locator('time') })
  await expect
    .poll(async () => (await lines.allTextContents()).map(line => line.replaceAll(/\s+/g, ' ')))
    .toEqual([
      expect.stringMatching(/^09:00 – 10:12 计时 1 小时 12 分钟王芳 通过.*提交了工单/),
      '10:12 – 14:00 停表李经理 暂停了工单：客户出差',
      expect.stringMatching(/^14:00 – 14:30 计时 30 分钟李经理 恢复了工单$/),
      expect.stringMatching(/^14:30 – 16:48 还要计时 2 小时 18 分钟$/),
    ])
  await looksRight(boss)
})

test('a raised urgency promises less, and what has run is kept', async () => {
  await later('2027-05-10T15:00:00')
  const ticket = await hers('电视花屏', { tags: ['全天四小时'] })
  await opened(wang, ticket)
  await head(wang).getByText('19:00 前').waitFor()
  await later('2027-05-10T16:00:00')
  await stage.performAs('CS001', 'ticket.update', { ticketId: ticket.id, urgency: 'urgent' })
  await head(wang).getByText('17:00 前').waitFor()
  await later('2027-05-10T16:15:00')
  await explained(wang)
  const clock = panel(wang).getByRole('region', { name: '解决' })
  await clock.getByText('紧急程度：一般 → 紧急').waitFor()
  await clock.getByText('时限由 4 小时 改为 2 小时，已计的 1 小时 照算').waitFor()
  await clock.getByText('已计 1 小时 15 分钟，共 2 小时').waitFor()
})

test('the yellow card pops up to the holder, the red one to the supervisor', async () => {
  await later('2027-05-10T16:30:00')
  await hers('冰箱结霜', { tags: ['全天四小时'] })
  const told = (page: Page) => page.getByRole('region', { name: '新通知' })
  await later('2027-05-10T20:00:00')
  await told(wang)
    .getByText(/^解决即将到期，应在 .*20:30 前完成/)
    .waitFor({ timeout: 20_000 })
  await later('2027-05-10T20:30:01')
  await told(boss).getByText('解决已超时，由 王芳 负责').waitFor({ timeout: 20_000 })
  await told(wang)
    .getByText(/^解决已超时/)
    .waitFor()
  const ticket = boss.locator('[data-row]').filter({ hasText: '冰箱结霜' })
  await boss.goto(`${stage.url}/tickets/public.breached`)
  await ticket.getByRole('img', { name: '红牌' }).waitFor()
  await ticket.click()
  const lines = boss.getByRole('region', { name: '对话与记录' }).getByRole('button')
  await lines.filter({ hasText: '黄牌：解决即将到期' }).getByRole('img', { name: '黄牌' }).waitFor()
  await lines.filter({ hasText: '红牌：解决超时' }).getByRole('img', { name: '红牌' }).waitFor()
})

test('more time is asked for, granted in part, and seen by who asked', async () => {
  // In the evening, so that what is promised begins and ends on the full hour.
  await later('2027-05-10T21:00:00')
  const ticket = await hers('油烟机异响', { tags: ['两小时解决'] })
  await opened(wang, ticket)
  await head(wang).getByText('明天 14:00 前').waitFor()
  await wang.keyboard.press('q')
  await panel(wang).getByRole('button', { name: '申请延期' }).click()
  const ask = wang.getByRole('dialog', { name: '申请延期' })
  await ask.getByText('1 个工作日', { exact: true }).click()
  await ask.getByText('按“工作时间”，1 个工作日是 8 小时。').waitFor()
  await ask.getByText('同意后应在 5月12日周三 14:00 前完成。').waitFor()
  await ask.getByRole('button', { name: '申请延期' }).click()
  await ask.getByText('请填写').waitFor()
  await ask.getByText('其他', { exact: true }).click()
  await ask.getByLabel('小时数').fill('6')
  await ask.getByText('同意后应在 5月12日周三 11:00 前完成。').waitFor()
  await ask.getByLabel('原因').fill('等厂家配件')
  await looksRight(wang)
  await wang.keyboard.press('Control+Enter')
  await ask.waitFor({ state: 'detached' })
  await panel(wang).getByText('王芳 申请把解决延长 6 小时').waitFor()
  await panel(wang).getByText('等待审批').waitFor()
  await wang.keyboard.press('q')
  await panel(wang).waitFor({ state: 'detached' })

  await boss.getByRole('link', { name: /^待审批延期/ }).click()
  await boss.locator('[data-row]').filter({ hasText: '油烟机异响' }).click()
  await head(boss).getByText('等厂家配件').waitFor()
  await looksRight(boss)
  await head(boss).getByRole('button', { name: '同意', exact: true }).click()
  const grant = boss.getByRole('dialog', { name: '同意延期' })
  const hours = grant.getByLabel('同意多久')
  await expect.poll(() => hours.inputValue()).toBe('6')
  await hours.fill('9')
  await boss.keyboard.press('Control+Enter')
  await grant.getByText('不能多于申请的时间').waitFor()
  await hours.fill('4')
  await grant.getByText('同意后应在 明天 18:00 前完成。').waitFor()
  await looksRight(boss)
  await boss.keyboard.press('Control+Enter')
  await grant.waitFor({ state: 'detached' })
  await head(boss).getByText('等厂家配件').waitFor({ state: 'detached' })

  await head(wang).getByText('明天 18:00 前').waitFor()
  await wang
    .getByRole('region', { name: '对话与记录' })
    .getByText(/李经理 同意把解决延长 4 小时/)
    .waitFor()
  await explained(wang)
  await panel(wang).getByText('含延期 4 小时').waitFor()
})

test('declined with a reason, and people are alerted', async () => {
  const ticket = await hers('热水器漏电', { tags: ['两小时解决'] })
  await opened(wang, ticket)
  await stage.performAs('CS001', 'ticket.requestExtension', { ticketId: ticket.id, seconds: 3600, reason: '太忙' })
  await opened(boss, ticket)
  await head(boss).getByRole('button', { name: '不同意' }).click()
  const decline = boss.getByRole('dialog', { name: '不同意延期' })
  await decline.getByText('太忙').waitFor()
  await decline.getByLabel('原因').fill('今天必须办完')
  await looksRight(boss)
  await boss.keyboard.press('Control+Enter')
  await decline.waitFor({ state: 'detached' })
  await wang.getByRole('region', { name: '对话与记录' }).getByText('李经理 不同意延长解决：今天必须办完').waitFor()

  await head(boss).getByRole('button', { name: '更多操作' }).click()
  await boss.getByRole('menuitem', { name: '提醒相关人员' }).click()
  const alert = boss.getByRole('dialog', { name: '提醒相关人员' })
  await alert.getByText('处理人').waitFor()
  await alert.getByLabel('说明').fill('客户在等')
  await looksRight(boss)
  await boss.keyboard.press('Control+Enter')
  await alert.waitFor({ state: 'detached' })
  await wang.getByRole('region', { name: '对话与记录' }).getByText('李经理 提醒了 处理人：客户在等').waitFor()
})

test('without promises the panel says so, and without a server', async () => {
  const { items } = (await stage.running.desk.ask(
    'slaPolicy.list',
    {},
    stage.running.desk.systemCaller('test'),
  )) as unknown as { items: { id: string }[] }
  for (const { id } of items) await stage.perform('slaPolicy.update', { slaPolicyId: id, enabled: false })
  const ticket = await hers('无关紧要', {})
  await wang.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  await head(wang).waitFor()
  await wang.keyboard.press('q')
  await panel(wang).getByText('没有时限', { exact: true }).waitFor()
  await looksRight(wang)
  await wang.route('**/ticket.clocks', route => route.abort())
  await wang.reload()
  await head(wang).waitFor()
  await wang.keyboard.press('q')
  await panel(wang).getByText('连不上服务器').waitFor()
  await looksRight(wang)
  await wang.unroute('**/ticket.clocks')
  await panel(wang).getByRole('button', { name: '重试' }).click()
  await panel(wang).getByText('没有时限', { exact: true }).waitFor()
  expect(stage.complaints.filter(complaint => !/status of 4\d\d|ERR_FAILED/.test(complaint))).toEqual([])
})
