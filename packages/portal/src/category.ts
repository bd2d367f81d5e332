import type { FormWelcome } from '@baton/contract'
import { h } from './dom.ts'
import { mark } from './field.ts'
import type { Words } from './words.ts'

type Category = FormWelcome['categories'][number]

/** More than these on one step are a list to choose from instead. */
const mostChips = 8

export interface CategorySteps {
  element: HTMLElement
  /** The deepest one that is chosen; '' for none. */
  value(): string
  complain(message?: string): void
  focus(): void
  require(required: boolean): void
}

/** What it is about, step by step: first the kinds of matters, then those of the one that is chosen. */
export function categorySteps(categories: readonly Category[], chosen: string, words: Words): CategorySteps {
  const childrenOf = childrenIn(categories)
  const path = pathTo(chosen, categories)
  const steps = h('div', { class: 'category-steps' })
  const error = h('p', { class: 'error', id: 'category-error' })
  const sign = mark(words.optional)
  const element = h(
    'fieldset',
    { class: 'field types', id: 'category', 'aria-describedby': 'category-error' },
    h('legend', {}, words.category, sign.element),
    steps,
    error,
  )
  draw(0)
  return {
    element,
    value: () => path.at(-1) ?? '',
    require: sign.require,
    complain(message) {
      error.textContent = message ?? ''
      element.classList.toggle('wrong', message !== undefined)
    },
    focus: () => steps.querySelector<HTMLElement>('input, select')?.focus(),
  }

  /** Draws the steps from this one on; the ones before keep the focus. */
  function draw(from: number) {
    for (const step of [...steps.children].slice(from)) step.remove()
    for (let depth = from; ; depth++) {
      const options = childrenOf(path[depth - 1])
      if ((depth > 0 && path[depth - 1] === undefined) || options.length === 0) return
      steps.append(step(depth, options))
    }
  }

  function choose(depth: number, id: string) {
    path.splice(depth, path.length, ...(id ? [id] : []))
    draw(depth + 1)
  }

  function step(depth: number, options: readonly Category[]): HTMLElement {
    const label = depth === 0 ? words.category : words.categoryNext
    return options.length > mostChips ? list(depth, options, label) : chips(depth, options, label)
  }

  function list(depth: number, options: readonly Category[], label: string): HTMLElement {
    const select = h(
      'select',
      { 'aria-label': label, onchange: () => choose(depth, select.value) },
      h('option', { value: '' }, words.categoryNone),
      ...options.map(({ id, name }) => h('option', { value: id }, name)),
    )
    select.value = path[depth] ?? ''
    return select
  }

  function chips(depth: number, options: readonly Category[], label: string): HTMLElement {
    return h(
      'div',
      { class: 'chips', role: 'radiogroup', 'aria-label': label },
      ...options.map(({ id, name }) =>
        h(
          'label',
          { class: 'chip' },
          h('input', {
            type: 'radio',
            name: `category${depth}`,
            value: id,
            checked: path[depth] === id,
            onchange: () => choose(depth, id),
          }),
          h('span', {}, name),
        ),
      ),
    )
  }
}

/** The categories under one, by the paths that join their names; under none, the first ones. */
function childrenIn(categories: readonly Category[]) {
  const byId = new Map(categories.map(category => [category.id, category]))
  return (id: string | undefined): Category[] => {
    const parent = id === undefined ? undefined : byId.get(id)
    return categories.filter(({ path, depth, name }) =>
      parent ? depth === parent.depth + 1 && path === `${parent.path}-${name}` : depth === 0,
    )
  }
}

/** The ids from the root down to this one. */
function pathTo(id: string, categories: readonly Category[]): string[] {
  const found = categories.find(category => category.id === id)
  if (!found) return []
  const names = found.path.split('-')
  return names.flatMap((_, at) => {
    const path = names.slice(0, at + 1).join('-')
    return categories.find(category => category.path === path)?.id ?? []
  })
}
