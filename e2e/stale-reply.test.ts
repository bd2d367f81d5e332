import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage } from './stage.ts'

/** 客户抢先一步又写来一句：回复先停下，新消息在眼前，写好的话还在，再按一次才发出。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
})
afterAll(() => stage.close())

test('nobody answers what was not read', async () => {
  const ticket = await stage.perform('ticket.open', {
    subject: '热水器漏电',
    body: '摸着有点麻',
    channel: 'email',
    requester: { name: '赵女士', email: 'zhao@example.com' },
  })
  const page = await stage.signIn('CS001', password)
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  const field = page.getByRole('textbox', { name: '回复' })
  await field.fill('请问是哪个型号？')
  // The customer's words reach the server between the press and the answer.
  let sent = 0
  await page.route('**/ticket.reply', async route => {
    sent += 1
    if (sent === 1)
      await stage.perform('ticket.receive', {
        ticketId: ticket.id,
        body: '已经冒烟了！型号是 R-60',
        channel: 'email',
        customerId: String((ticket.customer as { id: string }).id),
      })
    await route.continue()
  })
  const send = page.getByRole('button', { name: '发送', exact: true })
  await send.click()
  await page.getByText('客户刚刚又发来消息').waitFor()
  const news = page.getByRole('article', { name: '赵女士 的消息' }).filter({ hasText: '已经冒烟了' })
  await news.waitFor()
  await expect.poll(() => inSight(page, news), { timeout: 20_000 }).toBe(true)
  expect(await field.inputValue()).toBe('请问是哪个型号？')
  expect(await page.getByRole('article', { name: '王芳 的回复' }).count()).toBe(0)

  await field.fill('请立即断电，我们马上派人。')
  await send.click()
  await page.getByRole('article', { name: '王芳 的回复' }).filter({ hasText: '请立即断电' }).waitFor()
  await page.getByText('客户刚刚又发来消息').waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('')
  expect(sent).toBe(2)
})

/** Whether it stands within the part of the conversation that is shown. */
async function inSight(page: Page, message: Locator): Promise<boolean> {
  const [pane, box] = await Promise.all([
    page.getByRole('region', { name: '对话与记录' }).boundingBox(),
    message.boundingBox(),
  ])
  return pane !== null && box !== null && box.y >= pane.y - 1 && box.y + box.height <= pane.y + pane.height + 1
}
