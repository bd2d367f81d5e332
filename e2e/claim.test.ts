import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage } from './stage.ts'

/** 两个人同时领取同一张工单：只有一个人得到它，另一个人立刻知道是谁。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('CS002', '李雷')
})
afterAll(() => stage.close())

test('one has it, the other sees who', async () => {
  const ticket = await stage.perform('ticket.open', {
    subject: '空调不制冷',
    body: '开了一小时还是热风',
    channel: 'phone',
    requester: { name: '张先生', phone: '13800138001' },
  })
  const together = meeting(2)
  const [wang, li] = await Promise.all([
    atTicket('CS001', ticket.number, together),
    atTicket('CS002', ticket.number, together),
  ])
  await Promise.all([wang, li].map(page => page.getByRole('button', { name: '领取', exact: true }).click()))

  await expect.poll(() => holderOf(ticket.id), { timeout: 20_000 }).toMatch(/王芳|李雷/)
  const holder = await holderOf(ticket.id)
  const [winner, other] = holder === '王芳' ? [wang, li] : [li, wang]
  await winner.locator('[data-ticket] header').getByText('处理中').first().waitFor()
  expect(await winner.getByRole('alert').count()).toBe(0)
  const words = await other.locator('[data-ticket] header').getByRole('alert').textContent()
  expect(words).toContain(holder)
  await other.locator('[data-ticket] header').getByText(holder, { exact: true }).waitFor()
  await other.getByRole('button', { name: '领取', exact: true }).waitFor({ state: 'detached' })
  await other.locator(`[data-row="${ticket.id}"]`).getByText(holder).waitFor()
})

async function holderOf(id: string): Promise<string> {
  const { desk } = stage.running
  const { assignee } = (await desk.ask('ticket.get', { id }, desk.systemCaller('test'))) as {
    assignee?: { name: string } | null
  }
  return assignee?.name ?? ''
}

async function atTicket(login: string, number: string, together: () => Promise<void>): Promise<Page> {
  const page = await stage.signIn(login, password)
  await page.route('**/ticket.claim', async route => {
    await together()
    await route.continue()
  })
  await page.goto(`${stage.url}/tickets/public.all/${number}`)
  await page.getByRole('button', { name: '领取', exact: true }).waitFor()
  return page
}

/** Lets nobody pass before all have come. */
function meeting(size: number): () => Promise<void> {
  let come = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  return () => {
    come += 1
    if (come === size) resolve()
    return promise
  }
}
