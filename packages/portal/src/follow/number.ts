import type { PortalWelcome } from '@baton/contract'
import { h } from '../dom.ts'
import { field } from '../field.ts'
import { fill, type Language } from '../words.ts'
import { askForCode, enter } from './api.ts'
import { press } from './busy.ts'
import { said } from './said.ts'
import type { FollowWords } from './words.ts'

interface Setting {
  words: FollowWords
  language: Language
  welcome: PortalWelcome
  /** What was typed, kept when the page is drawn anew. */
  typed: Typed
  entered: (token: string) => void
  redraw: () => void
}

export interface Typed {
  number: string
  /** For how many minutes the code works that was asked for; 0 before. */
  minutes: number
  /** When another code may be asked for, in epoch milliseconds. */
  againAt: number
}

const quiet = 60_000

/** By number and code: two short steps on one page. */
export function numberAndCode(setting: Setting): HTMLElement[] {
  const { words, typed, welcome } = setting
  if (!welcome.followEnabled) return [h('h1', {}, words.closed), h('p', { class: 'lead' }, words.closedLead)]
  return [
    h('h1', {}, words.follow),
    h('p', { class: 'lead' }, words.followLead),
    typed.minutes > 0 ? codeStep(setting) : numberStep(setting),
  ]
}

function numberStep({ words, language, welcome, typed, redraw }: Setting): HTMLElement {
  const control = h('input', {
    value: typed.number,
    maxlength: 40,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
  })
  const number = field({ id: 'number', label: words.number, hint: words.numberHint, control })
  const { button, message, run } = press(words.getCode, words.sending)
  const send = (event: Event) => {
    event.preventDefault()
    typed.number = control.value.trim()
    number.complain(typed.number ? undefined : fill(words.required, { field: words.number }))
    if (!typed.number) return control.focus()
    void run(
      async () => {
        await ask(typed, language)
        redraw()
      },
      refused => said(refused, words),
    ) // tells its own failure
  }
  return h(
    'form',
    { class: 'form narrow', novalidate: true, onsubmit: send },
    h('div', { class: 'fields' }, number.element),
    welcome.codeBy.includes('sms') ? null : h('p', { class: 'hint' }, words.mailOnly),
    message,
    button,
  )
}

async function ask(typed: Typed, language: Language): Promise<void> {
  typed.minutes = (await askForCode(typed.number, language)).minutes
  typed.againAt = Date.now() + quiet
}

function codeStep({ words, language, welcome, typed, entered, redraw }: Setting): HTMLElement {
  const control = h('input', { maxlength: 12, inputmode: 'numeric', autocomplete: 'one-time-code', class: 'code' })
  const code = field({ id: 'code', label: words.code, control })
  const { button, message, run } = press(words.enter, words.entering)
  const send = (event: Event) => {
    event.preventDefault()
    const given = control.value.trim()
    code.complain(given ? undefined : fill(words.required, { field: words.code }))
    if (!given) return control.focus()
    void run(
      async () => entered((await enter(typed.number, given, language)).token),
      refused => {
        control.select()
        return said(refused, words)
      },
    ) // tells its own failure
  }
  const another = () => {
    typed.minutes = 0
    redraw()
  }
  const where = welcome.codeBy.includes('sms') ? words.emailOrPhone : words.email
  requestAnimationFrame(() => control.focus())
  return h(
    'form',
    { class: 'form narrow', novalidate: true, onsubmit: send },
    h('p', { class: 'number one-line' }, h('span', {}, words.number), h('strong', {}, typed.number)),
    h('p', { role: 'status' }, fill(words.codeTo, { where, minutes: typed.minutes })),
    h('div', { class: 'fields' }, code.element),
    message,
    button,
    h(
      'p',
      { class: 'beside' },
      resend({ words, language, typed }, text => {
        message.textContent = text
      }),
      h('button', { type: 'button', class: 'link', onclick: another }, words.otherNumber),
    ),
  )
}

function resend(
  { words, language, typed }: Pick<Setting, 'words' | 'language' | 'typed'>,
  complain: (text: string) => void,
): HTMLElement {
  const button = h('button', { type: 'button', class: 'link', onclick: () => void again() }, words.again)
  const tick = () => {
    const seconds = Math.ceil((typed.againAt - Date.now()) / 1000)
    button.setAttribute('aria-disabled', String(seconds > 0))
    button.textContent = seconds > 0 ? fill(words.againIn, { seconds }) : words.again
    if (seconds > 0 && (button.isConnected || seconds > 58)) setTimeout(tick, 1000)
  }
  const again = async () => {
    if (button.getAttribute('aria-disabled') === 'true') return
    complain('')
    await ask(typed, language).catch((refused: unknown) => complain(said(refused, words)))
    tick()
  }
  tick()
  return button
}
