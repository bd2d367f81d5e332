import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Answer, openStage, password, type Stage } from './stage.ts'

/**
 * 从坐席的首页起，每个常用动作不超过三步（R-216，要求 0.12）。
 *
 * A step is one deliberate act: a key or a press that opens, chooses or sends. Filling in the form that stands open
 * belongs to the act that sends it. Each action is done as it is offered, by the keys that its menus show, in a real
 * browser from the agent's home; what it came to is checked at the desk.
 */
let stage: Stage
let page: Page
const table: [action: string, steps: string[]][] = []
const most = 3

beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳', 'supervisor')
  await stage.person('CS002', '李雷')
  page = await stage.signIn('CS001', password)
  await home()
})
afterAll(async () => {
  const lines = table.map(([action, steps]) => `${action}\t${steps.length}\t${steps.join(' → ')}`)
  process.stdout.write(`\n${lines.join('\n')}\n`)
  await stage.close()
})
afterEach(async () => {
  await home()
})

/** Counts what is done, and does it. */
function count(action: string) {
  const steps: string[] = []
  table.push([action, steps])
  return {
    steps,
    async press(key: string) {
      steps.push(key)
      await page.keyboard.press(key)
    },
    async click(what: string, locator: Locator) {
      steps.push(what)
      await locator.click()
    },
  }
}

async function home(): Promise<void> {
  await page.goto(stage.url)
  await page.waitForURL('**/tickets/mine.todo**')
  await page.getByRole('navigation', { name: '视图' }).waitFor()
}

async function agentId(login: string): Promise<string> {
  const { desk } = stage.running
  const row = await desk.db.selectFrom('agents').select('id').where('employee_no', '=', login).executeTakeFirstOrThrow()
  return row.id
}

/** A ticket that lies on the agent's own desk, as it is found there. */
async function mine(subject: string, ...verbs: ('ticket.acknowledge' | 'ticket.pause')[]): Promise<Answer> {
  const ticket = await stage.perform('ticket.open', {
    subject,
    body: '客户的话',
    channel: 'phone',
    requester: { phone: '13800138000' },
    assigneeId: await agentId('CS001'),
  })
  for (const verb of verbs)
    await stage.perform(verb, { ticketId: ticket.id, ...(verb === 'ticket.pause' && { reason: '等' }) } as never)
  return ticket
}

const row = (subject: string) => page.getByRole('listitem').filter({ hasText: subject })
const article = (subject: string) => page.getByRole('article', { name: new RegExp(`^G\\d+ ${subject}$`) })
const dialog = (name: string) => page.getByRole('dialog', { name })

async function stateOf(id: string): Promise<Record<string, unknown>> {
  const { desk } = stage.running
  return (await desk.ask('ticket.get', { id }, desk.systemCaller('test'))) as Record<string, unknown>
}
const comes = (id: string, expected: object) =>
  expect.poll(() => stateOf(id), { timeout: 30_000 }).toMatchObject(expected)

async function opened(c: ReturnType<typeof count>, subject: string): Promise<void> {
  await c.click('打开工单', row(subject))
  await article(subject).waitFor()
}

test('建单', async () => {
  const c = count('建单')
  await c.press('n')
  const sheet = dialog('新建工单')
  await sheet.getByRole('textbox', { name: '标题' }).fill('新的一张')
  await sheet.getByRole('textbox', { name: '问题描述' }).fill('收到的是别的颜色')
  await c.press('Control+Enter')
  await article('新的一张').waitFor()
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

test('领取', async () => {
  const { id } = await stage.perform('ticket.open', { subject: '池里的', body: '没人领' })
  const c = count('领取')
  await c.click('部门待领取', page.getByRole('link', { name: /^部门待领取/ }))
  await opened(c, '池里的')
  await c.press('c')
  await comes(id, { status: 'in_progress', assigneeId: await agentId('CS001') })
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

test('确认接收', async () => {
  const { id } = await mine('分派来的')
  const c = count('确认接收')
  await opened(c, '分派来的')
  await c.press('c')
  await comes(id, { status: 'in_progress' })
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

test('公开回复', async () => {
  const { id } = await mine('要回复的', 'ticket.acknowledge')
  const c = count('公开回复')
  await opened(c, '要回复的')
  await c.press('r')
  const field = page.locator('[contenteditable=true]:focus, textarea:focus')
  await field.waitFor()
  await page.keyboard.type('您好，马上为您处理')
  await c.press('Control+Enter')
  await comes(id, { lastFrom: 'us' })
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

const sheets = [
  ['退回', 'b', 'ticket.acknowledge', '原因', { status: 'new', assigneeId: null }],
  ['催办', 'u', 'ticket.acknowledge', '说明', { urgeCount: 1 }],
  ['暂停', 'z', 'ticket.acknowledge', '原因', { runState: 'paused' }],
  ['处理完毕', 's', 'ticket.acknowledge', '处理结果', { status: 'solved' }],
] as const

test.each(sheets)('%s', async (word, key, before, field, expected) => {
  const subject = `要${word}的`
  const { id } = await mine(subject, before)
  if (word === '退回') {
    // There is somebody to give it back to only when it came from somewhere.
    const { departmentId } = await stateOf(id)
    await stage.perform('ticket.assign', { ticketId: id, departmentId: String(departmentId) })
    await stage.perform('ticket.assign', { ticketId: id, assigneeId: await agentId('CS001') })
  }
  const c = count(word)
  await opened(c, subject)
  await c.press(key)
  await dialog(word).getByRole('textbox', { name: field }).fill('如上所述')
  await c.press('Control+Enter')
  await comes(id, expected)
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

test('恢复', async () => {
  const { id } = await mine('停着的', 'ticket.acknowledge', 'ticket.pause')
  const c = count('恢复')
  await opened(c, '停着的')
  await c.press('z')
  await comes(id, { runState: 'running' })
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

test('转办', async () => {
  const { id } = await mine('别人的', 'ticket.acknowledge')
  const c = count('转办')
  await opened(c, '别人的')
  await c.press('t')
  const sheet = dialog('转办')
  await sheet.getByRole('combobox', { name: '交给谁' }).fill('CS002')
  await sheet.getByRole('option').filter({ hasText: '李雷' }).click()
  await sheet.getByRole('textbox', { name: '原因' }).fill('物流的事')
  await c.press('Control+Enter')
  await comes(id, { assigneeId: await agentId('CS002') })
  expect(c.steps.length).toBeLessThanOrEqual(most)
})

test('查找工单', async () => {
  const { number } = await stage.perform('ticket.open', { subject: '要找的', body: '在哪里' })
  const c = count('查找工单')
  await c.press('Control+k')
  await page.getByRole('combobox', { name: '搜索与命令' }).fill(number)
  await page.getByRole('option').filter({ hasText: '要找的' }).first().waitFor()
  await c.press('Enter')
  await article('要找的').waitFor()
  expect(c.steps.length).toBeLessThanOrEqual(most)
})
