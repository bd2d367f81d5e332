import type { PortalTicket } from '@baton/contract'
import { h } from '../dom.ts'
import { fill, type Language } from '../words.ts'
import { getTicket } from './api.ts'
import { conversation } from './conversation.ts'
import { rating } from './rating.ts'
import { progress } from './stations.ts'
import { urging, verdict } from './verdict.ts'
import type { FollowWords } from './words.ts'
import { writer } from './write.ts'

interface Setting {
  words: FollowWords
  language: Language
  token: string
  ticket: PortalTicket
  /** Goes to the page of the ticket that follows this one. */
  goOn: (token: string, words: string) => void
  /** Said at the top when the page comes from somewhere. */
  notice?: string | undefined
}

/** How often it is looked whether something has happened, while somebody looks, in milliseconds. */
const lookEvery = 20_000

/** A ticket's page for its customer; it keeps itself up to date, and never takes away what is being written. */
export function ticketPage({ words, language, token, ticket, goOn, notice }: Setting): HTMLElement {
  let shown = ticket
  const status = h('p', { class: 'notice', role: 'status' }, notice ?? '')
  const top = h('div', { class: 'top' })
  const talk = h('div', {})
  const closed = h('p', { class: 'hint closed-hint' })
  const element = h(
    'article',
    { class: 'ticket' },
    h('p', { class: 'ticket-number' }, ticket.number),
    h('h1', {}, ticket.subject),
    status,
    top,
    talk,
    ticket.mayWrite && closed,
    ticket.mayWrite &&
      writer({
        words,
        language,
        token,
        number: ticket.number,
        async sent({ next }) {
          if (next) return goOn(next.token, fill(words.next, { number: next.number }))
          show(await getTicket(token, language))
        },
      }),
  )
  draw()
  setTimeout(look, lookEvery)
  return element

  function show(fresh: PortalTicket, said?: string) {
    const before = shown
    shown = fresh
    if (said) status.textContent = said
    if (
      said !== undefined ||
      JSON.stringify({ ...before, messages: [] }) !== JSON.stringify({ ...fresh, messages: [] })
    )
      if (said !== undefined || !isBeingUsed(top)) drawTop()
    // The addresses of files change from hour to hour; what is shown of them does not.
    if (before.messages.length !== fresh.messages.length) drawTalk()
  }

  function draw() {
    drawTop()
    drawTalk()
  }

  function drawTop() {
    const setting = {
      words,
      language,
      token,
      ticket: shown,
      done: (fresh: PortalTicket, said: string) => show(fresh, said),
    }
    const parts = [progress(shown, words, language), verdict(setting), urging(setting), rated()]
    top.replaceChildren(...parts.filter(part => part !== undefined))
    closed.textContent = shown.status === 'closed' ? words.writeClosed : ''
  }

  function drawTalk() {
    talk.replaceChildren(conversation(shown.messages, words, language))
  }

  function rated(): HTMLElement | undefined {
    const { survey, status: state } = shown
    if (!survey || (state !== 'solved' && state !== 'closed')) return undefined
    const { score, comment } = survey
    return h(
      'details',
      { class: 'rate', open: score === null },
      h(
        'summary',
        {},
        words.rate,
        score !== null &&
          h('span', { class: 'lit-stars', role: 'img', 'aria-label': String(score) }, '★'.repeat(score)),
      ),
      rating({
        words,
        language,
        token,
        score,
        comment,
        answered: score !== null,
        done: given =>
          void getTicket(token, language).then(
            fresh => show(fresh, given <= 2 ? words.thanksBad : words.thanks),
            () => show({ ...shown, survey: { score: given, comment } }, words.thanks),
          ),
      }),
    )
  }

  async function look() {
    if (!element.isConnected) return
    if (document.visibilityState === 'visible')
      await getTicket(token, language).then(
        fresh => show(fresh),
        () => {}, // Looked at again soon; what is shown stays true as of then.
      )
    setTimeout(look, lookEvery)
  }
}

/** Whether somebody is in the middle of something there. */
const isBeingUsed = (place: HTMLElement): boolean =>
  place.contains(document.activeElement) ||
  [...place.querySelectorAll('textarea')].some(area => area.value !== area.defaultValue)
