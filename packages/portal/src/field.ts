import { h } from './dom.ts'

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export interface Field {
  element: HTMLElement
  control: Control
  /** Says what is wrong at the field itself; nothing takes it back. */
  complain(message?: string): void
}

interface Parts {
  id: string
  label: string
  control: Control
  hint?: string
  optional?: string
}

/** A label, a control, and room for what is wrong with it: tied together for those who hear the page. */
export function field({ id, label, control, hint, optional }: Parts): Field {
  const error = h('p', { class: 'error', id: `${id}-error` })
  const note = hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : undefined
  const described = [note && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ')
  control.id = id
  control.setAttribute('aria-describedby', described)
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label, optional ? h('span', { class: 'optional' }, optional) : null),
    note,
    control,
    error,
  )
  return {
    element,
    control,
    complain(message) {
      error.textContent = message ?? ''
      element.classList.toggle('wrong', message !== undefined)
      if (message === undefined) control.removeAttribute('aria-invalid')
      else control.setAttribute('aria-invalid', 'true')
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
