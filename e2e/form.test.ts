import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, overflow, type Stage, violations } from './stage.ts'

/** 客户打开表单,写下问题,拿到工单号;写错、断网、刷新都不会丢。 */
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
  const after = await stage.perform('category.create', { name: '售后' })
  await stage.perform('category.create', { name: '产品维修', parentId: after.id })
})
afterAll(() => stage?.close())

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.page({ viewport: { width: 390, height: 800 }, ...options })
  await page.goto(`${stage.url}/form`)
  await page.waitForSelector('form')
  return page
}

async function fill(page: Page, subject: string): Promise<void> {
  await page.fill('#name', '李女士')
  await page.fill('#email', `li-${crypto.randomUUID()}@example.com`)
  await page.check('input[value=repair]', { force: true })
  await page.locator('#category .chip', { hasText: '售后' }).click()
  await page.locator('#category .chip', { hasText: '产品维修' }).click()
  await page.fill('#subject', subject)
  await page.fill('#body', '脱水时声音很大')
}

const send = (page: Page) => page.click('button[type=submit]')
const numberOn = (page: Page) => page.locator('.number strong').textContent()

async function ticket(number: string | null) {
  const { desk } = stage.running
  return desk.ask('ticket.get', { number }, desk.systemCaller('test'))
}

test('a matter with a photo becomes a ticket', async () => {
  const page = await open()
  await fill(page, '洗衣机脱水异响')
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  await page.setInputFiles('#files', [{ name: '照片.png', mimeType: 'image/png', buffer: png }])
  await page.waitForSelector('.files li.done')
  await send(page)
  const number = await numberOn(page)
  expect(await ticket(number)).toMatchObject({
    channel: 'form',
    subject: '洗衣机脱水异响',
    category: '售后-产品维修',
    requestType: 'repair',
    customer: { name: '李女士' },
  })
  expect(await page.locator('.next').textContent()).toContain('前答复您')
  await page.reload()
  expect(await numberOn(page)).toBe(number)
  await page.getByRole('button', { name: '再提交一个问题' }).click()
  expect(await page.inputValue('#name')).toBe('李女士')
  expect(await page.inputValue('#subject')).toBe('')
  await page.context().close()
})

test('what is missing is said at its field, and what is wrong by the server as well', async () => {
  const page = await open()
  await send(page)
  expect(await page.locator('[aria-invalid=true]').count()).toBe(4)
  expect(await page.evaluate('document.activeElement.id')).toBe('name')
  await fill(page, '电话')
  await page.fill('#phone', '1380013800')
  await send(page)
  await page.waitForSelector('#phone[aria-invalid=true]')
  expect(await page.locator('#phone-error').textContent()).toContain('电话')
  expect(await page.inputValue('#body')).toBe('脱水时声音很大')
  await page.context().close()
})

test('nothing is lost on a bad line, and nothing is sent twice', async () => {
  const page = await open()
  await fill(page, '断网')
  await page.reload()
  await page.waitForSelector('form')
  expect(await page.inputValue('#subject')).toBe('断网')
  expect(await page.isChecked('input[value=repair]')).toBe(true)
  // The first answer is lost on its way: the page asks again by itself, under the same key.
  let calls = 0
  await page.route('**/form.submit', async route => {
    calls += 1
    if (calls > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await send(page)
  const number = await numberOn(page)
  expect(calls).toBe(2)
  const { desk } = stage.running
  const found = await desk.db.selectFrom('tickets').select('number').where('subject', '=', '断网').execute()
  expect(found).toEqual([{ number }])
  await page.context().close()
})

test('offline it says so, and sends when asked again', async () => {
  const page = await open()
  await fill(page, '离线')
  await page.context().setOffline(true)
  await send(page)
  await page.getByText('网络不通').waitFor({ timeout: 15_000 })
  await page.context().setOffline(false)
  await send(page)
  expect(await numberOn(page)).toMatch(/^G\d{11,}$/)
  await page.context().close()
})

describe('for everybody', () => {
  const looks = [
    { locale: 'zh-CN', colorScheme: 'light', width: 1440 },
    { locale: 'en', colorScheme: 'dark', width: 390 },
    { locale: 'zh-CN', colorScheme: 'dark', width: 320 },
    { locale: 'en', colorScheme: 'light', width: 320 },
  ] as const
  test.each(looks)('$locale, $colorScheme, $width px', async ({ colorScheme, width, locale }) => {
    const page = await open({ colorScheme, locale, viewport: { width, height: 800 } })
    expect(await page.getAttribute('html', 'lang')).toBe(locale)
    expect(await violations(page)).toEqual([])
    await send(page)
    await page.waitForSelector('[aria-invalid=true]')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await fill(page, 'axe')
    await send(page)
    await page.waitForSelector('.done')
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  test('with the keyboard alone', async () => {
    const page = await open()
    const type = async (text: string) => {
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
    }
    await page.focus('header button')
    await type('王先生')
    await type(`wang-${Date.now()}@example.com`)
    await type('')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    // Past the second step, which may stay open.
    await page.keyboard.press('Tab')
    await type('只用键盘')
    await type('看得见焦点')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await ticket(await numberOn(page))).toMatchObject({
      subject: '只用键盘',
      requestType: 'inquiry',
      category: '售后',
    })
    await page.context().close()
  })
})
