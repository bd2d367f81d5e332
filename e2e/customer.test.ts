import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailStage, openMailStage, overflow, password, violations } from './stage.ts'

/** 客户的一整条路，手机上：提交、验证码查询、补充带图、催办、没解决、评价、确认；坐席在工单上看到评价。 */
const email = 'lilei@example.cn'
let stage: MailStage
let page: Page
let ticketId: string
let number: string

beforeAll(async () => {
  stage = await openMailStage()
  await stage.perform('settings.update', { deskName: '云尚家电' })
  const after = await stage.perform('category.create', { name: '售后' })
  await stage.perform('category.create', { name: '产品维修', parentId: after.id })
  await stage.person('CS001', '王芳')
  page = await stage.page({ viewport: { width: 390, height: 800 } })
})
afterAll(() => stage?.close())

const ticket = async () => {
  const { desk } = stage.running
  return (await desk.ask('ticket.get', { number }, desk.systemCaller('test'))) as Record<string, unknown>
}
/** The newest mail to the customer that says this, once it is there. */
async function mailWith(words: string, after = 0): Promise<string> {
  const found = await stage.host.mail(
    mail => stage.host.mails.indexOf(mail) >= after && mail.to.includes(email) && mail.mail.text.includes(words),
    60_000,
  )
  return found.mail.text
}
/** Where a link in a mail leads, on this stage. */
const pathOf = (text: string, link: RegExp): string => `${stage.url}${link.exec(text)?.[0] ?? '/no-link'}`
const solve = () => stage.perform('ticket.solve', { ticketId, result: '已更换减震器' })
const looksRight = async () => {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

test('a matter is sent from the first page', async () => {
  await page.goto(`${stage.url}/portal`)
  await page.getByRole('link', { name: '提交问题' }).waitFor()
  await looksRight()
  await page.getByRole('link', { name: '提交问题' }).click()
  await page.fill('#name', '李雷')
  await page.fill('#email', email)
  await page.locator('#category .chip', { hasText: '售后' }).click()
  await page.locator('#category .chip', { hasText: '产品维修' }).click()
  await page.fill('#subject', '洗衣机脱水异响')
  await page.fill('#body', '脱水时声音很大')
  await page.click('button[type=submit]')
  number = (await page.locator('.number strong').textContent()) ?? ''
  const opened = await ticket()
  ticketId = String(opened.id)
  expect(opened).toMatchObject({ category: '售后-产品维修', channel: 'form' })
})

test('number and code lead to its page', async () => {
  await page.getByRole('link', { name: '查询进度' }).click()
  await page.waitForSelector('#number')
  expect(await page.inputValue('#number')).toBe(number)
  await looksRight()
  await page.getByRole('button', { name: '获取验证码' }).click()
  await page.waitForSelector('#code')
  await looksRight()
  const code = /验证码：(\d{6})/.exec(await mailWith('验证码'))?.[1] ?? ''
  const wrong = code === '000000' ? '111111' : '000000'
  await page.fill('#code', wrong)
  await page.getByRole('button', { name: '查看进度' }).click()
  await page.getByText('验证码不正确或已过期').waitFor()
  await page.fill('#code', code)
  await page.getByRole('button', { name: '查看进度' }).click()
  await page.getByRole('heading', { name: '洗衣机脱水异响' }).waitFor()
  await page.getByText('等待客服受理').waitFor()
  expect(await page.locator('.stations [data-state=current]').textContent()).toContain('已提交')
  await looksRight()
})

test('what is added with a picture arrives once, and what is typed survives a bad line', async () => {
  await page.getByLabel('补充信息').fill('补一张照片')
  await page.reload()
  expect(await page.getByLabel('补充信息').inputValue()).toBe('补一张照片')
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.setInputFiles('#files', [{ name: '照片.png', mimeType: 'image/png', buffer: png }])
  await page.waitForSelector('.files li.done')
  // The first answer is lost on its way: the page asks again by itself, under the same key.
  let calls = 0
  await page.route('**/portal.say', async route => {
    calls += 1
    if (calls > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('img', { name: '图片：照片.png' }).waitFor()
  await page.unroute('**/portal.say')
  expect(await page.locator('.conversation li.mine').count()).toBe(2)
  expect(await page.getByLabel('补充信息').inputValue()).toBe('')
  expect(await ticket()).toMatchObject({ messageCount: 2, lastWords: '补一张照片' })
})

test('urging says when again', async () => {
  await page.getByRole('button', { name: '催办' }).click()
  await page.getByText('已催办，我们会尽快处理').waitFor()
  await page.getByText(/已催办 1 次，.* 后可再次催办/).waitFor()
  expect(await ticket()).toMatchObject({ urgeCount: 1 })
})

test('an answer comes by mail with a link to the same page', async () => {
  await stage.perform('ticket.note', { ticketId, body: '内部：先安抚' })
  await stage.perform('ticket.reply', { ticketId, body: '您好，明天上午上门检修。' })
  await page.goto(pathOf(await mailWith('明天上午上门'), /\/follow\/[a-z2-7]{26}/))
  await page.getByText('您好，明天上午上门检修。').waitFor()
  await page.getByText('客服正在处理').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('内部')
  await looksRight()
})

test('a bad rating by one tap and one press: followed up, and the agent sees it at once', async () => {
  const agent = await stage.signIn('CS001', password)
  await agent.goto(`${stage.url}/tickets/public.all/${number}`)
  await agent.getByRole('heading', { name: '往来工单' }).waitFor()
  const before = stage.host.mails.length
  await solve()
  const asked = await mailWith('请为本次服务打分', before)
  await page.goto(pathOf(asked, /\/rate\/[a-z2-7]{26}\?score=2/))
  await page.getByText('2 分：不满意').waitFor()
  await looksRight()
  // Opening it has sent nothing.
  expect(await ticket()).toMatchObject({ status: 'solved', satisfaction: null })
  await page.getByLabel('想说的话').fill('等得太久')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByRole('heading', { name: '感谢您的评价' }).waitFor()
  await looksRight()
  expect(await ticket()).toMatchObject({ status: 'follow_up', satisfaction: 2 })
  const side = agent.getByRole('complementary', { name: '客户、字段与轨迹' })
  await side.getByRole('img', { name: '2 分（满分 5 分）' }).waitFor()
  await side.getByText('等得太久').waitFor()
  await agent.getByText('李雷 评价 2 分').waitFor()
  await agent.goto(`${stage.url}/tickets/public.unhappy`)
  await agent.getByRole('listitem').filter({ hasText: '洗衣机脱水异响' }).waitFor()
  await agent.context().close()
})

test('not solved goes on with the customer’s words; solved closes it', async () => {
  const before = stage.host.mails.length
  await solve()
  await page.goto(pathOf(await mailWith('请为本次服务打分', before), /\/follow\/[a-z2-7]{26}/))
  await page.getByRole('button', { name: '没有解决' }).click()
  await page.getByLabel('还有什么问题？').fill('还是有声音')
  await looksRight()
  await page.getByRole('button', { name: '提交，继续跟进' }).click()
  await page.getByText('收到，我们会继续跟进。').waitFor()
  await page.getByText('还是有声音').waitFor()
  expect(await ticket()).toMatchObject({ status: 'follow_up' })

  await solve()
  await page.reload()
  await page.getByRole('button', { name: '已解决' }).click()
  await page.getByText('谢谢您的确认，工单已关闭。').waitFor()
  expect(await page.locator('.stations [data-state=current]').textContent()).toContain('已关闭')
  expect(await ticket()).toMatchObject({ status: 'closed' })
  await looksRight()
})

test.each([
  { locale: 'en', colorScheme: 'dark', width: 320 },
  { locale: 'zh-CN', colorScheme: 'dark', width: 1440 },
  { locale: 'en', colorScheme: 'light', width: 1440 },
] as const)('for everybody: $locale, $colorScheme, $width px', async ({ locale, colorScheme, width }) => {
  const address = page.url()
  const other = await stage.page({ locale, colorScheme, viewport: { width, height: 800 } })
  for (const [path, ready] of [
    [`${stage.url}/portal`, '.ways'],
    [`${stage.url}/follow`, '#number'],
    [address, '.stations'],
    [`${stage.url}/follow/${'a'.repeat(26)}`, 'main a.button'],
    [`${stage.url}/rate/${'a'.repeat(26)}`, 'main .lead'],
  ] as const) {
    await other.goto(path)
    await other.locator(ready).first().waitFor()
    expect(await other.getAttribute('html', 'lang')).toBe(locale)
    expect(await violations(other)).toEqual([])
    expect(await overflow(other)).toBeLessThanOrEqual(0)
  }
  await other.context().close()
})

test('only what was refused on purpose is complained about', () => {
  const expected = /status of (401|404|422)|ERR_FAILED/
  expect(stage.complaints.filter(line => !expected.test(line))).toEqual([])
})
