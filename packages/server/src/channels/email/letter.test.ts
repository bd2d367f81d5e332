import { describe, expect, test } from 'vitest'
import { acknowledgement, answer, codeLetter, subjectOf, surveyLetter } from './letter.ts'

const frame = {
  locale: 'zh-CN',
  number: 'G20261122001',
  subject: '订单',
  signature: '某某公司 客服部\n400-800-1234',
  follow: null,
}

describe('a subject', () => {
  test.each([
    ['订单', 'Re: 订单 [G20261122001]'],
    ['Re: 订单 [G20261122001]', 'Re: 订单 [G20261122001]'],
    ['回复:答复: RE: Re[2]: 订单', 'Re: 订单 [G20261122001]'],
    ['回复', 'Re: 回复 [G20261122001]'],
    ['a\r\nBcc: x@y', 'Re: a Bcc: x@y [G20261122001]'],
  ])('%s', (subject, expected) => {
    expect(subjectOf(subject, 'G20261122001')).toBe(expected)
  })
})

describe('an answer', () => {
  test('is the agent’s words, then who we are and the number', () => {
    expect(answer('您好，\n已处理。\n', frame).text).toBe(
      '您好，\n已处理。\n\n-- \n某某公司 客服部\n400-800-1234\n编号：G20261122001\n',
    )
  })

  test('says in HTML what it says in text, and nothing in it is HTML', () => {
    const { html } = answer('<script>alert("1")</script> & co', { ...frame, signature: '<b>x</b>' })
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co')
    expect(html).toContain('&lt;b&gt;x&lt;/b&gt;')
    expect(html).not.toMatch(/<(?!\/?(div|p)\b)/)
  })
})

describe('an acknowledgement', () => {
  test('tells the number in both languages, of a mail and of the form', () => {
    expect(acknowledgement('email', frame).text).toContain('已收到您的来信，编号 G20261122001。')
    expect(acknowledgement('form', frame).text).toContain('已收到您提交的问题，编号 G20261122001。')
    expect(acknowledgement('email', { ...frame, locale: 'en', signature: null }).text).toMatch(
      /^Hello,\n\nWe have received your mail; its number is G20261122001\. .*\n\nTo add something, just answer this mail\.\n\n-- \nNumber: G20261122001\n$/s,
    )
  })
})

describe('a link to the ticket', () => {
  const follow = 'https://desk.example/follow/abc'

  test('stands at the end, in HTML as a link', () => {
    const { text, html } = answer('您好', { ...frame, follow })
    expect(text).toMatch(/编号：G20261122001\n查询进度、补充信息：https:\/\/desk\.example\/follow\/abc\n$/)
    expect(html).toContain(`查询进度、补充信息：<a href="${follow}">${follow}</a>`)
  })

  test('is not in the mail that brings a code, nor is the code in its subject', () => {
    const letter = codeLetter({ code: '012345', minutes: 10 }, { ...frame, follow })
    expect(letter.text).toContain('验证码：012345')
    expect(letter.text).not.toContain('follow')
    expect(letter.subject).toBe('查询验证码 [G20261122001]')
  })
})

test('a survey has five links, the best first, and says how long they work', () => {
  const { subject, text, html } = surveyLetter({ link: 'https://desk.example/rate/abc', days: 30 }, frame)
  expect(subject).toBe('请评价我们的服务：订单 [G20261122001]')
  expect([...text.matchAll(/\?score=(\d)/g)].map(([, score]) => score)).toEqual(['5', '4', '3', '2', '1'])
  expect([...html.matchAll(/href="https:\/\/desk\.example\/rate\/abc\?score=(\d)"/g)]).toHaveLength(5)
  expect(text).toContain('链接 30 天内有效')
})
