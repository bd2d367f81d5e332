import { afterAll, beforeAll, expect, test } from 'vitest'
import { admin, openStage, password, type Stage, violations } from './stage.ts'

/** 帮助就在手边；系统健康页看得到搁置的事件，并能重新处理。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
})
afterAll(() => stage.close())

test('an agent finds out how a thing is done', async () => {
  const page = await stage.signIn('CS001', password)
  await page.getByRole('heading', { name: '我的待办' }).waitFor()
  await page
    .getByRole('link', { name: /^帮助：/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '领取与确认接收' }).waitFor()
  await page.getByRole('textbox', { name: '搜索帮助' }).fill('退回')
  const index = page.getByRole('navigation', { name: '帮助目录' })
  await index.getByRole('link', { name: '转办与退回' }).click()
  await page.getByRole('heading', { name: '转办与退回', level: 1 }).waitFor()
  await page.locator('article kbd').filter({ hasText: 'T' }).first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('textbox', { name: '搜索帮助' }).fill('没有这种事')
  await page.getByText('没有找到相关的帮助').waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${stage.url}/help/keys`)
  await page.getByRole('heading', { name: '快捷键', level: 1 }).waitFor()
})

test('the administrator sees what was set aside, and has it handled again', async () => {
  const ticket = await stage.perform('ticket.open', { subject: '搁置的', body: '处理失败', channel: 'phone' })
  const { desk, following } = stage.running
  await following?.drained()
  await desk.pool.query(
    `insert into parked_events (follower, seq, topic_id, tries, error)
     select 'email.write', seq, topic_id, 5, 'Error: 测试用的失败' from events where topic_id = $1 order by seq limit 1`,
    [ticket.id],
  )
  const page = await stage.signIn(admin.login, admin.password)
  await page.goto(`${stage.url}/settings/health`)
  await page.getByText('“给客户写邮件”有 1 个事件处理失败，已搁置').waitFor()
  await page.getByText('Error: 测试用的失败').waitFor()
  await page.getByRole('region', { name: '进程' }).getByText('全部').waitFor()
  const followers = page.getByRole('region', { name: '后台任务' }).getByRole('rowheader')
  const names = await followers.allInnerTexts()
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter(name => !/\p{Script=Han}/u.test(name))).toEqual([])
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: '重新处理' }).click()
  await page.getByText('一切正常：没有落后，没有失败。').waitFor()
  expect(await page.getByText('Error: 测试用的失败').count()).toBe(0)
  expect(stage.complaints.filter(words => !words.includes('401'))).toEqual([])
})
