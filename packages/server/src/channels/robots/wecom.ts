import { heard, type Platform } from './platform.ts'
import { cut, plain } from './words.ts'

/** Bytes. */
const most = { text: 2048, markdown: 4096 }

/** https://developer.work.weixin.qq.com/document/path/91770 */
export const wecom: Platform = {
  paces: [{ most: 20, seconds: 60 }],
  say({ webhook, title, text, url, format, linkWord }) {
    if (format === 'text') {
      const end = url ? `\n${url}` : ''
      const content = `${cut(`${title}\n${plain(text)}`, most.text - Buffer.byteLength(end))}${end}`
      return { url: webhook, body: { msgtype: 'text', text: { content } } }
    }
    const end = url ? `\n[${linkWord}](${url})` : ''
    const content = `${cut(`**${title}**\n${text}`, most.markdown - Buffer.byteLength(end))}${end}`
    return { url: webhook, body: { msgtype: 'markdown', markdown: { content } } }
  },
  hear: ({ errcode, errmsg }) => heard(errcode, errmsg, { never, later }),
}

const never = new Set([
  40_008, // unknown kind of message
  40_058, // a parameter is wrong
  44_004, // nothing in it
  45_002, // too long
  93_000, // no such robot
  93_004, // the robot was stopped
  93_008, // the robot is not in the group
])
const later = new Map([
  [45_009, 60], // too many a minute
  [45_033, 5], // too many at once
])
