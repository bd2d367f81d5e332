import type { PortalTicket, Station } from '@baton/contract'
import { h } from '../dom.ts'
import { fill, type Language } from '../words.ts'
import { clock, day, moment } from './times.ts'
import type { FollowWords } from './words.ts'

/** How far it is: a short line of stations with their times, and in words what it waits for. */
export function progress(ticket: PortalTicket, words: FollowWords, language: Language): HTMLElement {
  const { stations, waiting, answerBy, closesAt } = ticket
  const by = answerBy
    ? fill(words.answerBy, { time: moment(answerBy, language) })
    : closesAt
      ? fill(words.closesAt, { time: moment(closesAt, language) })
      : undefined
  return h(
    'section',
    { class: 'progress', 'aria-label': words.progress },
    h('p', { class: 'waiting-for', 'data-waiting': waiting }, words.waiting[waiting]),
    by && h('p', { class: 'by' }, by),
    h('ol', { class: 'stations' }, ...stations.map(station => stop(station, words, language))),
  )
}

function stop({ key, at, state }: Station, words: FollowWords, language: Language): HTMLElement {
  return h(
    'li',
    { 'data-state': state, ...(state === 'current' && { 'aria-current': 'step' }) },
    h('span', { class: 'name' }, words.station[key]),
    at && h('time', { datetime: at }, h('span', {}, day(at, language)), ' ', h('span', {}, clock(at, language))),
  )
}
