import type { PortalWelcome } from '@baton/contract'
import { h, icon } from '../dom.ts'
import type { FollowWords } from './words.ts'

/** The first page: one way in, and one to look after what is in already. */
export function home(words: FollowWords, { formEnabled, followEnabled }: PortalWelcome): HTMLElement[] {
  if (!formEnabled && !followEnabled) return [h('h1', {}, words.closed), h('p', { class: 'lead' }, words.closedLead)]
  return [
    h('h1', {}, words.home),
    h('p', { class: 'lead' }, words.homeLead),
    h(
      'nav',
      { class: 'ways', 'aria-label': words.home },
      formEnabled && way('/form', 'M4 16l1-4 8.5-8.5 3 3L8 15l-4 1zM11.5 5.5l3 3', words.submit, words.submitHint),
      followEnabled &&
        way('/follow', 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5L17 17', words.follow, words.followHint),
    ),
  ]
}

const way = (href: string, line: string, title: string, hint: string): HTMLElement =>
  h('a', { class: 'way', href }, icon(line), h('strong', {}, title), h('span', {}, hint))
