import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage } from './stage.ts'

/** 服务器重启：页面说正在重连，自己恢复，补上期间的变化，写到一半的话还在。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
})
afterAll(() => stage.close())

test('the console outlives the server', async () => {
  const ticket = await stage.perform('ticket.open', {
    subject: '冰箱结霜',
    body: '冷冻室全是霜',
    requester: { name: '张先生', email: 'zhang@example.com' },
  })
  const page = await stage.signIn('CS001', password)
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  const field = page.getByRole('textbox', { name: '回复' })
  await field.fill('您好，')
  await page.getByText('草稿已保存').waitFor()

  await stage.stop()
  const gap = page.getByRole('status').filter({ hasText: '正在重连' })
  await gap.waitFor()
  await field.pressSequentially('请先断电除霜')
  await page.getByText('草稿未能保存').waitFor()

  await stage.start()
  const customer = { channel: 'email', customerId: String((ticket.customer as { id: string }).id) } as const
  await stage.perform('ticket.receive', { ticketId: ticket.id, body: '已经断电了', ...customer })
  await stage.perform('ticket.open', { subject: '洗碗机漏水', body: '门封处漏水' })
  await gap.waitFor({ state: 'detached' })
  await page.getByRole('article', { name: '张先生 的消息' }).filter({ hasText: '已经断电了' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: '洗碗机漏水' }).waitFor()
  expect(await field.inputValue()).toBe('您好，请先断电除霜')

  await page.getByText('草稿已保存').waitFor()
  await page.reload()
  await expect.poll(() => field.inputValue(), { timeout: 20_000 }).toBe('您好，请先断电除霜')
})

test('words written without a line are kept and marked, though the list of drafts is older', async () => {
  const ticket = await stage.perform('ticket.open', { subject: '烤箱不热', body: '两根管都不红' })
  const page = await stage.signIn('CS001', password)
  await page.goto(`${stage.url}/tickets/public.all/${ticket.number}`)
  const mark = page.getByRole('listitem').filter({ hasText: '烤箱不热' }).getByText('草稿', { exact: true })
  const field = page.getByRole('textbox', { name: '备注' })
  await page.getByRole('tab', { name: '备注' }).click()
  await field.waitFor()
  await stage.stop()
  await page.getByRole('status').filter({ hasText: '正在重连' }).waitFor()
  await field.fill('已约师傅')
  await page.getByText('草稿未能保存').waitFor()

  // What the desk answers to the first question after the gap arrives after the words were kept.
  const kept = page.waitForResponse(response => response.url().endsWith('/draft.save') && response.ok())
  await page.route('**/draft.list', async route => {
    const response = await route.fetch().catch(() => undefined)
    if (!response) return route.abort()
    await kept
    await route.fulfill({ response })
  })
  const asked = page.waitForResponse('**/draft.list')
  await stage.start()
  await page.getByText('草稿已保存').waitFor()
  await asked
  await mark.waitFor()
})
