import type { PortalTicket } from '@baton/contract'
import { h } from '../dom.ts'
import { newKey } from '../draft.ts'
import { field, growing } from '../field.ts'
import { fill, type Language } from '../words.ts'
import { act, object } from './api.ts'
import { press } from './busy.ts'
import { said } from './said.ts'
import type { FollowWords } from './words.ts'

interface Setting {
  words: FollowWords
  language: Language
  token: string
  ticket: PortalTicket
  /** The ticket as it is now, and what to say about it. */
  done: (ticket: PortalTicket, words: string) => void
}

/** Is it solved? Yes closes the ticket; no takes the customer's words along to whoever goes on. */
export function verdict({ words, language, token, ticket, done }: Setting): HTMLElement | undefined {
  if (!ticket.mayConfirm) return undefined
  const tell = (refused: unknown) => said(refused, words)
  const yes = press(words.solved, words.busy, { type: 'button', class: 'button primary' })
  yes.button.onclick = () =>
    void yes.run(async () => done(await act(token, 'confirm', language), words.thanksConfirmed), tell) // tells its own failure
  const choice = h('div', { class: 'choice' }, yes.button)
  const element = h('section', { class: 'verdict' }, h('h2', {}, words.isSolved), choice, yes.message)
  if (ticket.mayObject) {
    const no = () => {
      element.replaceChildren(
        ...objection({ words, language, token, ticket, done }, () => element.replaceWith(again())),
      )
      element.querySelector('textarea')?.focus()
    }
    choice.append(h('button', { type: 'button', class: 'button', onclick: no }, words.notSolved))
  }
  return element

  function again(): HTMLElement {
    return verdict({ words, language, token, ticket, done }) ?? element
  }
}

function objection({ words, language, token, done }: Setting, back: () => void): HTMLElement[] {
  const key = newKey()
  const area = h('textarea', { rows: 3, maxlength: 2000, placeholder: words.stillWrongPlaceholder })
  const text = field({ id: 'objection', label: words.stillWrong, control: growing(area) })
  const { button, message, run } = press(words.sendObjection, words.busy)
  const send = (event: Event) => {
    event.preventDefault()
    const given = area.value.trim()
    text.complain(given ? undefined : fill(words.required, { field: words.stillWrong }))
    if (!given) return area.focus()
    void run(
      async () => done(await object(token, { key, words: given }, language), words.thanksObjected),
      refused => said(refused, words),
    ) // tells its own failure
  }
  return [
    h(
      'form',
      { class: 'form', novalidate: true, onsubmit: send },
      text.element,
      message,
      h(
        'div',
        { class: 'choice' },
        button,
        h('button', { type: 'button', class: 'button', onclick: back }, words.cancel),
      ),
    ),
  ]
}

/** 催办, and when it may be pressed again. */
export function urging({ words, language, token, ticket, done }: Setting): HTMLElement | undefined {
  const { may, count, againAt } = ticket.urge
  if (!may) return undefined
  if (againAt)
    return h(
      'p',
      { class: 'hint' },
      fill(words.urgeAgain, {
        count,
        time: new Date(againAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      }),
    )
  const { button, message, run } = press(words.urge, words.busy, { type: 'button', class: 'button' })
  button.onclick = () =>
    void run(
      async () => done(await act(token, 'urge', language), words.urged),
      refused => said(refused, words),
    ) // tells its own failure
  return h(
    'div',
    { class: 'urge' },
    button,
    count > 0 && h('span', { class: 'hint' }, fill(words.urgeCount, { count })),
    message,
  )
}
