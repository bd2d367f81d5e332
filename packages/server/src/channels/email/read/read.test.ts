import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { mediaTypeOf, safeName } from '../../../records/files/index.ts'
import { fixtures, jar } from '../fixtures/jar.ts'
import type { Expected } from '../fixtures/mail.ts'
import { writerOf } from './machine.ts'
import { type Mail, readMail } from './mail.ts'

test('every mail of the jar has its expectation', () => {
  expect(readdirSync(jar).toSorted()).toEqual(fixtures.map(({ name }) => `${name}.eml`).toSorted())
})

describe('the jar', () => {
  test.each(fixtures)('$name', ({ name, bytes, expected }) => {
    const raw = readFileSync(path.join(jar, `${name}.eml`))
    expect(raw.equals(bytes)).toBe(true)
    const mail = readMail(raw)
    const { text, textLacks = [], htmlHas = [], htmlLacks = [] } = expected
    expect(mail).toMatchObject(plainly(expected))
    for (const words of [text ?? []].flat()) expect(mail.text).toContain(words)
    for (const words of textLacks) expect(mail.text).not.toContain(words)
    for (const words of htmlHas) expect(mail.html).toContain(words)
    for (const words of htmlLacks) expect(mail.html).not.toContain(words)
    if (expected.references) expect(mail.references).toEqual(expect.arrayContaining(expected.references))
    if (expected.attachments) expect(mail.attachments.map(shown)).toMatchObject(expected.attachments)
    if (expected.kind) expect(kindOf(mail)).toMatchObject(judged(expected))
    expect(`${mail.subject}${mail.from?.name}${mail.text}`).toBe(
      spotless(`${mail.subject}${mail.from?.name}${mail.text}`),
    )
  })
})

/** What is compared as it stands. */
function plainly({ subject, from, html, messageId, date }: Expected) {
  return {
    ...(subject !== undefined && { subject }),
    ...(from !== undefined && { from }),
    ...(html !== undefined && { html }),
    ...(messageId !== undefined && { messageId }),
    ...(date !== undefined && { date }),
  }
}

function kindOf(mail: Mail) {
  const writer = writerOf(mail, { from: 'envelope@example.cn', domains: new Set(['desk.example']) })
  if (writer.kind !== 'report') return { kind: writer.kind === 'person' ? 'message' : 'automatic' }
  const { fate, recipients, diagnostic, about } = writer.report
  const kind = { failed: 'bounce', delayed: 'delay', arrived: 'receipt' }[fate]
  return { kind, failed: recipients, diagnostic, original: about[0] }
}

const judged = ({ kind, failed, diagnostic, original }: Expected) => ({
  kind,
  ...(failed && { failed }),
  ...(diagnostic && { diagnostic }),
  ...(original && { original }),
})

const shown = ({ name, content, cid }: { name: string; content: Buffer; cid: string | null }) => ({
  name: safeName(name),
  mediaType: mediaTypeOf(content, name),
  size: content.length,
  inline: cid !== null,
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
const spotless = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/g, '')
