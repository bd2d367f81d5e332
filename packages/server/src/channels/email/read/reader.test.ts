import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { jar } from '../fixtures/jar.ts'
import { openReader } from './reader.ts'

const reader = openReader()
afterAll(() => reader.close())

const envelope = { from: 'wang@example.cn', domains: new Set(['desk.example']) }
const fromJar = (name: string) => readFileSync(path.join(jar, `${name}.eml`))

describe('the reading thread', () => {
  test('answers in the order in which it is asked, bytes and all', async () => {
    const mails = await Promise.all(
      ['gbk-8bit', 'related-inline-image', 'bounce-postfix'].map(name => reader.read(fromJar(name), envelope)),
    )
    expect(mails.map(mail => mail.subject)).toEqual(['订单还没有收到', '图片', 'Undelivered Mail Returned to Sender'])
    expect(mails[1]?.attachments).toMatchObject([{ name: '截图.png', cid: 'img1@x' }])
    expect(mails[1]?.attachments[0]?.content.byteLength).toBe(70)
    expect(mails.map(mail => mail.writer.kind)).toEqual(['person', 'person', 'report'])
  })

  test('does not lose the mail that its sender still holds', async () => {
    const raw = fromJar('gbk-8bit')
    await reader.read(raw, envelope)
    expect(raw.length).toBeGreaterThan(100)
  })

  test.each([
    ['unclosed tags', `<div>${'<a href="http://x/">'.repeat(25_000)}`],
    ['deep tables', '<table><tr><td>'.repeat(30_000)],
    ['a style that goes on', `<p style="${'color:red;'.repeat(40_000)}">x`],
    ['nothing but brackets', '<'.repeat(400_000)],
    ['spaces', `${' '.repeat(400_000)}x`],
  ])('is done soon with %s', async (_name, html) => {
    const raw = Buffer.from(`From: a@example.cn\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`)
    const mail = await reader.read(raw, envelope)
    expect(mail.from?.address).toBe('a@example.cn')
  })
})
