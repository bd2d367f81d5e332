/**
 * The words of sanitised HTML as plain text: paragraphs and rows become lines, a quotation gets its `> `, a link its
 * address when its words do not say it, an image its description.
 */
export function htmlText(html: string): string {
  const writer = new Lines()
  const links: { href: string; from: number }[] = []
  let pre = 0
  for (const [token, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|[^<]+/g)) {
    if (!name) {
      const words = unescaped(token)
      writer.write(pre > 0 ? words : words.replace(/[ \t\r\n\f]+/g, ' '))
      continue
    }
    if (name === 'br') writer.line()
    else if (name === 'hr') writer.block('----')
    else if (name === 'pre') {
      writer.block()
      pre += close ? -1 : 1
    } else if (name === 'blockquote') writer.quote(close ? -1 : 1)
    else if (name === 'img') writer.write(described(token))
    else if (name === 'a' && !close) links.push({ href: attribute(token, 'href'), from: writer.length })
    else if (name === 'a') {
      const link = links.pop()
      if (link?.href && !saysSo(writer.since(link.from), link.href)) writer.write(` <${link.href}>`)
    } else if (name === 'li' && !close) writer.block('- ')
    else if (name === 'td' || name === 'th') writer.cell()
    else if (paragraphs.has(name)) writer.paragraph()
    else if (blocks.has(name)) writer.line(true)
  }
  return writer.text()
}

const paragraphs = new Set(['p', 'ul', 'ol', 'dl', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure'])
const blocks = new Set([
  'div',
  'tr',
  'li',
  'dd',
  'dt',
  'center',
  'tbody',
  'thead',
  'tfoot',
  'caption',
  'details',
  'summary',
  'figcaption',
])

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
const saysSo = (words: string, href: string): boolean => {
  const target = href.replace(/^(mailto|tel):/i, '').replace(/\/$/, '')
  return words.trim() === '' || words.includes(target) || (target.includes(words.trim()) && words.trim().length > 6)
}
const described = (tag: string): string => {
  const alt = attribute(tag, 'alt').trim()
  return alt ? `[${alt}]` : ''
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name] ?? '')

/** Lines as they are built: `> ` for each quotation around, no space at their ends, no more than one empty line in a row. */
class Lines {
  #done: string[] = []
  #current = ''
  #depth = 0
  #wantsGap = false
  length = 0

  write(words: string): void {
    for (const [at, piece] of words.split('\n').entries()) {
      if (at > 0) this.line()
      const more = this.#current === '' || this.#current.endsWith(' ') ? piece.replace(/^ +/, '') : piece
      this.#current += more
      this.length += more.length
    }
  }

  /** Ends the line; `only`: unless it is empty. */
  line(only = false): void {
    if (only && this.#current.trim() === '') return
    this.#push(this.#current)
    this.#current = ''
  }

  block(words = ''): void {
    this.line(true)
    this.#current = words
  }

  paragraph(): void {
    this.line(true)
    this.#wantsGap = true
  }

  cell(): void {
    if (this.#current.trim() !== '' && !this.#current.endsWith(' ')) this.#current += ' '
  }

  quote(by: 1 | -1): void {
    this.line(true)
    this.#depth = Math.max(0, this.#depth + by)
  }

  since(from: number): string {
    return this.#current.slice(-(this.length - from) || this.#current.length)
  }

  text(): string {
    this.line(true)
    return this.#done.join('\n')
  }

  #push(words: string): void {
    const line = `${'> '.repeat(this.#depth)}${words.trimEnd()}`.trimEnd()
    const last = this.#done.at(-1)
    if (this.#wantsGap && last && last.trim() !== '' && words.trim() !== '')
      this.#done.push('> '.repeat(this.#depth).trimEnd())
    this.#wantsGap = false
    this.#done.push(line)
  }
}
