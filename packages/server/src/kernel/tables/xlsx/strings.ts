import { textListener } from './text.ts'
import { type Attributes, listen } from './xml.ts'

/** The texts that the sheets of a workbook share. */
export interface Strings {
  /** The text by its number in the file, its `_x000D_` not yet read; undefined if there is none. */
  at(index: number): string | undefined
}

/** Kept packed: a million texts are their bytes and a number each, not a million objects. */
interface Pack {
  bytes: Buffer
  /** Where each text ends in the bytes. */
  ends: Uint32Array
}

const packSize = 1024

export async function readStrings(bytes: AsyncIterable<Buffer> | undefined): Promise<Strings> {
  const packs: Pack[] = []
  let open: string[] = []
  const text = textListener()
  const listener = {
    open(name: string, attributes: Attributes) {
      if (name === 'si') text.start()
      else text.open(name, attributes)
    },
    close(name: string) {
      if (name === 'si') open.push(text.taken())
      else text.close(name)
    },
    text: text.text,
  }
  if (bytes) {
    for await (const _piece of listen(bytes, listener))
      while (open.length >= packSize) packs.push(packed(open.splice(0, packSize)))
  }
  packs.push(packed(open))
  open = []
  return {
    at(index) {
      const pack = packs[Math.floor(index / packSize)]
      const place = index % packSize
      const end = pack?.ends[place]
      return end === undefined ? undefined : pack?.bytes.toString('utf8', pack.ends[place - 1] ?? 0, end)
    },
  }
}

function packed(texts: readonly string[]): Pack {
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (const [index, text] of texts.entries()) {
    end += Buffer.byteLength(text)
    ends[index] = end
  }
  return { bytes: Buffer.from(texts.join('')), ends }
}
