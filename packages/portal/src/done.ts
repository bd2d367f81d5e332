import type { FormAnswer } from '@baton/contract'
import { h, icon } from './dom.ts'
import type { Draft } from './draft.ts'
import { fill, type Language, type Words } from './words.ts'

interface Setting {
  draft: Draft
  words: Words
  language: Language
  again: () => void
  followEnabled: boolean
}

/** The matter has arrived: its number, and what happens next. */
export function done(answer: FormAnswer, { draft, words, language, again, followEnabled }: Setting): HTMLElement {
  const copy = h('button', { type: 'button', class: 'link', onclick: () => copyNumber() }, words.copy)
  const heading = h('h1', { tabindex: -1 }, words.doneTitle)
  const contact = draft.email || draft.phone
  // The page has changed under who hears it: the heading tells.
  requestAnimationFrame(() => heading.focus())
  return h(
    'section',
    { class: 'done' },
    h('div', { class: 'mark' }, icon('M4 10.5l4 4 8-9')),
    heading,
    h('p', { class: 'subject' }, answer.subject),
    h('p', { class: 'number' }, h('span', {}, words.number), h('strong', {}, answer.number), copy),
    h('h2', {}, words.next),
    h(
      'ol',
      { class: 'next' },
      h('li', {}, words.nextWaits),
      h(
        'li',
        {},
        answer.answerBy ? fill(words.nextAnswer, { time: moment(answer.answerBy, language) }) : words.nextAnswerSoon,
      ),
      contact && h('li', {}, fill(draft.email ? words.answerTo : words.answerByPhone, { contact })),
      h('li', {}, words.keepNumber),
    ),
    h(
      'p',
      { class: 'then' },
      // A code goes to the mailbox: whoever gave only a phone may have none.
      followEnabled &&
        draft.email !== '' &&
        h('a', { class: 'button', href: `/follow?number=${encodeURIComponent(answer.number)}` }, words.followIt),
      h('button', { type: 'button', class: 'button', onclick: again }, words.again),
    ),
  )

  function copyNumber() {
    navigator.clipboard?.writeText(answer.number).then(
      () => {
        copy.textContent = words.copied
      },
      () => getSelection()?.selectAllChildren(heading),
    )
  }
}

const moment = (time: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(time),
  )
