import { h } from '../dom.ts'

/** The little Markdown that the document uses: paragraphs, headings, tables, lists and `code`. Made of nodes, never of HTML. */
export function markdown(text: string): HTMLElement[] {
  return text
    .split(/\n{2,}/)
    .filter(block => block.trim() !== '')
    .flatMap(block => blocksOf(block.split('\n')))
}

function blocksOf(lines: string[]): HTMLElement[] {
  const [first = '', ...rest] = lines
  if (first.startsWith('## ')) {
    const heading = h('h2', {}, ...inline(first.slice(3)))
    return rest.length > 0 ? [heading, ...blocksOf(rest)] : [heading]
  }
  if (first.startsWith('|')) return [tableOf(lines)]
  if (first.startsWith('- ')) return [h('ul', {}, ...lines.map(line => h('li', {}, ...inline(line.slice(2)))))]
  return [h('p', {}, ...inline(lines.join(' ')))]
}

function tableOf(lines: string[]): HTMLElement {
  const [head = [], , ...rows] = lines.map(cellsOf)
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': head.join(', ') },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...head.map(cell => h('th', { scope: 'col' }, ...inline(cell))))),
      h('tbody', {}, ...rows.map(row => h('tr', {}, ...row.map(cell => h('td', {}, ...inline(cell)))))),
    ),
  )
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim())

export function inline(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`)/).map(part => (/^`.+`$/.test(part) ? h('code', {}, part.slice(1, -1)) : part))
}
