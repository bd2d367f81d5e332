import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage } from './stage.ts'

/** 就地修改被他人抢先：在改的地方说明，并显示对方改成了什么；写好的话不丢。 */
let stage: Stage
let page: Page
let ticket: { id: string; number: string; customer: { id: string } }
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  const opened = await stage.perform('ticket.open', {
    subject: '油烟机不转',
    body: '按了没有反应',
    requester: { name: '周女士', email: 'zhou@example.com' },
  })
  ticket = opened as unknown as typeof ticket
  page = await stage.signIn('CS001', password)
})
afterAll(() => stage.close())

test('a field of a ticket tells that somebody else was quicker, and what stands now', async () => {
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  await page.getByRole('tab', { name: '字段' }).click()
  await quicker('ticket.update', () =>
    stage.perform('ticket.update', { ticketId: ticket.id, urgency: 'critical', tags: ['返修'] }),
  )
  const urgency = page.getByRole('radiogroup', { name: '紧急程度' })
  await urgency.getByText('紧急', { exact: true }).click()
  await page.getByRole('alert').filter({ hasText: '刚刚被他人修改' }).waitFor()
  await expect.poll(() => urgency.getByRole('radio', { name: '特急' }).isChecked()).toBe(true)
  await urgency.getByText('紧急', { exact: true }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await expect.poll(async () => (await now('ticket.get', ticket.id)).urgency).toBe('urgent')
})

test('a subject that somebody else changed stays as it was typed, beside what they wrote', async () => {
  await quicker('ticket.update', () =>
    stage.perform('ticket.update', { ticketId: ticket.id, subject: '油烟机电机烧了' }),
  )
  await page.getByRole('button', { name: '油烟机不转' }).click()
  const subject = page.getByRole('textbox', { name: '标题' })
  await subject.fill('油烟机不转，有焦味')
  await subject.press('Enter')
  await page.getByRole('alert').filter({ hasText: '油烟机电机烧了' }).waitFor()
  expect(await subject.inputValue()).toBe('油烟机不转，有焦味')
  await page.getByRole('region', { name: '对话与记录' }).click()
  expect((await now('ticket.get', ticket.id)).subject).toBe('油烟机电机烧了')
  await subject.press('Enter')
  await page.getByRole('heading', { name: '油烟机不转，有焦味' }).waitFor()
  await expect.poll(async () => (await now('ticket.get', ticket.id)).subject).toBe('油烟机不转，有焦味')
})

test("the customer's file tells it at the salutation and in the note", async () => {
  const customerId = ticket.customer.id
  await page.goto(`${stage.url}/customers/${customerId}`)
  const card = page.getByRole('complementary', { name: '客户资料' })
  const salutation = card.getByRole('radiogroup', { name: '称谓' })
  await quicker('customer.update', () => stage.perform('customer.update', { customerId, salutation: 'ms' }))
  await salutation.getByText('先生').click()
  await card.getByRole('alert').filter({ hasText: '刚刚被他人修改' }).waitFor()
  expect(await salutation.getByRole('radio', { name: '女士' }).isChecked()).toBe(true)

  await quicker('customer.update', () => stage.perform('customer.update', { customerId, company: '海天公司' }))
  await card.getByRole('button', { name: '修改单位' }).click()
  const company = card.getByRole('textbox', { name: '单位' })
  await company.fill('海天电器')
  await company.press('Enter')
  await card.getByRole('alert').filter({ hasText: '被他人改为“海天公司”' }).waitFor()
  await company.press('Enter')
  await card.getByRole('button', { name: '修改单位 海天电器' }).waitFor()
  expect((await now('customer.get', customerId)).company).toBe('海天电器')

  await page.route('**/customer.update', route => route.abort(), { times: 1 })
  await salutation.getByText('先生').click()
  await card.getByRole('alert').waitFor()
  expect(await salutation.getByRole('radio', { name: '女士' }).isChecked()).toBe(true)
})

/** The next time the page does this, somebody else has done theirs just before. */
const quicker = (verb: string, act: () => Promise<unknown>) =>
  page.route(
    `**/${verb}`,
    async route => {
      await act()
      await route.continue()
    },
    { times: 1 },
  )

async function now(read: 'ticket.get' | 'customer.get', id: string): Promise<Record<string, unknown>> {
  const { desk } = stage.running
  return (await desk.ask(read, { id }, desk.systemCaller('test'))) as unknown as Record<string, unknown>
}
