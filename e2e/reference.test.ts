import { reads, verbs } from '@baton/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, overflow, type Stage, violations } from './stage.ts'

/** 写程序的人打开接口说明,找到一个操作,照着示例就能调用。 */
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('a programmer finds a call, and its example works', async () => {
  const page = await stage.page()
  await page.goto(`${stage.url}/api/docs`)
  await page.getByRole('heading', { name: 'Baton 接力 API' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('ticket.open')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '新建工单' }).waitFor()
  const example = (await page.locator('pre').first().textContent()) ?? ''
  expect(example).toContain(`${stage.url}/api/v1/ticket.open`)
  const body = /-d '(.*)'/s.exec(example)?.[1] ?? ''
  const opened = await stage.perform('ticket.open', JSON.parse(body))
  expect(opened.subject).toBe('洗衣机脱水异响')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'New ticket' }).waitFor()
  await page.context().close()
})

test('every example is one that the desk takes', async () => {
  const page = await stage.page()
  await page.goto(`${stage.url}/api/docs`)
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
  await page.context().close()
})

test.each([
  ['zh-CN', 'light', 1440, ''],
  ['en', 'dark', 1440, '#/schemas/Condition'],
  ['zh-CN', 'dark', 390, '#/ticket.list'],
] as const)('for everybody: %s, %s, %i px %s', async (locale, colorScheme, width, hash) => {
  const page = await stage.page({ locale, colorScheme, viewport: { width, height: 900 } })
  await page.goto(`${stage.url}/api/docs${hash}`)
  await page.waitForSelector('article h1')
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})
