import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cell } from '../packages/server/src/kernel/workbook/index.ts'
import { importSheet } from './import-sheet.ts'
import { openStage, password, type Stage } from './stage.ts'
import { sheetOf, writeSheet } from './workbooks.ts'

/** 主管导入 200 位会员:2 行有问题,1 位已有;改好的 2 行再导入,一位不多一位不少。再更新、导出,导出的原样导回,什么都不变。 */
let stage: Stage
let page: Page
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'baton-customers-'))
  stage = await openStage()
  await stage.person('M001', '陈主管', 'supervisor')
  await stage.perform('field.create', { of: 'customer', key: 'birthday', name: '生日', spec: { kind: 'date' } })
  // Who has called before the file came.
  await stage.perform('customer.create', { name: '会员 3', phones: ['13810000002'] })
  page = await stage.signIn('M001', password, { acceptDownloads: true })
})
afterAll(async () => {
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

const headers = ['会员号', '客户姓名', '手机号', '电子邮箱', '公司名称', '会员等级', '备注', '出生日期', '门店']
const rows: string[][] = Array.from({ length: 200 }, (_, n) => [
  `M-${1000 + n}`,
  `会员 ${n + 1}`,
  `138${10_000_000 + n}`,
  n % 3 === 0 ? `member${n}@example.com` : '',
  n % 2 === 0 ? '晨光商贸有限公司' : '',
  n % 10 === 0 ? 'VIP' : '',
  n % 20 === 0 ? '只在下午接电话' : '',
  `1990/5/${(n % 28) + 1}`,
  '南山店',
])
const withFaults = (): string[][] => {
  const all = rows.map(row => [...row])
  all[5] = (all[5] ?? []).with(2, '12')
  all[119] = (all[119] ?? []).with(1, '').with(7, '昨天')
  return all
}
const sheet = (name: string, cells: readonly (readonly Cell[])[], head: readonly string[] = headers) =>
  writeSheet(folder, name, head, cells)

const { dialog, button, choice, chosen, take, over, looksRight } = importSheet(() => page, '导入客户')
const customers = async () =>
  Number(
    (
      await stage.running.desk.db
        .selectFrom('customers')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n,
  )

async function begin(): Promise<void> {
  await page.goto(`${stage.url}/customers`)
  await page.getByRole('button', { name: '导入与导出' }).click()
  await page.getByRole('menuitem', { name: '导入…' }).click()
  await dialog().getByText('把文件拖到这里').waitFor()
}
async function check(): Promise<void> {
  await button('检查').click()
  await over()
}

test('the columns are known by their headers', async () => {
  await begin()
  await take(await sheet('会员.xlsx', withFaults()))
  await dialog().getByText('会员.xlsx · 200 行').waitFor()
  expect(await chosen('A 列：会员号')).toBe('外部编号')
  expect(await chosen('B 列：客户姓名')).toBe('姓名 *')
  expect(await chosen('C 列：手机号')).toBe('电话')
  expect(await chosen('E 列：公司名称')).toBe('单位')
  expect(await chosen('H 列：出生日期')).toBe('不导入')
  expect(await chosen('I 列：门店')).toBe('不导入')
  await choice('H 列：出生日期').selectOption({ label: '生日' })
  await looksRight('customers-mapping')
})

test('the check tells what is wrong by row and column, and writes nothing', async () => {
  await check()
  await dialog().getByText('197 行可以导入').waitFor()
  await dialog().getByText('2 行有问题').waitFor()
  await dialog().getByText('1 行跳过').waitFor()
  const told = await dialog().getByRole('list', { name: '有问题的行' }).getByRole('listitem').allInnerTexts()
  expect(told.map(text => text.replace(/\s+/g, ' ').trim())).toEqual([
    '第 7 行 「手机号」不是有效的电话号码',
    expect.stringMatching(/^第 121 行 「客户姓名」必填 「出生日期」“昨天”不是日期/),
  ])
  expect(await customers()).toBe(1)
  await looksRight('customers-check')
})

let mended: string
test('the others are made, and the failed ones come back as a file', async () => {
  await button('导入 197 行').click()
  await over()
  await dialog().getByText('已导入 197 位客户').waitFor()
  expect(await customers()).toBe(198)
  // The list behind the sheet hears of them by itself.
  await page.locator('ul[aria-label="客户"] >> text="会员 200"').waitFor()
  await looksRight('customers-run')
  const [download] = await Promise.all([page.waitForEvent('download'), button('下载未导入的行').click()])
  expect(download.suggestedFilename()).toBe('未导入的行_会员.xlsx')
  const [head = [], ...failed] = await sheetOf(download)
  expect(head).toEqual([...headers, '未导入的原因'])
  expect(failed.map(row => [row[0], row.at(-1)])).toEqual([
    ['M-1005', '手机号：不是有效的电话号码'],
    ['M-1119', expect.stringContaining('客户姓名：必填；出生日期：“昨天”不是日期')],
  ])
  const [phone = [], nameless = []] = failed
  mended = await sheet(
    '改好的.xlsx',
    [phone.with(2, '13810000005'), nameless.with(1, '会员 120').with(7, '1990/5/8')],
    head,
  )
})

test('mended, they are imported; the whole file once more makes nobody twice, and updates who has changed', async () => {
  await button('再导入一个文件').click()
  await take(mended)
  // As it was mapped before: nothing is to be chosen again.
  expect(await chosen('H 列：出生日期')).toBe('生日')
  await check()
  await button('导入 2 行').click()
  await over()
  await dialog().getByText('已导入 2 位客户').waitFor()
  expect(await customers()).toBe(200)
  await button('再导入一个文件').click()
  await take(await sheet('会员.xlsx', rows))
  await check()
  await dialog().getByText('200 行跳过').waitFor()
  expect(await button(/导入 0 行/).isDisabled()).toBe(true)
  await button('上一步').click()
  await dialog().getByText('更新', { exact: true }).click()
  await dialog()
    .getByText(/电话和邮箱只增加/)
    .waitFor()
  await check()
  // Whom we knew by the phone only gets what the file knows of them; all others are so already.
  await dialog().getByText('1 行可以导入').waitFor()
  await button('导入 1 行').click()
  await over()
  expect(await customers()).toBe(200)
})

test('the list behind it has them, and the history leads to what became of each row', async () => {
  await dialog().getByRole('link', { name: '查看这些客户' }).click()
  await page.getByRole('heading', { level: 1, name: '导入客户：会员.xlsx' }).waitFor()
  await looksRight('customers-job')
  await page.getByRole('link', { name: /会员 3$/ }).click()
  await page.getByText('M-1002').waitFor()
  await page.getByRole('heading', { level: 2, name: '会员 3' }).waitFor()
})

test('they go out as a file with what came in, and in again without a change', async () => {
  await page.goto(`${stage.url}/customers`)
  await page.getByRole('button', { name: '导入与导出' }).click()
  await looksRight('customers-menu')
  await page.getByRole('menuitem', { name: '导出…' }).click()
  const asked = page.getByRole('dialog', { name: '导出客户' })
  await asked.getByRole('checkbox', { name: '生日' }).waitFor()
  await looksRight('customers-export')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^客户_\d{4}-\d\d-\d\d\.xlsx$/)
  const [head = [], ...written] = await sheetOf(download)
  expect(head.slice(0, 3)).toEqual(['客户编号', '外部编号', '姓名'])
  const at = ['外部编号', '姓名', '电话', '邮箱', '单位', '等级', '备注'].map(name => head.indexOf(name))
  const plain = written.map(row => at.map(place => row[place]?.replace(/^\+86/, '')))
  const byNumber = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1)
  expect(plain.sort(byNumber)).toEqual(rows.map(row => row.slice(0, 7)))
  await begin()
  const file = path.join(folder, download.suggestedFilename())
  await download.saveAs(file)
  await take(file)
  await dialog().getByText('更新', { exact: true }).click()
  await check()
  await dialog().getByText('200 行跳过').waitFor()
})

test('what is searched for goes out alone', async () => {
  await page.goto(`${stage.url}/customers`)
  await page.getByRole('textbox', { name: '姓名、单位、电话、邮箱或编号' }).fill('会员 20')
  const list = page.getByRole('list', { name: '客户' }).getByRole('listitem')
  await expect.poll(() => list.allInnerTexts(), { timeout: 20_000 }).toHaveLength(2)
  await page.getByRole('button', { name: '导入与导出' }).click()
  await page.getByRole('menuitem', { name: '导出…' }).click()
  const asked = page.getByRole('dialog', { name: '导出搜到的客户' })
  await asked.getByRole('checkbox', { name: '生日' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  const found = (await sheetOf(download)).slice(1).map(row => row[2])
  expect(found).toEqual(['会员 200', '会员 20'])
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
  const others = withFaults().map((row, n) =>
    row
      .with(0, `N-${row[0]}`)
      .with(2, n === 5 ? '12' : `139${10_000_000 + n}`)
      .with(3, ''),
  )
  await page.goto(stage.url)
  await page.locator('input[autocomplete=username]').fill('M001')
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await page.locator('main#page').waitFor()
  await page.goto(`${stage.url}/help/files`)
  await page.getByRole('heading', { level: 1, name: english ? 'Import and export' : '导入与导出' }).waitFor()
  await looksRight(`files-help-${name}`)
  await page.goto(`${stage.url}/settings/imports`)
  await page.getByRole('button', { name: english ? 'Import customers' : '导入客户' }).waitFor()
  await looksRight(`imports-page-${name}`)
  await page.goto(`${stage.url}/customers`)
  await page.getByRole('button', { name: english ? 'Import and export' : '导入与导出' }).click()
  await page.getByRole('menuitem', { name: english ? 'Export…' : '导出…' }).click()
  await page.getByRole('checkbox', { name: '生日' }).waitFor()
  await looksRight(`customers-export-${name}`)
  await page.goto(`${stage.url}/customers/import`)
  const open = page.getByRole('dialog')
  await open.locator('input[type=file]').setInputFiles(await sheet('again.xlsx', others))
  await open.locator('select').first().waitFor()
  await looksRight(`customers-mapping-${name}`)
  await open.getByText(english ? 'Update' : '更新', { exact: true }).scrollIntoViewIfNeeded()
  await looksRight(`customers-known-${name}`)
  await open.getByRole('button', { name: english ? 'Check' : '检查', exact: true }).click()
  await open.locator('[data-over]').waitFor({ timeout: 60_000 })
  await open.getByText(english ? 'Row 7' : '第 7 行').waitFor()
  await looksRight(`customers-check-${name}`)
  await page.context().close()
  page = before
})

test('no page has complained', () =>
  expect(stage.complaints.filter(one => !/status of (401|422)/.test(one))).toEqual([]))
