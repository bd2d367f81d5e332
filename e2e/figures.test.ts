import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, overflow, password, type Stage, violations } from './stage.ts'

/** 主管看统计:处理一张工单,数字随之变化;点开数字,落在那张工单上;导出的表格说的是同一件事。 */
let stage: Stage
let page: Page
beforeAll(async () => {
  stage = await openStage()
  await stage.person('M001', '陈主管', 'supervisor')
  page = await stage.signIn('M001', password)
})
afterAll(() => stage.close())

const standard = '00000000-0000-4000-8000-000000007101'

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Asked again until it is so: a follower counts a moment after the deed. */
async function shows(name: RegExp): Promise<void> {
  await page.goto(`${stage.url}/figures`)
  for (let tries = 0; ; tries++) {
    await page.getByRole('heading', { level: 1, name: '统计' }).waitFor()
    await page.getByRole('list', { name: '主要指标' }).or(page.getByText('这段时间没有数据')).first().waitFor()
    if ((await page.getByRole('link', { name }).count()) > 0) return
    if (tries === 200) throw new Error(`the figures never showed ${name}`)
    await page.reload()
  }
}

test('nothing has happened yet, and that is said kindly', async () => {
  await page.getByRole('link', { name: '统计' }).click()
  await page.getByText('这段时间没有数据').waitFor()
  expect(await violations(page)).toEqual([])
})

test('a ticket is solved, and the number leads to it', async () => {
  const ticket = await stage.perform('ticket.open', {
    subject: '洗衣机脱水异响',
    body: '请派人来看',
    requester: { name: '李女士', phone: '13800138000' },
  })
  await shows(/^新建工单 ?1/)
  await page.goto(`${stage.url}/t/${ticket.number}`)
  await page
    .getByRole('button', { name: /^(领取|抢单)/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '回复' }).fill('您好，已为您更换减震垫')
  await page.getByRole('button', { name: '发送并处理完毕' }).click()
  await page.locator('[data-ticket] header').getByText('处理完毕').first().waitFor()
  await shows(/^处理完毕 ?1/)
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: /^处理完毕 ?1/ }).click()
  await page.getByRole('heading', { level: 1, name: '处理完毕' }).waitFor()
  const list = page.getByRole('list', { name: '所计工单' })
  expect(await list.getByRole('listitem').count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await list.getByRole('link', { name: /洗衣机脱水异响/ }).click()
  await page.waitForURL(`**/${ticket.number}`)
})

test('a chart is a table too, by keys alone, and its numbers open what they counted', async () => {
  await shows(/^处理完毕 ?1/)
  const look = page.getByRole('radiogroup', { name: /新建、处理与积压/ })
  await look.getByRole('radio', { name: '图' }).focus()
  await page.keyboard.press('ArrowRight')
  const table = page.getByRole('table', { name: '新建、处理与积压' })
  await table.getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('list', { name: '所计工单' })
    .getByRole('link', { name: /洗衣机脱水异响/ })
    .waitFor()
})

test('told apart by customer: who raised what, each number a way to it', async () => {
  await page.goto(`${stage.url}/figures?by=customer`)
  const table = page.getByRole('region', { name: '按维度比较 · 客户' }).getByRole('table')
  await table
    .getByRole('row', { name: /李女士/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByText('客户：李女士').waitFor()
  await page.goto(`${stage.url}/figures`)
  await page.getByText('细线为对比期').waitFor()
})

test('promises: what was kept and what was missed, each number a way to its tickets', async () => {
  await stage.perform('ticket.open', { subject: '空调漏水', body: '请派人来看', urgency: 'critical' })
  stage.turn(3 * 3_600_000)
  // It is late by the desk's clock, which may be past midnight already.
  const days = `from=${dayFromNow(-1)}&to=${dayFromNow(1)}`
  const promises = page.getByRole('region', { name: '时限达标' }).getByRole('table')
  await expect
    .poll(
      async () => {
        await page.goto(`${stage.url}/figures?${days}`)
        await promises.waitFor()
        return promises.getByRole('row', { name: /^首次响应/ }).textContent()
      },
      { timeout: 30_000 },
    )
    .toMatch(/^首次响应50%.*11/)
  await promises
    .getByRole('row', { name: /^首次响应/ })
    .getByRole('cell')
    .nth(2)
    .getByRole('link')
    .click()
  await page.getByRole('heading', { level: 1, name: '超时次数' }).waitFor()
  await page.getByText('时限：首次响应').waitFor()
  const list = page.getByRole('list', { name: '所计工单' })
  await list.getByRole('link', { name: /空调漏水/ }).waitFor()
  await list.getByText('标准响应').waitFor()
  expect(await list.getByRole('listitem').count()).toBe(1)
  expect(await violations(page)).toEqual([])

  await page.goto(`${stage.url}/figures?${days}&by=policy`)
  // The answer and the word on the way were kept, the other answer was not.
  const apart = page.getByRole('region', { name: '按维度比较 · 时限策略' }).getByRole('table')
  await apart
    .getByRole('row', { name: /标准响应/ })
    .getByRole('link', { name: '66.7%' })
    .first()
    .click()
  await page.getByText('时限策略：标准响应').waitFor()
  await page
    .getByRole('list', { name: '所计工单' })
    .getByRole('link', { name: /洗衣机脱水异响/ })
    .first()
    .waitFor()
})

test('where nothing is promised, that is said', async () => {
  await page.goto(`${stage.url}/figures?target=resolution`)
  await page.getByText('这段时间没有到期的承诺').waitFor()
  expect(await page.getByRole('list', { name: '主要指标' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await stage.perform('slaPolicy.update', { slaPolicyId: standard, enabled: false })
  await page.reload()
  await page.getByText('没有启用时限策略').waitFor()
})

test('what is exported says the same', async () => {
  await shows(/^处理完毕 ?1/)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^工单统计_.*\.xlsx$/)
  const { sheets } = await readXlsx(await readFile(await download.path()))
  expect(sheets.map(sheet => sheet.name)).toEqual(['概览', '走势', '按部门'])
  const solved = sheets[0]?.rows.find(row => row[0] === '处理完毕')
  expect(solved?.[1]).toBe(1)
})

test('on a phone nothing is too wide', async () => {
  const phone = await stage.signIn('M001', password, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await phone.goto(`${stage.url}/figures`)
  await phone.getByRole('list', { name: '主要指标' }).waitFor()
  expect(await overflow(phone)).toBeLessThanOrEqual(0)
  expect(await violations(phone)).toEqual([])
})

test('told apart by a field of the desk’s own, chosen beside the other dimensions', async () => {
  const options = [
    { key: 'tb', name: '淘宝' },
    { key: 'jd', name: '京东' },
  ]
  await stage.perform('field.create', {
    key: 'platform',
    name: '平台',
    spec: { kind: 'choice', options },
    reported: true,
  })
  await stage.perform('ticket.open', { subject: '少发一件', body: '请补发', fields: { platform: 'tb' } })
  const row = page.getByRole('row', { name: /^淘宝/ })
  await page.goto(`${stage.url}/figures`)
  for (let tries = 0; (await row.count()) === 0; tries++) {
    if (tries === 200) throw new Error('the figures never showed the field')
    await page.reload()
    await page.getByLabel('按字段…').selectOption({ label: '平台' })
    await page.getByRole('columnheader', { name: '平台' }).first().waitFor()
  }
  expect(await violations(page)).toEqual([])
  await row.getByRole('link').first().click()
  await page.getByText('平台：淘宝').first().waitFor()
  const list = page.getByRole('list', { name: '所计工单' })
  await list.getByRole('link', { name: /少发一件/ }).waitFor()
  expect(await list.getByRole('listitem').count()).toBe(1)
})

test('no page has complained', () => {
  // Nobody is signed in on the sign-in page, and the browser says so.
  expect(stage.complaints.filter(words => !words.includes('session.me'))).toEqual([])
})
