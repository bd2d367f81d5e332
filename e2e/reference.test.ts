import AxeBuilder from '@axe-core/playwright'
import { reads, verbs } from '@baton/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Baton, openBrowser, startBaton } from './baton.ts'

/** 写程序的人打开接口说明,找到一个操作,照着示例就能调用。 */
let baton: Baton
let browser: Browser

beforeAll(async () => {
  baton = await startBaton()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await baton?.stop()
})

test('a programmer finds a call, and its example works', async () => {
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(`${baton.url}/api/docs`)
  await page.getByRole('heading', { name: 'Baton 接力 API' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('ticket.open')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '新建工单' }).waitFor()
  const example = (await page.locator('pre').first().textContent()) ?? ''
  expect(example).toContain(`${baton.url}/api/v1/ticket.open`)
  const body = /-d '(.*)'/s.exec(example)?.[1] ?? ''
  const { desk } = baton
  const opened = await desk.perform('ticket.open', JSON.parse(body), { caller: desk.systemCaller('test') })
  expect(opened.subject).toBe('洗衣机脱水异响')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'New ticket' }).waitFor()
  await page.close()
})

test('every example is one that the desk takes', async () => {
  const page = await browser.newPage()
  await page.goto(`${baton.url}/api/docs`)
  await page.waitForSelector('article h1')
  const wrong: string[] = []
  for (const [name, { input }] of Object.entries({ ...verbs, ...reads })) {
    await page.evaluate(`location.hash = '#/${name}'`)
    await page.locator('.call code', { hasText: new RegExp(`/${name.replace('.', '\\.')}$`) }).waitFor()
    const body = /-d '(.*)'/s.exec((await page.locator('pre').first().textContent()) ?? '')?.[1] ?? ''
    const { success } = input.safeParse(JSON.parse(body))
    if (!success) wrong.push(`${name} ${body}`)
  }
  expect(wrong).toEqual([])
  await page.close()
})

test.each([
  ['zh-CN', 'light', 1440, ''],
  ['en', 'dark', 1440, '#/schemas/Condition'],
  ['zh-CN', 'dark', 390, '#/ticket.list'],
] as const)('for everybody: %s, %s, %i px %s', async (locale, colorScheme, width, hash) => {
  const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${baton.url}/api/docs${hash}`)
  await page.waitForSelector('article h1')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await context.close()
})
