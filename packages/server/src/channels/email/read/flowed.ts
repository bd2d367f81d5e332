/** Joins the lines that `format=flowed` has broken (RFC 3676); quotations keep their depth. */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = []
  let open: { depth: number; text: string } | undefined
  const close = () => {
    if (open) out.push(quoted(open.depth, open.text))
    open = undefined
  }
  for (const line of text.split(/\r?\n/)) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0
    const words = line.slice(depth).replace(/^ /, '')
    if (open && (open.depth !== depth || words === '-- ')) close()
    const flows = words.endsWith(' ') && words !== '-- '
    const piece = flows && delSp ? words.slice(0, -1) : words
    open = { depth, text: (open?.text ?? '') + piece }
    if (!flows) close()
  }
  close()
  return out.join('\n')
}

const quoted = (depth: number, text: string): string => (depth === 0 ? text : `${'>'.repeat(depth)} ${text}`)
