import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, openStage, overflow, password, type Stage, violations } from './stage.ts'

/**
 * 宏与快捷回复：主管在设置里把「退款已受理」存成宏，写错的占位符当场说明；坐席在工单上看清它会做什么，一次做完；在回复框里输入 /
 * 插入快捷回复，客户的名字已经填好；刚写好的话一步存为自己的快捷回复。
 */
let stage: Stage
let lead: Page
let page: Page
let ticket: Answer
beforeAll(async () => {
  stage = await openStage()
  await stage.department()
  await stage.person('ZG001', '赵主管', 'supervisor')
  await stage.person('CS001', '张三')
  await stage.perform('department.create', { name: '财务部', dispatch: 'claim' })
  ticket = await stage.perform('ticket.open', {
    subject: '申请退款',
    body: '不想要了',
    departmentId: await stage.department(),
    requester: { name: '李雷', salutation: 'mr', email: 'lilei@example.com' },
  })
  lead = await stage.signIn('ZG001', password)
  page = await stage.signIn('CS001', password)
})
afterAll(() => stage.close())

const looksRight = async (one: Page) => {
  expect(await violations(one)).toEqual([])
  expect(await overflow(one)).toBeLessThanOrEqual(0)
}

test('a macro is written step by step, with a preview on a real ticket', async () => {
  await lead.goto(`${stage.url}/settings/macros`)
  await lead.getByText('还没有宏').waitFor()
  await looksRight(lead)
  await lead.keyboard.press('c')
  const sheet = lead.getByRole('dialog', { name: '新建宏' })
  await sheet.getByLabel('名称').fill('退款已受理')
  await sheet.getByRole('button', { name: '创建' }).click()
  // What is missing is told where it is missing.
  await sheet.getByText('请填写').first().waitFor()
  const words = sheet.getByLabel('内容', { exact: true })
  await words.fill('{{customer.nmae}}您好，')
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.getByText('没有占位符「customer.nmae」').waitFor()
  await words.fill('')
  await sheet.getByRole('button', { name: '插入占位符' }).click()
  await lead.getByRole('menuitem', { name: '客户姓名' }).click()
  await expect.poll(() => words.inputValue()).toBe('{{customer.name}}')
  await words.press('End')
  await words.pressSequentially('{{customer.salutation}}您好，您的退款已受理。')
  const preview = sheet.getByRole('complementary')
  await preview.getByText('李雷先生您好，您的退款已受理。').waitFor()
  await sheet.getByRole('button', { name: '添加一步' }).click()
  await sheet.getByLabel('做什么').last().selectOption('ticket.transfer')
  await sheet.getByLabel('交给').fill('财务')
  await lead.getByRole('option', { name: /财务部/ }).click()
  await sheet.getByLabel('原因').fill('退款')
  await preview.getByText('转办给 财务部').waitFor()
  await sheet.getByText('所有人').click()
  await looksRight(lead)
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })
  const row = lead
    .getByRole('list', { name: '宏', exact: true })
    .getByRole('listitem')
    .filter({ hasText: '退款已受理' })
  await row.getByText('转办给 财务部：退款').waitFor()
  await row.getByText('还没有用过').waitFor()
})

test('an agent sees what it will do, and it is done in one go', async () => {
  await page.goto(`${stage.url}/t/${ticket.number}`)
  await page.getByRole('article', { name: /申请退款/ }).waitFor()
  await page.keyboard.press('.')
  const modal = page.getByRole('dialog', { name: /执行宏/ })
  await modal.getByRole('option', { name: /退款已受理/ }).waitFor()
  await modal.getByText('李雷先生您好，您的退款已受理。').waitFor()
  await looksRight(page)
  await page.keyboard.press('Enter')
  await modal.waitFor({ state: 'detached' })
  await page.getByText('已执行宏「退款已受理」').waitFor()
  await page
    .getByText(/现由 财务部 负责/)
    .first()
    .waitFor()
  const message = page.locator('[data-kind="reply"]').filter({ hasText: '李雷先生您好' })
  await message.getByText('宏「退款已受理」').waitFor()
  await page.getByRole('button', { name: /财务部.*宏「退款已受理」/ }).waitFor()
  // Live for whoever looks after it.
  await lead.reload()
  await lead.getByText('用过 1 次').waitFor()
})

test('a step that is refused says which, and nothing is done', async () => {
  const other = await stage.perform('ticket.open', { subject: '已经处理完的', departmentId: await stage.department() })
  await stage.perform('ticket.solve', { ticketId: other.id, result: '好了' })
  await page.goto(`${stage.url}/t/${other.number}`)
  await page.getByRole('article', { name: /已经处理完的/ }).waitFor()
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '宏…' }).click()
  const modal = page.getByRole('dialog', { name: /执行宏/ })
  await modal.getByRole('button', { name: '执行' }).click()
  await modal.getByText('第 2 步（转办）：工单当前为「处理完毕」，不能执行此操作').waitFor()
  await page.keyboard.press('Escape')
})

test('a slash inserts a canned reply with the customer’s name, and its file', async () => {
  await lead.goto(`${stage.url}/settings/cannedReplies/new`)
  const sheet = lead.getByRole('dialog', { name: '新建快捷回复' })
  await sheet.getByLabel('名称').fill('保修说明')
  await sheet.getByLabel('快捷码').fill('bx')
  await sheet.getByLabel('内容', { exact: true }).fill('{{customer.name|客户}}您好，保修期为一年。')
  await sheet
    .locator('input[type=file]')
    .setInputFiles({ name: '保修卡.txt', mimeType: 'text/plain', buffer: Buffer.from('一年') })
  await sheet.getByText('保修卡.txt').waitFor()
  await sheet.getByText('所有人').click()
  await looksRight(lead)
  await expect.poll(() => sheet.getByText('100%').count()).toBe(0)
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })

  const mine = await stage.perform('ticket.open', {
    subject: '问保修',
    departmentId: await stage.department(),
    requester: { name: '韩梅梅', email: 'hmm@example.com' },
  })
  // Whoever looks at the list sees what another makes.
  await stage.perform('cannedReply.create', { name: '同事新加的', body: '您好', audience: 'everyone' })
  await lead.getByRole('list', { name: '快捷回复' }).getByText('同事新加的').waitFor()
  await page.goto(`${stage.url}/t/${mine.number}`)
  const field = page.getByLabel('回复', { exact: true }).locator('textarea')
  await field.click()
  await field.pressSequentially('/')
  await page
    .getByRole('listbox', { name: '快捷回复与宏' })
    .getByRole('option', { name: /保修说明/ })
    .waitFor()
  await looksRight(page)
  await field.pressSequentially('保修')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('韩梅梅您好，保修期为一年。')
  await page.getByRole('list', { name: '附件' }).getByText('保修卡.txt').waitFor()
  // The shortcut and a space do the same without looking.
  await field.fill('')
  await field.pressSequentially('/bx ')
  await expect.poll(() => field.inputValue()).toBe('韩梅梅您好，保修期为一年。')
  await page.getByRole('button', { name: '移除 保修卡.txt' }).first().click()
  await page.keyboard.press('Control+Enter')
  await field.press('Control+Enter')
  const message = page.locator('[data-kind="reply"]').filter({ hasText: '韩梅梅您好' })
  await message.getByText('保修卡.txt').waitFor()
})

test('what one has just written becomes one’s own canned reply', async () => {
  const field = page.getByLabel('回复', { exact: true }).locator('textarea')
  await field.fill('感谢您的耐心等待。')
  await page.getByRole('button', { name: '快捷回复与宏' }).click()
  await page.getByRole('button', { name: '把写好的存为快捷回复' }).click()
  const sheet = page.getByRole('dialog', { name: '新建快捷回复' })
  expect(await sheet.getByLabel('内容', { exact: true }).inputValue()).toBe('感谢您的耐心等待。')
  await sheet.getByText('只有自己能看到和使用').waitFor()
  await sheet.getByLabel('名称').fill('致谢')
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })
  await expect.poll(async () => (await field.inputValue()).trim()).toBe('感谢您的耐心等待。')
  // An agent does not come to the settings, but to what is one's own.
  await page.getByRole('button', { name: '快捷回复与宏' }).click()
  await page.getByRole('button', { name: '管理我的快捷回复' }).click()
  const own = page.getByRole('dialog', { name: '我的宏与快捷回复' })
  await own.getByRole('button', { name: /致谢/ }).click()
  await looksRight(page)
  await page.getByRole('dialog', { name: '致谢' }).getByLabel('快捷码').fill('xx')
  await page.getByRole('dialog', { name: '致谢' }).getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog', { name: '致谢' }).waitFor({ state: 'detached' })
  expect(stage.complaints.filter(isNews)).toEqual([])
})

/** What the server refuses is said on the page; the browser writes it down besides. */
const isNews = (complaint: string) => !/status of (401|409|422)/.test(complaint)
