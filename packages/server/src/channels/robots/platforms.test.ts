import { describe, expect, test } from 'vitest'
import { unmarked } from '../../records/robots/index.ts'
import { dingtalk, dingtalkSign } from './dingtalk.ts'
import { feishu, feishuSign } from './feishu.ts'
import type { Saying } from './platform.ts'
import { wecom } from './wecom.ts'
import { cut, plain } from './words.ts'

/** The vectors of channels.md, section 6. */
test('DingTalk’s signature', () => {
  const sign = dingtalkSign('1577262236757', 'this is secret')
  expect(encodeURIComponent(sign)).toBe('hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D')
})
test('DingTalk’s signed address', () => {
  const webhook = 'https://oapi.dingtalk.com/robot/send?access_token=abc'
  const { url } = dingtalk.say({ ...said, webhook, secret: 'this is secret', now: new Date(1577262236757) })
  expect(url).toBe(`${webhook}&timestamp=1577262236757&sign=hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D`)
})
test('Feishu’s signature', () => {
  expect(feishuSign('1599360473', 'demo')).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=')
  const { body } = feishu.say({ ...said, secret: 'demo', now: new Date(1599360473_500) })
  expect(body).toMatchObject({ timestamp: '1599360473', sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=' })
})

const said: Saying = {
  webhook: 'https://robot.example/hook/1',
  secret: undefined,
  keyword: undefined,
  format: 'markdown',
  linkWord: '查看详情',
  title: '新工单 G20261122001',
  text: '**李雷**：洗衣机异响\n[帮助](https://desk.example/help)',
  url: 'https://desk.example/t/G20261122001',
  now: new Date('2026-11-22T02:00:00Z'),
}
const link = '[查看详情](https://desk.example/t/G20261122001)'

describe('what is said', () => {
  test('in WeCom', () => {
    expect(wecom.say(said).body).toEqual({
      msgtype: 'markdown',
      markdown: { content: `**${said.title}**\n${said.text}\n${link}` },
    })
    expect(wecom.say({ ...said, format: 'text' }).body).toEqual({
      msgtype: 'text',
      text: { content: `${said.title}\n李雷：洗衣机异响\n帮助 https://desk.example/help\n${said.url}` },
    })
  })

  test('in DingTalk', () => {
    expect(dingtalk.say(said).body).toMatchObject({
      msgtype: 'actionCard',
      actionCard: { title: said.title, singleTitle: '查看详情', singleURL: said.url },
    })
    expect(dingtalk.say({ ...said, url: null }).body).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: said.title,
        text: `### ${said.title}\n\n**李雷**：洗衣机异响\n\n[帮助](https://desk.example/help)`,
      },
    })
    expect(dingtalk.say({ ...said, format: 'text', keyword: '接力' }).body).toMatchObject({
      text: { content: expect.stringMatching(/G20261122001\n接力$/) },
    })
  })

  test('in Feishu', () => {
    expect(feishu.say({ ...said, format: 'card' }).body).toMatchObject({
      msg_type: 'interactive',
      card: {
        header: { title: { content: said.title } },
        elements: [{ tag: 'markdown', content: said.text }, { actions: [{ url: said.url }] }],
      },
    })
    expect(feishu.say({ ...said, format: 'text' }).body).toMatchObject({ msg_type: 'text' })
    expect(feishu.say(said).body).not.toHaveProperty('sign')
  })

  test.each([
    ['WeCom text', 2048, 'text', wecom, (body: Body) => body.text.content],
    ['WeCom markdown', 4096, 'markdown', wecom, (body: Body) => body.markdown.content],
    ['DingTalk', 20_000, 'markdown', dingtalk, (body: Body) => JSON.stringify(body)],
    ['Feishu card', 20 * 1024, 'card', feishu, (body: Body) => JSON.stringify(body)],
    ['Feishu text', 20 * 1024, 'text', feishu, (body: Body) => JSON.stringify(body)],
  ])('never more than %s takes, however long it is', (_name, most, format, platform, words) => {
    for (const letter of ['字', '👩‍👩‍👧‍👦', 'x', 'é']) {
      const { body } = platform.say({ ...said, format, text: letter.repeat(30_000) })
      const text = words(body as Body)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most)
      expect(text).toContain('…')
      expect(text).toContain(said.url)
      expect(text.isWellFormed()).toBe(true)
    }
  })
})

// biome-ignore lint/suspicious/noExplicitAny: bodies are read freely in tests
type Body = any

test.each([
  ['短', 3, '短'],
  ['一二三', 8, '一…'],
  ['一二三', 9, '一二三'],
  ['ab👩‍👩‍👧‍👦cd', 12, 'ab…'],
])('%s in %i bytes: %s', (text, bytes, expected) => {
  expect(cut(text, bytes)).toBe(expected)
})

test('markup is no markup in plain words', () => {
  expect(plain('> **粗** [名](https://a.cn/b) *星* [不是](javascript:1)')).toBe(
    '粗 名 https://a.cn/b *星* [不是](javascript:1)',
  )
})

test('what strangers write neither looks like ours nor calls anybody', () => {
  const words = unmarked('[点我](http://bad.cn) **公告** <font color="red">@所有人</font> `x`')
  expect(words).not.toMatch(/[[\]()*<>@`]/)
  expect(words).toContain('点我')
  expect(words.normalize('NFKC')).toContain('[点我](http://bad.cn)')
})

describe('what is heard', () => {
  test.each([
    [wecom, { errcode: 0, errmsg: 'ok' }, 'taken'],
    [wecom, { errcode: 93000, errmsg: 'invalid webhook url' }, 'never'],
    [wecom, { errcode: 45009, errmsg: 'api freq out of limit' }, 'later'],
    [wecom, { errcode: -1, errmsg: 'system busy' }, 'later'],
    [wecom, { errcode: 40058 }, 'never'],
    [wecom, { message: 'hello' }, 'strange'],
    [dingtalk, { errcode: 0, errmsg: 'ok' }, 'taken'],
    [dingtalk, { errcode: 310000, errmsg: 'keywords not in content' }, 'never'],
    [dingtalk, { errcode: 130101, errmsg: 'send too fast' }, 'later'],
    [dingtalk, { errcode: 300001, errmsg: 'token is not exist' }, 'never'],
    [dingtalk, { errcode: -1, errmsg: '系统繁忙' }, 'later'],
    [feishu, { code: 0, msg: 'success' }, 'taken'],
    [feishu, { StatusCode: 0, StatusMessage: 'success' }, 'taken'],
    [feishu, { code: 9499, msg: 'Bad Request' }, 'never'],
    [feishu, { code: 19021, msg: 'sign match fail' }, 'never'],
    [feishu, { code: 19022, msg: 'Ip Not Allowed' }, 'never'],
    [feishu, { code: 19024, msg: 'Key Words Not Found' }, 'never'],
    [feishu, { code: 11232, msg: 'frequency limited' }, 'later'],
    [feishu, {}, 'strange'],
  ])('%o %o: %s', (platform, answer, expected) => {
    expect(platform.hear(answer as Record<string, unknown>).as).toBe(expected)
  })

  test('whoever was too fast rests as long as the platform says', () => {
    expect(dingtalk.hear({ errcode: 130101, errmsg: 'x' })).toMatchObject({ rest: 600 })
    expect(wecom.hear({ errcode: 45009, errmsg: 'x' })).toMatchObject({ rest: 60 })
    expect(feishu.hear({ code: 11232, msg: 'x' })).toMatchObject({ rest: 60 })
  })
})
