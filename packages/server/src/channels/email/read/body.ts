import { readText } from './charset.ts'
import { unflow } from './flowed.ts'
import { type CleanHtml, cleanHtml } from './html.ts'
import { htmlText } from './html-text.ts'
import type { Part } from './parts.ts'

/** What a mail says, in text and perhaps in HTML, and the parts that are attachments. */
export interface Body {
  text: string
  html: string | undefined
  images: ReadonlySet<string>
  attachments: readonly Part[]
}

/** A stretch of the body: each has its text, some have HTML. */
interface Stretch {
  text: string
  html?: string
}

export function readBody(root: Part, hint?: string): Body {
  const stretches: Stretch[] = []
  const attachments: Part[] = []
  const images = new Set<string>()
  gather(root, { hint, stretches, attachments, images })
  const spoken = stretches.filter(({ text, html }) => text.trim() !== '' || html)
  const hasHtml = spoken.some(({ html }) => html !== undefined)
  return {
    text: spoken.map(({ text }) => text).join('\n\n'),
    html: hasHtml ? spoken.map(({ text, html }) => html ?? paragraphs(text)).join('\n') : undefined,
    images,
    attachments,
  }
}

/** Words beyond these bytes are nobody's to read; the whole mail is kept as it came. */
const most = { plain: 1_000_000, html: 500_000 } as const

const beginning = (bytes: Buffer, length: number): Buffer =>
  bytes.length <= length ? bytes : bytes.subarray(0, Math.max(bytes.lastIndexOf(0x0a, length), length / 2))

interface Gathering {
  hint: string | undefined
  stretches: Stretch[]
  attachments: Part[]
  images: Set<string>
}

function gather(part: Part, into: Gathering): void {
  const kind = part.type.value
  if (part.parts.length > 0) {
    if (kind === 'multipart/alternative') choose(part, into)
    else for (const child of part.parts) gather(child, into)
    return
  }
  if (!isWords(part)) {
    into.attachments.push(part)
    return
  }
  into.stretches.push(kind === 'text/html' ? ofHtml(part, into) : { text: ofPlain(part, into.hint) })
}

/** The same in several forms: the text of the plain one, the HTML of the other. */
function choose(part: Part, into: Gathering): void {
  const forms = part.parts.map(child => {
    const form: Gathering = { hint: into.hint, stretches: [], attachments: [], images: into.images }
    gather(child, form)
    into.attachments.push(...form.attachments)
    return form.stretches
  })
  const rich = forms.findLast(stretches => stretches.some(({ html }) => html))
  const plain = forms.find(stretches => stretches.some(({ html, text }) => !html && text.trim() !== ''))
  if (!rich || !plain) {
    into.stretches.push(...(rich ?? plain ?? []))
    return
  }
  const text = plain.map(stretch => stretch.text).join('\n\n')
  into.stretches.push({ text, html: rich.map(stretch => stretch.html ?? paragraphs(stretch.text)).join('\n') })
}

/** Words to be read at once; a text with a name of its own is a file, unless it is all there is. */
function isWords({ type, disposition, within }: Part): boolean {
  if (type.value !== 'text/plain' && type.value !== 'text/html' && type.value !== 'text/enriched') {
    // Nobody says what it is, so the mail's own words are words.
    return within === undefined && !/^[\w.+-]+\/[\w.+-]+$/.test(type.value)
  }
  if (within === undefined) return disposition.value !== 'attachment'
  return disposition.value !== 'attachment' && !disposition.get('filename') && !type.get('name')
}

function ofPlain(part: Part, hint?: string): string {
  const text = readText(beginning(part.content(), most.plain), part.type.get('charset'), hint)
  const flowed = part.type.get('format')?.toLowerCase() === 'flowed'
  return flowed ? unflow(text, part.type.get('delsp')?.toLowerCase() === 'yes') : text
}

function ofHtml(part: Part, { hint, images }: Gathering): Stretch {
  const bytes = beginning(part.content(), most.html)
  const source = readText(bytes, part.type.get('charset') ?? charsetInside(bytes), hint)
  const clean: CleanHtml = cleanHtml(source)
  for (const image of clean.images) images.add(image)
  return { text: htmlText(clean.html), html: clean.html }
}

const charsetInside = (bytes: Buffer): string | undefined =>
  /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1]

const paragraphs = (text: string): string =>
  `<p style="white-space:pre-wrap">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`
