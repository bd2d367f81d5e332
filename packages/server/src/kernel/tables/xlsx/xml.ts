import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { TableProblem } from '../table.ts'

export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML document, in its order. Names of elements come without their prefixes. */
export interface Listener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** So many letters without a tag between them are an attempt on our memory. */
const longestSilence = 2 ** 24

/** Workbooks go some ten elements deep. */
const deepest = 1000

/**
 * Reads XML piece by piece and comes back after each, so that what was heard can be handed on. Whoever has heard enough
 * breaks off. Throws for what is not XML, and for a document type, since entities of its own could grow without bounds.
 */
export async function* listen(bytes: AsyncIterable<Buffer>, listener: Listener): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let silence = 0
  let depth = 0
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0
    if (++depth > deepest) throw new TableProblem('table.tooBig')
    listener.open(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    silence = 0
    depth--
    listener.close(local(name))
  })
  parser.on('text', text => listener.text(text))
  parser.on('cdata', text => listener.text(text))
  parser.on('doctype', () => {
    throw new Error('the XML has a document type')
  })
  let decoder: TextDecoder | undefined
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    const text = decoder.decode(chunk, { stream: true })
    silence += text.length
    parser.write(text)
    if (silence > longestSilence) throw new TableProblem('table.tooBig')
    yield
  }
  parser.write(decoder?.decode() ?? '').close()
  yield
}

/** Hears the whole document. */
export async function heard<T extends Listener>(bytes: AsyncIterable<Buffer>, listener: T): Promise<T> {
  for await (const _piece of listen(bytes, listener));
  return listener
}

/** The attribute of a name with whatever prefix: `r:id`. */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find(key => key.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
