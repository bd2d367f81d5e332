import { h } from './dom.ts'

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Where something is asked, and can be wrong. */
export interface Asked {
  element: HTMLElement
  complain(message?: string): void
  focus(): void
}

export interface Field {
  element: HTMLElement
  control: Control
  /** Says what is wrong at the field itself; nothing takes it back. */
  complain(message?: string): void
  require(required: boolean): void
}

interface Parts {
  id: string
  label: string
  control: Control
  hint?: string | null
  optional?: string
}

/** What stands behind a label: a star where it must be filled in, else that it need not be. */
export function mark(optional = '') {
  const element = h('span', { class: 'optional' }, optional)
  return {
    element,
    require(required: boolean) {
      element.className = required ? 'star' : 'optional'
      element.textContent = required ? '*' : optional
    },
  }
}

/** A label, a control, and room for what is wrong with it: tied together for those who hear the page. */
export function field({ id, label, control, hint, optional }: Parts): Field {
  const error = h('p', { class: 'error', id: `${id}-error` })
  const note = hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : undefined
  const described = [note && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ')
  control.id = id
  control.setAttribute('aria-describedby', described)
  const { element: sign, require } = mark(optional)
  const element = h('div', { class: 'field' }, h('label', { for: id }, label, sign), note, control, error)
  return {
    element,
    control,
    complain(message) {
      error.textContent = message ?? ''
      element.classList.toggle('wrong', message !== undefined)
      if (message === undefined) control.removeAttribute('aria-invalid')
      else control.setAttribute('aria-invalid', 'true')
    },
    require(required) {
      require(required)
      control.toggleAttribute('required', required)
    },
  }
}

/** A textarea that grows with what is written. */
export function growing(textarea: HTMLTextAreaElement): HTMLTextAreaElement {
  const fit = () => {
    textarea.style.height = 'auto'
    textarea.style.height = `${Math.min(textarea.scrollHeight + 2, 480)}px`
  }
  textarea.addEventListener('input', fit)
  if (textarea.value.includes('\n')) requestAnimationFrame(fit)
  return textarea
}

/** Several controls under one name. */
export interface Group extends Omit<Asked, 'focus'> {
  require(required: boolean): void
}

export function group(
  { id, label, hint, optional }: Omit<Parts, 'control'>,
  ...content: (HTMLElement | undefined)[]
): Group {
  const error = h('p', { class: 'error', id: `${id}-error` })
  const { element: sign, require } = mark(optional)
  const element = h(
    'fieldset',
    { class: 'field', id, 'aria-describedby': hint ? `${id}-hint ${id}-error` : `${id}-error` },
    h('legend', {}, label, sign),
    hint && h('p', { class: 'hint', id: `${id}-hint` }, hint),
    ...content,
    error,
  )
  return {
    element,
    require,
    complain(message) {
      error.textContent = message ?? ''
      element.classList.toggle('wrong', message !== undefined)
    },
  }
}

/** Options to press, one or several of them. */
export function chips(
  type: 'radio' | 'checkbox',
  name: string,
  options: readonly { key: string; name: string }[],
  chosen: readonly string[],
): HTMLElement {
  return h(
    'div',
    { class: 'chips' },
    ...options.map(option =>
      h(
        'label',
        { class: 'chip' },
        h('input', { type, name, value: option.key, checked: chosen.includes(option.key) }),
        h('span', {}, option.name),
      ),
    ),
  )
}

export const pressed = (element: HTMLElement): string[] =>
  [...element.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
