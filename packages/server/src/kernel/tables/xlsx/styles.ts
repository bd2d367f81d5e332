import { builtIn, type Shown, shownBy } from './format.ts'
import { type Attributes, heard } from './xml.ts'

/** Excel takes 255 letters. */
const longestFormat = 1000

/** How numbers are shown by the cells' styles, in the order in which cells count them. */
export async function readStyles(bytes: AsyncIterable<Buffer>): Promise<Shown[]> {
  const own = new Map<number, Shown>()
  const styles: number[] = []
  // The same elements also stand in the formats of conditions and tables.
  let within = ''
  await heard(bytes, {
    open(name: string, attributes: Attributes) {
      if (name === 'numFmts' || name === 'cellXfs') within = name
      const id = Number(attributes.numFmtId ?? 0)
      if (within === 'numFmts' && name === 'numFmt')
        own.set(id, shownBy((attributes.formatCode ?? '').slice(0, longestFormat)))
      if (within === 'cellXfs' && name === 'xf') styles.push(id)
    },
    close(name: string) {
      if (name === within) within = ''
    },
    text() {},
  })
  return styles.map(id => own.get(id) ?? builtIn(id))
}
