import { h } from '../dom.ts'
import { field, growing } from '../field.ts'
import { fill, type Language } from '../words.ts'
import { answer } from './api.ts'
import { press } from './busy.ts'
import { said } from './said.ts'
import type { FollowWords } from './words.ts'

interface Setting {
  words: FollowWords
  language: Language
  /** Of a survey's link, or of the ticket's. */
  token: string
  /** Chosen already: by the link in the mail, or by an earlier answer. */
  score: number | null
  comment: string | null
  /** Whether there is an answer already. */
  answered: boolean
  done: (score: number) => void
}

/** Five stars and a few words, sent by one press; opening the page sends nothing. */
export function rating({ words, language, token, score, comment, answered, done }: Setting): HTMLElement {
  const chosen = h('output', { class: 'chosen' })
  const stars = words.score.map((name, index) => star(index + 1, name, score, words, () => choose(index + 1)))
  const area = h('textarea', { name: 'comment', rows: 3, maxlength: 2000, placeholder: words.commentPlaceholder })
  area.value = comment ?? ''
  const text = field({ id: 'comment', label: words.comment, optional: words.optional, control: growing(area) })
  const { button, message, run, say } = press(answered ? words.changeRating : words.sendRating, words.busy)
  const send = (event: Event) => {
    event.preventDefault()
    const given = Number(element.querySelector<HTMLInputElement>('input:checked')?.value ?? 0)
    if (!given) {
      say(words.chooseScore)
      return element.querySelector<HTMLInputElement>('input')?.focus()
    }
    void run(
      async () => {
        await answer({ token, score: given, ...(area.value.trim() && { comment: area.value }) }, language)
        done(given)
      },
      refused => said(refused, words),
    ) // tells its own failure
  }
  const element = h(
    'form',
    { class: 'form rating', novalidate: true, onsubmit: send },
    h('fieldset', {}, h('legend', {}, words.rateAsk), h('div', { class: 'stars' }, ...stars)),
    chosen,
    text.element,
    message,
    button,
  )
  if (score) choose(score)
  return element

  function choose(value: number) {
    chosen.textContent = fill(words.scoreOf, { score: value, words: words.score[value - 1] ?? '' })
    for (const [index, label] of stars.entries()) label.classList.toggle('lit', index < value)
    say()
  }
}

function star(value: number, name: string, chosen: number | null, words: FollowWords, choose: () => void): HTMLElement {
  const label = fill(words.scoreOf, { score: value, words: name })
  return h(
    'label',
    { class: 'star', title: label },
    h('input', {
      type: 'radio',
      name: 'score',
      value,
      checked: chosen === value,
      'aria-label': label,
      onchange: choose,
    }),
    h('span', { 'aria-hidden': 'true' }, '★'),
  )
}

/** What is said after a rating. */
export const thanks = (words: FollowWords, score: number): HTMLElement => {
  const heading = h('h1', { tabindex: -1 }, words.thanks)
  requestAnimationFrame(() => heading.focus())
  return h(
    'section',
    { class: 'done' },
    heading,
    h('p', { class: 'lead' }, score <= 2 ? words.thanksBad : words.thanksGood),
  )
}
