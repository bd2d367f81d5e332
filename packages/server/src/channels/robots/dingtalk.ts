import { createHmac } from 'node:crypto'
import { heard, type Platform } from './platform.ts'
import { cut, plain, withKeyword } from './words.ts'

/** Bytes of the words; the whole body may have 20,000. */
const most = 18_000

/** https://open.dingtalk.com/document/robots/custom-robot-access */
export const dingtalk: Platform = {
  paces: [{ most: 20, seconds: 60 }],
  say({ webhook, secret, title, text, url, keyword, format, linkWord, now }) {
    const to = secret ? signedUrl(webhook, secret, now) : webhook
    if (format === 'text') {
      const content = withKeyword(`${cut(`${title}\n${plain(text)}`, most)}${url ? `\n${url}` : ''}`, keyword)
      return { url: to, body: { msgtype: 'text', text: { content } } }
    }
    const markdown = withKeyword(cut(`### ${title}\n\n${lines(text)}`, most), keyword)
    const card = { title, text: markdown, singleTitle: linkWord, singleURL: url }
    return {
      url: to,
      body: url
        ? { msgtype: 'actionCard', actionCard: card }
        : { msgtype: 'markdown', markdown: { title, text: markdown } },
    }
  },
  hear: ({ errcode, errmsg }) => heard(errcode, errmsg, { never, later }),
}

/** A single line break is none in its markdown. */
const lines = (text: string): string => text.replace(/([^\n])\n(?!\n|[-*>] )/g, '$1\n\n')

function signedUrl(webhook: string, secret: string, now: Date): string {
  const url = new URL(webhook)
  const timestamp = String(now.getTime())
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('sign', dingtalkSign(timestamp, secret))
  return url.href
}

/** Base64; in an address it is to be encoded. */
export const dingtalkSign = (timestamp: string, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

const never = new Set([
  40_035, // a parameter is missing
  43_004, // no JSON
  300_001, // no such robot
  310_000, // the keyword, the signature or our address does not fit the group's security settings
  400_013, // the group is gone
  400_101, // no such token
  400_102, // the robot was stopped
  400_105, // unknown kind of message
  400_106, // no such robot
  430_101, // forbidden links
  430_102, // forbidden words
  430_103, // forbidden pictures
  430_104, // forbidden content
])
/** Whoever goes on is not heard for ten minutes. */
const later = new Map([
  [130_101, 600],
  [410_100, 600],
  [-1, 10],
])
