import { describe, expect, test } from 'vitest'
import { splitQuoted } from './quoted.ts'

const cases: { name: string; said: string; quoted: string }[] = [
  {
    name: 'QQ',
    said: '收到了,谢谢',
    quoted:
      '------------------ 原始邮件 ------------------\n发件人: "客服" <support@desk.example>;\n发送时间: 2026年11月23日(星期一) 上午10:00\n收件人: "王"<wang@qq.com>;\n\n您好',
  },
  {
    name: '163',
    said: '好的',
    quoted: '在 2026-11-23 10:00:00,"客服" <support@desk.example> 写道:\n\n您好,请提供订单号。',
  },
  {
    name: 'Outlook in Chinese',
    said: '订单号 123',
    quoted:
      '发件人: 客服 <support@desk.example>\n发送时间: 2026年11月23日 10:00\n收件人: 王小明\n主题: Re: 订单\n\n您好',
  },
  {
    name: 'Outlook in English',
    said: 'Thanks.',
    quoted:
      'From: Support <support@desk.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: Wang\nSubject: Re: order\n\nHello',
  },
  {
    name: 'Outlook with a rule above',
    said: 'Thanks.',
    quoted: '________________________________\nFrom: Support\nSent: Monday\n\nHello',
  },
  {
    name: 'Gmail',
    said: 'It works now.',
    quoted: 'On Mon, Nov 23, 2026 at 10:00 AM Support <support@desk.example> wrote:\n\n> Hello\n> again',
  },
  {
    name: 'Gmail in two lines',
    said: 'It works now.',
    quoted: 'On Mon, Nov 23, 2026 at 10:00 AM Support\n<support@desk.example> wrote:\n> Hello',
  },
  {
    name: 'Gmail in Chinese',
    said: '可以了',
    quoted: '客服 <support@desk.example> 于2026年11月23日周一 10:00写道:\n\n> 您好',
  },
  {
    name: 'Apple in Chinese',
    said: '好',
    quoted: '> 在 2026年11月23日,上午10:00,客服 <support@desk.example> 写道:\n> \n> 您好',
  },
  {
    name: 'a device before the quotation',
    said: '好的',
    quoted: '发自我的 iPhone\n\n> 在 2026年11月23日,客服 写道:\n> 您好',
  },
  {
    name: 'Foxmail',
    said: '见附件',
    quoted: '发件人: 客服\n发送时间: 2026-11-23 10:00\n收件人: 王\n主题: Re: 订单\n您好',
  },
  { name: 'forwarded', said: '请看下面', quoted: '---------- Forwarded message ---------\nFrom: x\n\nwords' },
  { name: 'old quotation marks only', said: '同意', quoted: '> 是否同意?\n> 请回复' },
  {
    name: 'Traditional Chinese',
    said: '謝謝',
    quoted: '-----原始郵件-----\n寄件者: 客服\n寄件日期: 2026年11月23日\n\n您好',
  },
  { name: 'Thunderbird in German', said: 'Danke', quoted: 'Am 23.11.2026 um 10:00 schrieb Support:\n> Hallo' },
  { name: 'words in bold', said: 'ok', quoted: '*From:* Support\n*Sent:* Monday\n\nHello' },
]

describe('an answer above what it answers', () => {
  test.each(cases)('$name', ({ said, quoted }) => {
    expect(splitQuoted(`${said}\n\n${quoted}`)).toEqual({ said, quoted })
  })
})

const whole: { name: string; text: string }[] = [
  { name: 'no quotation', text: '您好,\n\n我的订单还没到。' },
  { name: 'an answer between the quoted lines', text: '> 第一个问题?\n答:是的\n> 第二个问题?\n答:不是' },
  { name: 'nothing but a quotation', text: '> 您好\n> 再见' },
  { name: 'nothing but a forwarded letter', text: '-----原始邮件-----\n发件人: x\n主题: y\n正文' },
  { name: 'a device alone', text: '好的\n\n发自我的 iPhone' },
  { name: 'somebody tells who wrote', text: '发件人: 我不知道是谁\n请帮我查' },
  { name: 'a sentence that ends with a colon', text: '他在信中写道:\n' },
  { name: 'a rule', text: '上面\n-----\n下面' },
  { name: 'a greater-than sign in the words', text: '价格 > 100 的\n> 300 的也要' },
  { name: 'empty', text: '' },
]

describe('what is left whole', () => {
  test.each(whole)('$name', ({ name, text }) => {
    const { said, quoted } = splitQuoted(text)
    if (name === 'a greater-than sign in the words') expect(`${said}\n${quoted}`.trim()).toBe(text)
    else expect({ said, quoted }).toEqual({ said: text.trimEnd(), quoted: '' })
  })
})

test('nothing is lost', () => {
  for (const { said, quoted } of cases) {
    const split = splitQuoted(`${said}\n\n${quoted}`)
    expect(`${split.said}${split.quoted}`.replace(/\s/g, '')).toBe(`${said}${quoted}`.replace(/\s/g, ''))
  }
})
