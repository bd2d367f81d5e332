import { fold } from '@baton/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'

/** The index against a plain scan of everything that was written: nothing is missed, and nothing is found that is not there. */
let desk: TestDesk
const open: string[] = []
const whispered: string[] = []
const ids: string[] = []

const many = 100
beforeAll(async () => {
  desk = await testDesk()
  const seeds = fc.sample(fc.tuple(prose, prose, prose, fc.nat(99_999_999)), { numRuns: many, seed: 20261122 })
  for (const [subject, body, note, digits] of seeds) {
    const phone = `138${String(digits).padStart(8, '0')}`
    const ticket = await desk.does('ticket.open', {
      subject: subject.slice(0, 190).toWellFormed().replace(/\s+/g, ' '),
      body,
      requester: { name: '甲乙', phone },
      fields: { orderNo: `SF${digits}` },
    })
    await desk.does('ticket.note', { ticketId: ticket.id, body: note })
    const { customer } = await desk.asks('ticket.get', { id: ticket.id })
    ids.push(ticket.id)
    open.push(
      [ticket.subject, body, ticket.number, `SF${digits}`, customer.name, customer.number, phone, `+86${phone}`].join(
        '\n',
      ),
    )
    whispered.push(note)
  }
  await desk.drained()
}, 120_000)
afterAll(() => desk.close())

/** Few characters, so that words stand in several tickets; in both writings, both widths, with pictures and letters between. */
const character = fc.constantFrom(...'洗衣机機扫掃地機器人声聲音大大大的的的响響')
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.array(character, { minLength: 1, maxLength: 8 }).map(all => all.join('')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'refund',
      'Refunds',
      'ＲＥＦＵＮＤ',
      'xqg100',
      'B-12',
      'é',
      'naïve',
      '😀',
      '👍🏽',
      '👨‍👩‍👧',
    ),
  },
  { weight: 1, arbitrary: fc.nat(9_999_999_999).map(String) },
)
const prose = fc
  .array(fc.tuple(piece, fc.constantFrom('', '', ' ', '，', '。\n', '  ', '-')), { minLength: 1, maxLength: 14 })
  .map(parts => `文${parts.flat().join('')}`)

/** Something that stands in what was written, and now and then something else. */
const wanted = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(many - 1), fc.boolean(), fc.nat(10_000), fc.integer({ min: 1, max: 9 })).map(cut),
  },
  { weight: 2, arbitrary: fc.tuple(fc.nat(many - 1), fc.integer({ min: 4, max: 8 })).map(end) },
  { weight: 1, arbitrary: fc.array(character, { minLength: 1, maxLength: 4 }).map(all => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }) },
)

function cut([at, inNote, from, length]: [number, boolean, number, number]): string {
  const text = [...((inNote ? whispered[at] : open[at]) ?? '')]
  const start = from % Math.max(1, text.length)
  return text.slice(start, start + length).join('')
}

function end([at, length]: [number, number]): string {
  const words = (open[at] ?? '').match(/[A-Za-z0-9]{4,}/g) ?? []
  return words.at(-1)?.slice(-length) ?? ''
}

const plain = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()
const isFound = (word: string): boolean => /[\p{L}\p{N}\p{So}]/u.test(word)

/** What the index promises (`word.ts`), said once more over the whole text. */
function holds(word: string, text: string): boolean {
  if (!text.split('\n').some(line => plain(line).includes(word)) && !plain(text).includes(word)) return false
  if (!/^[a-z0-9]+$/.test(word)) return true
  const words = plain(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words
    .flatMap(one => one.split(scripts))
    .some(one => {
      const isCode = one.length >= 8 && (one.match(/\d/g) ?? []).length >= 4
      if (one === word) return true
      if (one.startsWith(word) && word.length >= (isCode ? 6 : 3)) return true
      return one.endsWith(word) && word.length >= 4 && /\d/.test(word)
    })
}
const scripts = /[\p{Script=Han}\p{So}]+/u

async function search(text: string, caller?: Caller): Promise<Set<string>> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await desk.asks('ticket.search', { text, limit: 200, ...(cursor && { cursor }) }, caller)
    for (const ticket of page.items) found.add(ticket.id)
    expect(page.count).toBeGreaterThanOrEqual(page.items.length)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}

const quoted = (word: string): string => `"${word}"`
/** A word of one kind of characters, which is where the promise is the scan itself. */
const isOneKind = (word: string): boolean => /^[\p{Script=Han}\p{So}]+$/u.test(word) || /^[a-z0-9]+$/.test(word)

test('everything that a scan finds is found, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(wanted, async sent => {
      const word = plain(sent)
      fc.pre(isFound(word) && !/["“”＂「」『』\\]/.test(sent) && sent.isWellFormed() && sent.trim() !== '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: refused at the door
      fc.pre(!/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(sent.replace(/\n/g, '')))
      const found = await search(quoted(sent.replace(/\n/g, ' ')))
      for (const [at, id] of ids.entries()) {
        const texts = [...(open[at] ?? '').split('\n'), open[at] ?? '', whispered[at] ?? '']
        const stands = texts.some(text => holds(word, text))
        if (found.has(id))
          expect(stands || texts.some(text => plain(text).includes(word)), `${word} is not in ${at}`).toBe(true)
        else if (isOneKind(word)) expect(stands, `${word} is missed in ${at}`).toBe(false)
      }
    }),
    { numRuns: 120 },
  )
}, 120_000)

test('who may not read notes finds exactly what a scan without them finds', async () => {
  const grants: Record<string, true> = { 'ticket.search': true, 'ticket.get': true, 'ticket.timeline': true }
  const caller: Caller = { ...desk.system, grants: { may: name => grants[name] ?? false, field: () => undefined } }
  await fc.assert(
    fc.asyncProperty(fc.nat(many - 1), fc.nat(10_000), fc.integer({ min: 1, max: 6 }), async (at, from, length) => {
      const word = plain(cut([at, true, from, length]))
      fc.pre(isOneKind(word) && word !== '')
      const found = await search(quoted(word), caller)
      for (const [n, id] of ids.entries())
        expect(found.has(id), `${word} in ${n}`).toBe((open[n] ?? '').split('\n').some(text => holds(word, text)))
    }),
    { numRuns: 80 },
  )
}, 120_000)

test('what is shown as found is what was looked for', async () => {
  await fc.assert(
    fc.asyncProperty(wanted, async sent => {
      const word = plain(sent)
      fc.pre(isOneKind(word) && word.length > 1)
      const page = await desk.asks('ticket.search', { text: word, limit: 5 })
      for (const ticket of page.items as Answer[]) {
        expect(ticket.hits.length).toBeGreaterThan(0)
        for (const { text, ranges } of ticket.hits)
          for (const [start, stop] of ranges) expect(plain(text.slice(start, stop))).toContain(word)
      }
    }),
    { numRuns: 120 },
  )
}, 120_000)
