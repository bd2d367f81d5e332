import { createHash } from 'node:crypto'
import type { ByProvider, Callbacks, Incoming, Receipt } from './provider.ts'

/** What providers push, as we understand it. Times without a zone are Beijing's. */
export const callbacks: ByProvider<Callbacks> = {
  aliyun: {
    receipts: body =>
      each(body, ({ biz_id, out_id, success, err_code, err_msg, report_time }) => ({
        deliveryId: textOf(out_id) || null,
        providerId: textOf(biz_id) || null,
        arrived: success === true || success === 'true',
        why: `${textOf(err_code)} ${textOf(err_msg)}`.trim(),
        at: timeOf(report_time),
      })),
    incoming: body =>
      each(body, ({ phone_number, content, send_time, sequence_id }) =>
        incomingOf(phone_number, content, send_time, sequence_id),
      ),
    thanks: { code: 0, msg: '接收成功' },
  },
  tencent: {
    receipts: body =>
      each(body, ({ sid, report_status, errmsg, description, user_receive_time }) => ({
        deliveryId: null,
        providerId: textOf(sid) || null,
        arrived: report_status === 'SUCCESS',
        why: `${textOf(errmsg)} ${textOf(description)}`.trim(),
        at: timeOf(user_receive_time),
      })),
    incoming: body =>
      each(body, ({ mobile, nationcode, text, time }) =>
        incomingOf(withCountry(textOf(mobile), textOf(nationcode)), text, time, undefined),
      ),
    thanks: { result: 0, errmsg: 'OK' },
  },
  gateway: {
    receipts: body =>
      each(body, ({ id, providerId, arrived, why, at }) => ({
        deliveryId: textOf(id) || null,
        providerId: textOf(providerId) || null,
        arrived: arrived === true || arrived === 'true',
        why: textOf(why),
        at: timeOf(at),
      })),
    incoming: body => each(body, ({ phone, text, at, id }) => incomingOf(phone, text, at, id)),
    thanks: { ok: true },
  },
}

/** Nobody pushes more at once. */
const mostItems = 1000

/** One object or an array of them; undefined when it is anything else. What cannot be read in it is left out. */
function each<T extends Receipt | Incoming>(
  body: unknown,
  read: (item: Readonly<Record<string, unknown>>) => T | undefined,
): T[] | undefined {
  const items = Array.isArray(body) ? body : [body]
  if (items.length > mostItems || !items.every(item => typeof item === 'object' && item !== null)) return undefined
  return items.map(item => read(item as Record<string, unknown>)).filter(item => item !== undefined)
}

function incomingOf(from: unknown, words: unknown, at: unknown, id: unknown): Incoming | undefined {
  const [phone, text, sent] = [textOf(from), textOf(words), textOf(at)]
  if (phone === '') return undefined
  // Without an id, the same words from the same number at the same second are the same message.
  const digest = () =>
    createHash('sha256')
      .update(JSON.stringify([phone, text, sent]))
      .digest('base64url')
  return { key: textOf(id) || digest(), phone, text, sentAt: timeOf(at) }
}

const withCountry = (mobile: string, country: string): string =>
  country !== '' && !mobile.startsWith('+') ? `+${country}${mobile}` : mobile

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** `2026-11-22 10:00:00` is Beijing's time; with a zone it says so itself. */
function timeOf(value: unknown): Date | null {
  const text = textOf(value).trim()
  const isBare = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
  const time = new Date(isBare ? `${text.replace(' ', 'T')}+08:00` : text)
  return text === '' || Number.isNaN(time.getTime()) ? null : time
}
