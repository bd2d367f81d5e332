import type { FieldColumn, SpecOf } from '@baton/contract'
import { h, icon } from '../dom.ts'
import { group } from '../field.ts'
import { fill } from '../words.ts'
import { type Control, type ControlSetting, nameOf } from './control.ts'
import { plainNumber } from './text.ts'

type Cell = HTMLInputElement | HTMLSelectElement
type Row = { element: HTMLElement; cells: { column: FieldColumn; cell: Cell }[] }

/** A small list: one card a row, so that it fits on a telephone. */
export function rows(setting: ControlSetting<SpecOf<'rows'>>): Control {
  const { id, label, field: asked, before, words, own, language, changed } = setting
  const { columns, most } = asked.spec
  const list = h('ol', { class: 'rows' })
  const given = Array.isArray(before) && before.length > 0 ? before : [{}]
  let made: Row[] = given.map(row => make(row as Record<string, unknown>))
  const more = h('button', { type: 'button', class: 'link', onclick: () => add() }, own.addRow)
  const { element, complain, require } = group({ id, label, hint: asked.help, optional: words.optional }, list, more)
  draw()
  return {
    element,
    complain,
    require,
    focus: () => list.querySelector<HTMLElement>('input, select')?.focus(),
    value() {
      const kept = filled().map(valuesOf)
      return kept.length > 0 ? kept : null
    },
    within(place, wrong) {
      const [at = '', key] = place.split('.')
      const row = made.indexOf(filled()[Number(at)] as Row) + 1
      const column = columns.find(one => one.key === key)
      return row > 0 && column ? fill(own.cellWrong, { row, column: nameOf(column, language), wrong }) : wrong
    },
  }

  /** Blank rows are not told; the server counts without them. */
  function filled(): Row[] {
    return made.filter(row => Object.keys(valuesOf(row)).length > 0)
  }

  function add() {
    made.push(make({}))
    draw()
    made.at(-1)?.cells[0]?.cell.focus()
  }

  function drop(row: Row) {
    made = made.length > 1 ? made.filter(one => one !== row) : [make({})]
    draw()
    more.focus()
    changed()
  }

  function draw() {
    list.replaceChildren(...made.map(({ element }, at) => numbered(element, at + 1)))
    more.hidden = made.length >= most
  }

  function numbered(element: HTMLElement, row: number): HTMLElement {
    element.setAttribute('aria-label', fill(own.row, { row }))
    element.querySelector('button')?.setAttribute('aria-label', fill(own.removeRow, { row }))
    return element
  }

  function make(values: Record<string, unknown>): Row {
    const cells = columns.map(column => ({ column, cell: cellOf(column, values[column.key]) }))
    const row: Row = { cells, element: h('li') }
    row.element.append(
      h(
        'div',
        { class: 'cells' },
        ...cells.map(({ column, cell }) =>
          h('label', {}, nameOf(column, language), column.required && h('span', { class: 'star' }, '*'), cell),
        ),
      ),
      h('button', { type: 'button', class: 'bare', onclick: () => drop(row) }, icon('M5 5l10 10M15 5L5 15')),
    )
    return row
  }

  function cellOf(column: FieldColumn, value: unknown): Cell {
    const cell = emptyCell(column)
    cell.value = String(value ?? '')
    return cell
  }

  function emptyCell({ kind, options = [] }: FieldColumn): Cell {
    switch (kind) {
      case 'choice':
        return listOf(options.map(option => [option.key, nameOf(option, language)]))
      case 'boolean':
        return listOf([
          ['true', own.yes],
          ['false', own.no],
        ])
      case 'date':
        return h('input', { type: 'date' })
      case 'text':
        return h('input', { maxlength: 500 })
      default:
        return h('input', { inputmode: 'decimal' })
    }
  }

  function listOf(options: readonly (readonly [string, string])[]): HTMLSelectElement {
    const lines = options.map(([value, name]) => h('option', { value }, name))
    return h('select', {}, h('option', { value: '' }, own.choose), ...lines)
  }
}

function valuesOf({ cells }: Row): Record<string, unknown> {
  return Object.fromEntries(
    cells.flatMap(({ column: { key, kind }, cell }): [string, unknown][] => {
      const typed = cell.value.trim()
      if (typed === '') return []
      if (kind === 'boolean') return [[key, typed === 'true']]
      return [[key, kind === 'number' || kind === 'amount' ? plainNumber(typed) : typed]]
    }),
  )
}
