import { createHmac } from 'node:crypto'
import { heard, type Platform } from './platform.ts'
import { cut, plain, withKeyword } from './words.ts'

/** Bytes of the words; the whole body may have 20 KB. */
const most = 16_000

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const feishu: Platform = {
  paces: [
    { most: 100, seconds: 60 },
    { most: 5, seconds: 1 },
  ],
  say({ webhook, secret, title, text, url, keyword, format, linkWord, now }) {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const signed = secret ? { timestamp, sign: feishuSign(timestamp, secret) } : {}
    if (format === 'text') {
      const words = withKeyword(`${cut(`${title}\n${plain(text)}`, most)}${url ? `\n${url}` : ''}`, keyword)
      return { url: webhook, body: { ...signed, msg_type: 'text', content: { text: words } } }
    }
    const card = {
      config: { wide_screen_mode: true },
      header: { template: 'blue', title: { tag: 'plain_text', content: cut(title, 300) } },
      elements: [
        { tag: 'markdown', content: withKeyword(cut(text, most), keyword) },
        ...(url ? [{ tag: 'action', actions: [button(linkWord, url)] }] : []),
      ],
    }
    return { url: webhook, body: { ...signed, msg_type: 'interactive', card } }
  },
  // Older hooks answer with capital letters.
  hear: ({ code, msg, StatusCode, StatusMessage }) => heard(code ?? StatusCode, msg ?? StatusMessage, { never, later }),
}

const button = (content: string, url: string) => ({
  tag: 'button',
  type: 'primary',
  text: { tag: 'plain_text', content },
  url,
})

/** The text that others would sign is here a part of the key, and nothing is signed. Base64. */
export const feishuSign = (timestamp: string, secret: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).digest('base64')

const never = new Set([
  9499, // a malformed body
  19_001, // no such robot
  19_021, // the signature is wrong, or older than an hour
  19_022, // our address is not among the allowed ones
  19_024, // the keyword is missing
])
const later = new Map([[11_232, 60]])
