import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, password, type Stage, violations } from './stage.ts'

/** 两位坐席同看一张工单：互相看得见，看得见谁在写什么；转走、办结立刻可见；写到一半已被办结，先停一停再发。 */
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.person('CS001', '王芳')
  await stage.person('CS002', '李雷')
})
afterAll(() => stage.close())

test('two agents see each other, a hand-over and an answer that would cross another', async () => {
  const ticket = await stage.perform('ticket.open', {
    subject: '热水器漏电',
    body: '摸着有点麻',
    requester: { name: '赵女士', email: 'zhao@example.com' },
  })
  const path = `${stage.url}/tickets/public.all/${ticket.number}`
  const wang = await stage.signIn('CS001', password)
  await wang.goto(path)
  await wang.getByRole('article', { name: '赵女士 的消息' }).waitFor()
  const others = wang.getByRole('list', { name: '也在看这张工单的人' })
  expect(await others.count()).toBe(0)

  const li = await stage.signIn('CS002', password)
  await li.goto(path)
  await others.getByText('李雷').waitFor({ state: 'attached' })
  await li.getByRole('list', { name: '也在看这张工单的人' }).getByText('王芳').waitFor({ state: 'attached' })

  const field = wang.getByRole('textbox', { name: '回复' })
  await field.pressSequentially('请先断电')
  await li.getByText('王芳 正在回复').waitFor()
  expect(await violations(li)).toEqual([])

  await li.keyboard.press('c')
  await wang.getByText('刚刚由 李雷 领取').waitFor()
  await li.keyboard.press('s')
  await li.getByRole('textbox', { name: '处理结果' }).fill('已指导断电')
  await li.keyboard.press('Control+Enter')
  await wang.getByText('刚刚由 李雷 处理完毕').waitFor()
  expect(await violations(wang)).toEqual([])

  await field.press('Control+Enter')
  await wang.getByText('仍要发送，请再按一次').waitFor()
  expect(await wang.getByRole('article', { name: '王芳 的回复' }).count()).toBe(0)
  expect(await field.inputValue()).toBe('请先断电')
  await field.press('Control+Enter')
  await wang.getByRole('article', { name: '王芳 的回复' }).filter({ hasText: '请先断电' }).waitFor()

  await li.goto(`${stage.url}/tickets/public.all`)
  await others.waitFor({ state: 'detached' })
})
