import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailStage, openMailStage, password } from './stage.ts'

/** 客户一封信的一生：来信成单、领取、带附件答复、客户再来信、处理完毕、自动关闭，页面始终自己更新。 */
const hour = 3_600_000
let stage: MailStage
let page: Page
beforeAll(async () => {
  stage = await openMailStage()
  await stage.perform('settings.update', { autoCloseDays: 0.25 })
  await stage.person('CS001', '王芳')
  page = await stage.signIn('CS001', password)
})
afterAll(() => stage.close())

test('a mail is answered, solved and closed under the agent’s eyes', async () => {
  await page.goto(`${stage.url}/tickets/public.all`)
  await page.getByText('这里没有工单').waitFor()
  // Whoever reloads loses this mark.
  await page.evaluate('window.notReloaded = true')

  const customer = { from: '李女士 <li@example.com>', to: 'support@localhost' }
  await stage.write({ ...customer, subject: '洗衣机脱水异响', text: '脱水时声音很大，像要散架' })
  const row = page.getByRole('listitem').filter({ hasText: '洗衣机脱水异响' })
  await row.click()
  await said('李女士 的消息', '脱水时声音很大')
  await page.getByRole('button', { name: '领取', exact: true }).click()
  await page.getByText('处理中').first().waitFor()

  await page.getByRole('textbox', { name: '回复' }).fill('您好，请按附件的步骤调整底脚。')
  const content = Buffer.from('%PDF-1.4 调整底脚')
  await page.setInputFiles('input[type=file]', [{ name: '安装说明.pdf', mimeType: 'application/pdf', buffer: content }])
  await page.getByRole('list', { name: '附件' }).getByText('安装说明.pdf').waitFor()
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await said('王芳 的回复', '请按附件的步骤')

  const answer = await stage.host.mail(({ mail }) => mail.text.includes('调整底脚'), 30_000)
  expect(answer.to).toEqual(['li@example.com'])
  expect(answer.mail.subject).toMatch(/^Re: 洗衣机脱水异响 \[G\d+\]$/)
  expect(answer.mail.replyTo?.address).toMatch(/^reply\+[a-z2-7]{26}@/)
  expect(answer.mail.attachments).toMatchObject([{ name: '安装说明.pdf', content }])
  await page.locator('[data-message]', { hasText: '安装说明.pdf' }).getByText('已发送').waitFor()

  await stage.write({ ...customer, to: answer.mail.replyTo?.address ?? '', subject: '谢谢', text: '调好了，不响了' })
  await said('李女士 的消息', '调好了，不响了')
  expect(await page.locator('[data-row]').count()).toBe(1)

  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '处理完毕' }).click()
  const sheet = page.getByRole('dialog', { name: '处理完毕' })
  await sheet.getByLabel('处理结果').fill('指导客户调整底脚，异响消除')
  await sheet.getByRole('button', { name: '处理完毕' }).click()
  await page.getByText('处理完毕：指导客户调整底脚').first().waitFor()
  stage.turn(6 * hour + 60_000)
  await status('已关闭')
  expect(await page.evaluate('window.notReloaded')).toBe(true)
})

const said = (who: string, words: string) =>
  page.getByRole('article', { name: who }).filter({ hasText: words }).waitFor()
const status = (word: string) => page.locator('[data-ticket] header').getByText(word, { exact: true }).first().waitFor()
