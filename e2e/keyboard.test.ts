import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage } from './stage.ts'

/** 只用键盘登记一张工单，再用命令面板找到它；手机上列表、工单、返回。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
})
afterAll(() => stage.close())

test('a ticket is raised and found without a mouse', async () => {
  const page = await stage.signIn('CS001', password)
  await page.getByText('选一张工单开始').waitFor()
  await page.keyboard.press('n')
  const sheet = page.getByRole('dialog', { name: '新建工单' })
  await sheet.waitFor()
  const requester = sheet.getByRole('textbox', { name: '客户', exact: true })
  await requester.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('13800138002')
  await sheet.getByRole('textbox', { name: '客户姓名' }).fill('孙女士')
  await sheet.getByRole('textbox', { name: '标题' }).fill('电视黑屏')
  await sheet.getByRole('textbox', { name: '问题描述' }).fill('有声音没有图像')
  await page.keyboard.press('Control+Enter')
  const opened = page.getByRole('article', { name: /^G\d+ 电视黑屏$/ })
  await opened.waitFor()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('article', { name: '孙女士 的消息' }).filter({ hasText: '有声音没有图像' }).waitFor()
  const number = /G\d+/.exec(page.url())?.[0] ?? ''
  expect(number).not.toBe('')

  await page.keyboard.press('c')
  await page.locator('[data-ticket] header').getByText('处理中').first().waitFor()
  await page.keyboard.press('s')
  const solve = page.getByRole('dialog', { name: '处理完毕' })
  const result = solve.getByRole('textbox', { name: '处理结果' })
  await result.fill('换了电源板')
  await page.keyboard.press('Escape')
  await solve.getByRole('alertdialog', { name: '有未保存的修改' }).waitFor()
  await page.keyboard.press('Enter')
  await result.and(page.locator(':focus')).waitFor()
  expect(await result.inputValue()).toBe('换了电源板')
  await page.keyboard.press('Control+Enter')
  await solve.waitFor({ state: 'detached' })

  await page.goto(`${stage.url}/customers`)
  await page.getByRole('heading', { name: '客户' }).first().waitFor()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: '搜索与命令' })
  await palette.fill(number)
  await page.getByRole('option').filter({ hasText: '电视黑屏' }).first().waitFor()
  await page.keyboard.press('Enter')
  await opened.waitFor()
  expect(page.url()).toContain(number)

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: '键盘快捷键' })
  await keys.getByText('新建工单').waitFor()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'hidden' })
})

test('on a phone the panes are pages', async () => {
  const ticket = await stage.perform('ticket.open', { subject: '微波炉打火', body: '一转就打火' })
  await stage.perform('ticket.urge', { ticketId: ticket.id })
  const page = await stage.signIn('CS001', password, { viewport: { width: 390, height: 800 }, hasTouch: true })
  await page.goto(`${stage.url}/tickets/public.all`)
  const row = page.getByRole('listitem').filter({ hasText: '微波炉打火' })
  await row.tap()
  await page.getByRole('article', { name: `${ticket.number} 微波炉打火` }).waitFor()
  await row.waitFor({ state: 'hidden' })
  const article = page.locator('[data-ticket]')
  for (const target of [
    article.getByRole('button', { name: ticket.number }),
    article.getByRole('button', { name: '微波炉打火' }),
    article
      .locator('button[aria-expanded]')
      .filter({ has: page.locator('time') })
      .first(),
  ])
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(40)
  await page.getByRole('button', { name: '返回' }).tap()
  await row.waitFor()
  expect(page.url()).not.toContain(ticket.number)
})
