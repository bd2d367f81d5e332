import type { FormWelcome } from '@baton/contract'
import { h } from './dom.ts'
import type { Draft } from './draft.ts'
import { type Asked, chips, group, pressed } from './field.ts'
import type { Language, Words } from './words.ts'

/** More than these are a list to choose from instead. */
const mostChips = 8

export interface TemplateChoice extends Asked {
  /** '' for none. */
  value(): string
}

/** Which kind of matter it is: what it asks for follows. */
export function templateChoice(
  { templates }: FormWelcome,
  draft: Draft,
  words: Words,
  language: Language,
): TemplateChoice {
  const options = templates.map(({ id, name, nameEn }) => ({ key: id, name: (language === 'en' && nameEn) || name }))
  const other = { key: '', name: words.templateOther }
  const isList = options.length > mostChips
  const body = isList ? list(options) : chips('radio', 'templateId', [...options, other], [draft.templateId || 'none'])
  const about = h('p', { class: 'hint', role: 'status' })
  const drawn = group({ id: 'template', label: words.template, optional: words.optional }, body, about)
  describe()
  drawn.element.addEventListener('input', describe)
  return { ...drawn, value, focus: () => drawn.element.querySelector<HTMLElement>('input, select')?.focus() }

  function list(those: readonly { key: string; name: string }[]): HTMLSelectElement {
    const select = h(
      'select',
      { 'aria-label': words.template },
      h('option', { value: '' }, words.categoryNone),
      ...those.map(({ key, name }) => h('option', { value: key }, name)),
    )
    select.value = draft.templateId
    if (select.selectedIndex < 0) select.value = ''
    return select
  }

  function value(): string {
    return body instanceof HTMLSelectElement ? body.value : (pressed(body)[0] ?? '')
  }

  function describe() {
    about.textContent = templates.find(({ id }) => id === value())?.description ?? ''
  }
}
