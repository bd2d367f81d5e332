import type { Form, StandingItem } from '@baton/contract'
import { h } from '../dom.ts'
import type { Language } from '../words.ts'
import { type Control, nameOf } from './control.ts'

export interface Drawn {
  element: HTMLElement
  /** Shows what is asked now, and marks what must be filled in. */
  stand(standing: readonly StandingItem[]): void
}

interface Part {
  /** Where it stands in the form. */
  at: number
  element: HTMLElement
  control?: Control
}

/** The form's sections, each with its fields; those of which nothing is in sight are not there. */
export function draw(form: Form, controls: ReadonlyMap<string, Control>, language: Language): Drawn {
  const element = h('div', { class: 'own' })
  const parts: Part[] = []
  let section = opened(element)
  for (const [at, item] of form.entries()) {
    if (!('field' in item)) {
      section = opened(element, nameOf({ name: item.section, nameEn: item.sectionEn }, language))
      continue
    }
    const control = controls.get(item.field)
    if (!control) continue
    control.element.classList.toggle('half', item.width === 'half')
    section.append(control.element)
    parts.push({ at, element: control.element, control })
  }
  return {
    element,
    stand(standing) {
      for (const { at, element, control } of parts) {
        const { visible = true, required = 'no' } = standing[at] ?? {}
        element.hidden = !visible
        control?.require(required === 'open')
        if (visible) control?.reveal?.()
      }
      for (const one of element.children) {
        const asked = [...one.children].filter(child => child.tagName !== 'H2') as HTMLElement[]
        ;(one as HTMLElement).hidden = asked.every(({ hidden }) => hidden)
      }
    },
  }
}

function opened(within: HTMLElement, name?: string): HTMLElement {
  const section = h('div', { class: 'section', role: 'group', 'aria-label': name }, name && h('h2', {}, name))
  within.append(section)
  return section
}
