import type { SpecOf } from '@baton/contract'
import { h } from '../dom.ts'
import { group } from '../field.ts'
import { type Control, type ControlSetting, nameOf } from './control.ts'

export interface Node {
  key: string
  name: string
  parent?: string | undefined
}

export interface Levels {
  element: HTMLElement
  /** The keys from the root down. */
  path(): string[]
  focus(): void
}

/** A tree, chosen from level by level: each list shows what stands beneath the choice of the one before. */
export function levels(
  nodes: readonly Node[],
  chosen: readonly string[],
  { choose, labelAt }: { choose: string; labelAt: (depth: number) => string },
): Levels {
  const beneath = byParent(nodes)
  let path = standing(chosen, beneath)
  const element = h('div', { class: 'levels' })
  draw(0)
  return { element, path: () => [...path], focus: () => element.querySelector('select')?.focus() }

  /** Draws the levels from this one on; the ones before keep the focus. */
  function draw(from: number) {
    for (const list of [...element.children].slice(from)) list.remove()
    for (let depth = from; depth <= path.length; depth++) {
      const options = beneath.get(path[depth - 1])
      if (!options) return
      element.append(listAt(depth, options))
    }
  }

  function listAt(depth: number, options: readonly Node[]): HTMLElement {
    const list = h(
      'select',
      {
        'aria-label': labelAt(depth),
        oninput: () => {
          path = [...path.slice(0, depth), ...(list.value ? [list.value] : [])]
          draw(depth + 1)
        },
      },
      h('option', { value: '' }, choose),
      ...options.map(({ key, name }) => h('option', { value: key }, name)),
    )
    list.value = path[depth] ?? ''
    return list
  }
}

function byParent(nodes: readonly Node[]): Map<string | undefined, Node[]> {
  const beneath = new Map<string | undefined, Node[]>()
  for (const node of nodes) {
    const siblings = beneath.get(node.parent)
    if (siblings) siblings.push(node)
    else beneath.set(node.parent, [node])
  }
  return beneath
}

/** As much of what was chosen before as there still is. */
function standing(chosen: readonly string[], beneath: ReadonlyMap<string | undefined, readonly Node[]>): string[] {
  const path: string[] = []
  for (const key of chosen) {
    if (!beneath.get(path.at(-1))?.some(node => node.key === key)) break
    path.push(key)
  }
  return path
}

/** A cascade: following lists. */
export function branches(setting: ControlSetting<SpecOf<'cascade'>>): Control {
  const { id, label, field: asked, before, own, words, language } = setting
  const nodes = asked.spec.branches.map(branch => ({ ...branch, name: nameOf(branch, language) }))
  const lists = levels(nodes, Array.isArray(before) ? before.map(String) : [], {
    choose: own.choose,
    labelAt: depth => (depth === 0 ? label : `${label}: ${own.next}`),
  })
  const { element, complain, require } = group({ id, label, hint: asked.help, optional: words.optional }, lists.element)
  return {
    element,
    complain,
    require,
    focus: lists.focus,
    value() {
      const path = lists.path()
      return path.length > 0 ? path : null
    },
  }
}
