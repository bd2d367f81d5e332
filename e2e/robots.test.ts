import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RobotPeer, robotSecret, startRobotPeer } from '../packages/server/test/robot-peer.ts'
import { admin, openStage, type Stage, violations } from './stage.ts'

/** 管理员把一个飞书群机器人接进来：填错了说在哪里，发一条测试消息，看到群里真的收到。 */
let peer: RobotPeer
let stage: Stage
let page: Page
beforeAll(async () => {
  peer = await startRobotPeer()
  stage = await openStage({ BATON_OUTGOING_ALLOW: '127.0.0.1' })
  await stage.perform('settings.update', { deskName: '晨光工单中心' })
  page = await stage.signIn(admin.login, admin.password)
})
afterAll(async () => {
  await stage.close()
  await peer.close()
})

test('a Feishu robot is added, tried, and seen to have spoken', async () => {
  await page.goto(`${stage.url}/settings/robots`)
  await page.getByText('还没有群机器人').waitFor()
  await page.keyboard.press('c')
  const sheet = page.getByRole('dialog', { name: '添加机器人' })
  await sheet.getByText('飞书', { exact: true }).click()
  await sheet.getByLabel('名称').fill('售后群')
  await sheet.getByLabel('Webhook 地址').fill('https://open.feishu.cn/')
  await sheet.getByRole('button', { name: '创建' }).click()
  await sheet.getByText('这不是飞书群机器人的 Webhook 地址').waitFor()
  expect(await violations(page)).toEqual([])
  await sheet.getByLabel('Webhook 地址').fill(peer.webhook('feishu'))
  await sheet.getByLabel('签名密钥').fill('not-the-secret')
  await sheet.getByRole('button', { name: '创建' }).click()

  const robot = page.getByRole('dialog', { name: '售后群' })
  await robot.getByText('还没有发送过').waitFor()
  await robot.getByText('已加密保存（…2c0a）').waitFor()
  await robot.getByRole('button', { name: '发送测试消息' }).click()
  await robot.getByText('对方拒收（19021').waitFor()

  const secret = robot.locator('div', { has: page.getByText('签名密钥（选填）', { exact: true }) }).last()
  await secret.getByRole('button', { name: '更换' }).click()
  await robot.getByLabel('签名密钥').fill(robotSecret)
  await robot.getByRole('button', { name: '保存' }).click()
  await robot.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /售后群/ }).click()
  await robot.getByRole('button', { name: '发送测试消息' }).click()
  await robot.getByText('已发送', { exact: true }).waitFor()
  const message = await peer.message(({ kind }) => kind === 'feishu')
  expect(JSON.stringify(message.body)).toContain('晨光工单中心')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await robot.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: '售后群' }).getByText('已发送').waitFor()

  await page.goto(`${stage.url}/settings/deliveries`)
  await page.getByText('群机器人 · 测试').first().waitFor()
  await page.goto(`${stage.url}/settings/audit`)
  await page.getByText('让群机器人 售后群 发了一条测试消息').first().waitFor()
  expect(await page.locator('main').textContent()).not.toContain(robotSecret)
  // What was refused on purpose the browser writes down.
  expect(stage.complaints.filter(complaint => !/status of 4\d\d/.test(complaint))).toEqual([])
})
