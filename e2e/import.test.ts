import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cell } from '../packages/server/src/kernel/workbook/index.ts'
import { importSheet } from './import-sheet.ts'
import { openStage, password, type Stage } from './stage.ts'
import { sheetOf, writeSheet } from './workbooks.ts'

/** 主管导入一份 500 行的登记表:3 行有问题,按行按列说清楚;497 行建成工单;改好的 3 行再导入,一张不多一张不少。再把它们导出。 */
let stage: Stage
let page: Page
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'baton-import-'))
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('M001', '陈主管', 'supervisor')
  page = await stage.signIn('M001', password, { acceptDownloads: true })
})
afterAll(async () => {
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

const headers = ['登记号', '主题', '具体内容', '姓名', '联系电话', '紧急程度', '处理人', '来电时间', '天气']
const rows: Cell[][] = Array.from({ length: 500 }, (_, n) => [
  `D-${1000 + n}`,
  `第 ${n + 1} 件：洗衣机异响`,
  '脱水时声音很大',
  `客户${n % 50}`,
  `138${String(10_000_000 + (n % 50))}`,
  n % 10 === 0 ? '紧急' : '一般',
  n % 4 === 0 ? '王芳' : '',
  `2026/11/${(n % 20) + 1} 9:30`,
  '晴',
])
const withFaults = (): Cell[][] => {
  const all = rows.map(row => [...row])
  all[5] = [...(all[5] ?? [])].with(6, '王方')
  all[100] = [...(all[100] ?? [])].with(1, '')
  all[499] = [...(all[499] ?? [])].with(5, '很急').with(7, '昨天')
  return all
}

const sheet = (name: string, cells: readonly (readonly Cell[])[], head: readonly string[] = headers) =>
  writeSheet(folder, name, head, cells)

const { dialog, button, choice, chosen, take, over, looksRight } = importSheet(() => page, '导入工单')
const tickets = async () =>
  Number(
    (
      await stage.running.desk.db
        .selectFrom('tickets')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n,
  )

test('the file is taken, and most columns are known by their headers', async () => {
  await page.goto(`${stage.url}/tickets/public.all`)
  await page.getByRole('button', { name: '导入与导出' }).click()
  await page.getByRole('menuitem', { name: '导入…' }).click()
  await dialog().getByText('把文件拖到这里').waitFor()
  await looksRight('import-file')
  await take(await sheet('登记表.xlsx', withFaults()))
  await dialog().getByText('登记表.xlsx · 500 行').waitFor()
  expect(await chosen('A 列：登记号')).toBe('不导入')
  expect(await chosen('B 列：主题')).toBe('标题 *')
  expect(await chosen('C 列：具体内容')).toBe('诉求内容')
  expect(await chosen('E 列：联系电话')).toBe('客户电话')
  expect(await chosen('G 列：处理人')).toBe('处理人')
  expect(await chosen('H 列：来电时间')).toBe('提交时间')
  expect(await chosen('I 列：天气')).toBe('不导入')
  await choice('A 列：登记号').selectOption({ label: '原编号' })
  await choice('用哪一列识别重复').selectOption({ label: 'A 列：登记号' })
  await looksRight('import-mapping')
})

test('what is missing is told', async () => {
  await choice('B 列：主题').selectOption({ label: '不导入' })
  await dialog().getByText('还没有对应：标题').waitFor()
  await button('检查').click()
  await dialog().getByText('没有哪一列是标题').waitFor()
  await choice('B 列：主题').selectOption({ label: '标题 *' })
})

test('the check tells what is wrong by row and column, and writes nothing', async () => {
  const before = await tickets()
  await button('检查').click()
  await over()
  await dialog().getByText('497 行可以导入').waitFor()
  await dialog().getByText('3 行有问题').waitFor()
  const told = await dialog().getByRole('list', { name: '有问题的行' }).getByRole('listitem').allInnerTexts()
  expect(told.map(text => text.replace(/\s+/g, ' ').trim())).toEqual([
    '第 7 行 「处理人」没有名为“王方”的人员',
    '第 102 行 「主题」必填',
    '第 501 行 「紧急程度」“很急”不是紧急程度，只能是 一般、紧急、特急 「来电时间」“昨天”不是时间，应如 2026-11-22 09:30',
  ])
  expect(await tickets()).toBe(before)
  await looksRight('import-check')
})

let mended: string
test('the others are made, and the failed ones come back as a file', async () => {
  await button('导入 497 行').click()
  await over()
  await dialog().getByText('已导入 497 张工单').waitFor()
  expect(await tickets()).toBe(497)
  await looksRight('import-run')
  const [download] = await Promise.all([page.waitForEvent('download'), button('下载未导入的行').click()])
  expect(download.suggestedFilename()).toBe('未导入的行_登记表.xlsx')
  const failed = await sheetOf(download)
  expect(failed[0]).toEqual([...headers, '未导入的原因'])
  expect(failed.slice(1).map(row => [row[0], row.at(-1)])).toEqual([
    ['D-1005', '处理人：没有名为“王方”的人员'],
    ['D-1100', '主题：必填'],
    ['D-1499', expect.stringContaining('紧急程度：“很急”不是紧急程度')],
  ])
  mended = await sheet(
    '改好的.xlsx',
    failed.slice(1).map(row =>
      row
        .with(6, '王芳')
        .with(1, row[1] || '补上标题')
        .with(5, '紧急')
        .with(7, '2026-11-21'),
    ),
    failed[0],
  )
})

test('mended, they are imported; the whole file once more makes nothing twice', async () => {
  await button('再导入一个文件').click()
  await take(mended)
  // As it was mapped before: nothing is to be chosen again.
  expect(await chosen('A 列：登记号')).toBe('原编号')
  expect(await chosen('用哪一列识别重复')).toBe('A 列：登记号')
  await button('检查').click()
  await over()
  await button('导入 3 行').click()
  await over()
  await dialog().getByText('已导入 3 张工单').waitFor()
  expect(await tickets()).toBe(500)
  await button('再导入一个文件').click()
  await take(await sheet('登记表.xlsx', rows))
  await button('检查').click()
  await over()
  await dialog().getByText('500 行跳过').waitFor()
  expect(await button(/导入 0 行/).isDisabled()).toBe(true)
  expect(await tickets()).toBe(500)
})

test('the history leads to what became of each row', async () => {
  await page.keyboard.press('Escape')
  await page.goto(`${stage.url}/settings/imports`)
  const first = page.getByRole('list', { name: '导入记录' }).getByRole('listitem')
  await first.filter({ hasText: '导入：登记表.xlsx' }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: '导入：登记表.xlsx' }).waitFor()
  await page.getByText('第 7 行').waitFor()
  await page.getByText('「处理人」没有名为“王方”的人员').waitFor()
  await looksRight('import-job')
})

test('what stands in the list goes out as a file', async () => {
  await page.goto(`${stage.url}/tickets/public.all`)
  await page.getByRole('button', { name: '导入与导出' }).click()
  await page.getByRole('menuitem', { name: '导出…' }).click()
  const asked = page.getByRole('dialog', { name: '导出“全部工单”' })
  await asked.getByRole('checkbox', { name: '标题' }).waitFor()
  await looksRight('export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^全部工单_\d{4}-\d\d-\d\d\.xlsx$/)
  const out = await sheetOf(download)
  expect(out).toHaveLength(501)
  expect(out[0]?.slice(0, 3)).toEqual(['工单编号', '标题', '状态'])
  // Rows are made a few at a time.
  expect(new Set(out.slice(1).map(row => row[1])).size).toBe(500)
})

test.each<[string, BrowserContextOptions]>([
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['english-dark', { locale: 'en', colorScheme: 'dark' }],
  ['english-phone-dark', { locale: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true }],
])('looks right: %s', async (name, options) => {
  const before = page
  page = await stage.page(options)
  const english = options.locale === 'en'
  // The same faults in rows that nobody has imported.
  const others = withFaults().map(row => row.with(0, `N-${row[0]}`))
  await page.goto(stage.url)
  await page.locator('input[autocomplete=username]').fill('M001')
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await page.locator('main#page').waitFor()
  await page.goto(`${stage.url}/settings/imports/new`)
  const open = page.getByRole('dialog')
  await open.locator('input[type=file]').waitFor({ state: 'attached' })
  await looksRight(`import-file-${name}`)
  await open.locator('input[type=file]').setInputFiles(await sheet('again.xlsx', others))
  await open.locator('select').first().waitFor()
  await looksRight(`import-mapping-${name}`)
  await open.getByRole('button', { name: english ? 'Check' : '检查', exact: true }).click()
  await open.locator('[data-over]').waitFor({ timeout: 60_000 })
  await open.getByText(english ? 'Row 7' : '第 7 行').waitFor()
  await looksRight(`import-check-${name}`)
  await page.context().close()
  page = before
})

test('no page has complained', () =>
  expect(stage.complaints.filter(one => !/status of (401|422)/.test(one))).toEqual([]))
