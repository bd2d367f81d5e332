import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, openStage, overflow, type Stage, violations } from './stage.ts'

/**
 * 管理员设置工作日历：写下带午休的一周，看见全年，试算跨国庆的四个小时；填错了说在哪里；导入明年的节假日，在全年里看到
 * 调休上班的那一天；再用表单修改；最后停用。
 */
let stage: Stage
let page: Page
beforeAll(async () => {
  stage = await openStage()
  page = await stage.page()
  // The year that is shown first, and the month in which next year's holidays are asked for.
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00+08:00'))
  await page.goto(stage.url)
  await page.getByLabel('工号').fill(admin.login)
  await page.getByLabel('密码', { exact: true }).fill(admin.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
})
afterAll(() => stage.close())

const looksRight = async () => {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const kindOn = (date: string) => page.locator(`[data-date="${date}"]`).getAttribute('data-kind')
const row = (name: string) =>
  page.getByRole('list', { name: '工作日历' }).getByRole('listitem').filter({ hasText: name })

test('a calendar with lunch is added, drawn and tried before it is saved', async () => {
  await page.goto(`${stage.url}/settings/calendars`)
  await row('工作时间').getByText('周一至周五 09:00–12:00、13:00–18:00').waitFor()
  await page.getByText('放假 33 天，调休上班 6 天').waitFor()
  await looksRight()
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog', { name: '新建日历' })
  await sheet.getByLabel('周一第 1 段结束').fill('12')
  await sheet.getByRole('button', { name: '周一添加时段' }).click()
  await page.keyboard.type('13')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1730')
  await sheet.getByRole('button', { name: '把周一复制到周二至周五' }).click()
  expect(await sheet.getByLabel('周五第 1 段结束').inputValue()).toBe('12:00')
  expect(await sheet.getByLabel('周五第 2 段结束').inputValue()).toBe('17:30')

  expect(await Promise.all(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map(kindOn))).toEqual([
    'holiday',
    'makeUp',
    'shut',
    'work',
  ])
  // What days are called is read by keys, too: Tab comes to one of them, arrows go on to the next.
  const named = sheet.locator('[data-hint][data-date]')
  expect(await sheet.locator('[data-hint][data-date][tabindex="0"]').count()).toBe(1)
  await named.first().focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.getByText('10月7日 国庆节 · 公共节假日').waitFor()
  await page.keyboard.press('Home')
  await page.getByText('1月1日 元旦 · 公共节假日').waitFor()

  await sheet.getByText('指定时间').click()
  await sheet.getByLabel('起算时间').fill('2026-09-30T16:30')
  await sheet.getByText('2026年10月8日 周四 12:00').waitFor()
  await sheet.getByText('国庆节 休').waitFor()
  await sheet.getByLabel('工作小时').fill('5')
  await sheet.getByText('2026年10月8日 周四 14:00').waitFor()
  await sheet.getByLabel('周一第 2 段结束').fill('24:00')
  await looksRight()

  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.getByText('请填写').waitFor()
  await sheet.getByLabel('名称', { exact: true }).fill('客服一线')
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row('客服一线').getByText('周一 09:00–12:00、13:00–24:00；周二至周五 09:00–12:00、13:00–17:30').waitFor()
  // The desk reckons as the browser did.
  const { desk } = stage.running
  const asked = await desk.ask('calendar.list', {}, desk.systemCaller('test'))
  const made = (asked as unknown as { items: { id: string; name: string }[] }).items.find(
    ({ name }) => name === '客服一线',
  )
  const from = '2026-09-30T16:30:00+08:00'
  const reckoned = desk.ask(
    'calendar.reckon',
    { calendarId: made?.id, from, seconds: 5 * 3600 },
    desk.systemCaller('test'),
  )
  expect(await reckoned).toMatchObject({ dueAt: '2026-10-08T06:00:00.000Z' })
})

test('what is wrong is told where it stands', async () => {
  await row('客服一线').click()
  const sheet = page.getByRole('dialog', { name: '客服一线' })
  await sheet.getByLabel('周三第 1 段开始').fill('25:00')
  await page.keyboard.press('Tab')
  await sheet.getByText('时刻写作 09:00').waitFor()
  expect(await sheet.getByLabel('周三第 1 段开始').getAttribute('aria-invalid')).toBe('true')
  const remove = sheet.getByRole('button', { name: /^移除周/ })
  while ((await remove.count()) > 0) await remove.first().click()
  await sheet.getByText('写下工作时段后，这里立即推算').waitFor()
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByRole('alert').getByText('一周中至少要有一天有工作时间').waitFor()
  await looksRight()

  await sheet.getByRole('button', { name: '周一添加时段' }).click()
  await page.keyboard.type('22')
  await page.keyboard.press('Tab')
  await page.keyboard.type('6')
  await page.keyboard.press('Tab')
  await sheet.getByText('– 次日').waitFor()
  await sheet.getByRole('button', { name: '添加日期' }).click()
  await sheet.getByLabel('名称', { exact: true }).last().fill('年终盘点')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.getByText('请选择日期').waitFor()
  await sheet.getByLabel('日期', { exact: true }).fill('2026-12-31')
  expect(await kindOn('2026-12-31')).toBe('ownShut')
  await sheet.getByRole('button', { name: '保存' }).click()
  await sheet.waitFor({ state: 'detached' })
  await row('客服一线').getByText('周一 22:00–次日 06:00').waitFor()
  await row('客服一线').getByText('1 天').waitFor()
})

test("next year's holidays come from a file and are changed by hand", async () => {
  await page.getByRole('button', { name: '查看 2027 年' }).click()
  await page.getByText('2027 年尚无安排').waitFor()
  const file = (text: string) => ({ name: '2027.ics', mimeType: 'text/calendar', buffer: Buffer.from(text) })
  const picker = page.locator('#publicHolidays input[type=file]')
  await picker.setInputFiles(file('放假通知'))
  await page.getByText('不是可以读取的 iCalendar 文件').waitFor()
  await looksRight()
  await picker.setInputFiles(file(published))
  await page.getByText('2027 年已导入：放假 4 天，调休上班 1 天').waitFor()
  const part = page.getByRole('region', { name: '公共节假日' })
  await part.getByText('本台设置').waitFor()
  await part.getByText('2月6日 周六 – 2月9日 周二').waitFor()

  await row('工作时间').click()
  const sheet = page.getByRole('dialog', { name: '工作时间' })
  await sheet.getByRole('button', { name: '下一年' }).click()
  const makeUp = sheet.locator('[data-date="2027-02-20"]')
  await makeUp.getByText('班', { exact: true }).waitFor()
  expect(await makeUp.getAttribute('data-kind')).toBe('makeUp')
  await page.keyboard.press('Escape')

  await part.getByRole('button', { name: '修改安排' }).click()
  const form = page.getByRole('dialog', { name: '2027 年公共节假日' })
  await form.getByRole('button', { name: '添加放假' }).click()
  await page.keyboard.type('劳动节')
  await form.getByLabel('第一天').last().fill('2027-05-01')
  await form.getByLabel('最后一天').last().fill('2027-05-05')
  await form.getByRole('button', { name: '添加调休上班' }).click()
  await page.keyboard.type('劳动节调休')
  await form.getByLabel('日期', { exact: true }).last().fill('2027-05-03')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('这一天已经有了').waitFor()
  await looksRight()
  await form.getByLabel('日期', { exact: true }).last().fill('2027-05-08')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('2027 年已保存：放假 9 天，调休上班 2 天').waitFor()
  await part.getByText('5月8日 周六').waitFor()
})

test('what somebody else adds or sets is there at once', async () => {
  await stage.perform('calendar.create', { name: '夜班', timezone: 'Asia/Shanghai', week: null })
  await row('夜班').waitFor()
  const part = page.getByRole('region', { name: '公共节假日' })
  await stage.perform('holidays.set', { year: 2027, days: [{ date: '2027-01-01', name: '元旦', kind: 'off' }] })
  await part.getByText('放假 1 天，调休上班 0 天').waitFor()
})

test('on a phone nothing runs over the edge, and a calendar is archived', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await looksRight()
  await row('客服一线').click()
  const sheet = page.getByRole('dialog', { name: '客服一线' })
  await sheet.locator('table').last().waitFor()
  await looksRight()
  await sheet.getByRole('button', { name: '停用' }).click()
  await sheet.getByText('停用“客服一线”？').waitFor()
  await sheet.getByRole('button', { name: '停用' }).click()
  await page.getByText('客服一线 已停用').waitFor()
  await row('客服一线').waitFor({ state: 'detached' })
  await page.getByText('显示已停用的').click()
  await row('客服一线').getByText('已停用').waitFor()
  // What was refused on purpose, and that nobody is signed in at first, the browser writes down.
  expect(stage.complaints.filter(complaint => !/status of 4\d\d/.test(complaint))).toEqual([])
})

const published = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//journey//zh',
  ...[
    ['DTSTART;VALUE=DATE:20270206', 'DTEND;VALUE=DATE:20270210', 'SUMMARY:春节（休）'],
    ['DTSTART;VALUE=DATE:20270220', 'DTEND;VALUE=DATE:20270221', 'SUMMARY:春节（班）'],
  ].flatMap((lines, at) => ['BEGIN:VEVENT', `UID:${at}`, ...lines, 'END:VEVENT']),
  'END:VCALENDAR',
].join('\r\n')
