import type { PortalFile, PortalMessage } from '@baton/contract'
import { h } from '../dom.ts'
import { fill, type Language } from '../words.ts'
import { moment } from './times.ts'
import type { FollowWords } from './words.ts'

/** What was said to each other, the oldest on top. */
export function conversation(messages: readonly PortalMessage[], words: FollowWords, language: Language): HTMLElement {
  return h(
    'section',
    { class: 'conversation' },
    h('h2', {}, words.conversation),
    messages.length === 0
      ? h('p', { class: 'hint' }, words.noMessages)
      : h('ol', {}, ...messages.map(message => block(message, words, language))),
  )
}

function block({ mine, at, body, files }: PortalMessage, words: FollowWords, language: Language): HTMLElement {
  const pictures = files.filter(file => file.picture)
  const others = files.filter(file => !file.picture)
  return h(
    'li',
    { class: mine ? 'mine' : 'ours' },
    h(
      'p',
      { class: 'who' },
      h('strong', {}, mine ? words.me : words.us),
      h('time', { datetime: at }, moment(at, language)),
    ),
    h('p', { class: 'words' }, body),
    pictures.length > 0 && h('div', { class: 'pictures' }, ...pictures.map(file => picture(file, words))),
    others.length > 0 && h('ul', { class: 'saved' }, ...others.map(saved)),
  )
}

const picture = ({ url, name }: PortalFile, words: FollowWords): HTMLElement =>
  h(
    'a',
    { href: url, target: '_blank', rel: 'noreferrer' },
    h('img', { src: url, alt: fill(words.picture, { name }), loading: 'lazy', width: 96, height: 96 }),
  )

const saved = ({ url, name, size }: PortalFile): HTMLElement =>
  h('li', {}, h('a', { href: url, download: name }, name), h('span', {}, ` ${Math.max(1, Math.round(size / 1024))} KB`))
