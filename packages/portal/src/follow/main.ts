import '@baton/ui/tokens.css'
import '../style/page.css'
import '../style/fields.css'
import '../style/controls.css'
import '../style/files.css'
import '../style/done.css'
import '../style/follow.css'
import '../style/rating.css'
import type { PortalTicket, PortalWelcome, Records } from '@baton/contract'
import { Refused } from '../api.ts'
import { h } from '../dom.ts'
import { followTheme } from '../theme.ts'
import { chosenLanguage, fill, keepLanguage } from '../words.ts'
import { getSurvey, getTicket, getWelcome } from './api.ts'
import { home } from './home.ts'
import { numberAndCode, type Typed } from './number.ts'
import { rating, thanks } from './rating.ts'
import { isShut, said } from './said.ts'
import { ticketPage } from './ticket.ts'
import { type FollowWords, followWords } from './words.ts'

/** The customers' pages: `/portal`, `/follow`, `/follow/<token>`, `/rate/<token>?score=4`. */
const page = document.getElementById('page') as HTMLElement
let language = chosenLanguage()
let welcome: PortalWelcome | undefined
let ticket: PortalTicket | undefined
let survey: Records['survey'] | undefined
let failure: unknown
let notice: string | undefined
let ratedWith: number | undefined
const typed: Typed = { number: new URLSearchParams(location.search).get('number') ?? '', minutes: 0, againAt: 0 }

followTheme()
addEventListener('popstate', () => void load())
await load()

function place(): { kind: 'home' | 'follow' | 'ticket' | 'rate'; token: string } {
  const [, first, token = ''] = location.pathname.split('/')
  if (first === 'rate') return { kind: 'rate', token }
  if (first === 'follow') return { kind: token ? 'ticket' : 'follow', token }
  return { kind: 'home', token: '' }
}

async function load(): Promise<void> {
  const { kind, token } = place()
  failure = undefined
  ticket = undefined
  survey = undefined
  draw()
  try {
    const [answer, ofTicket, ofSurvey] = await Promise.all([
      welcome ?? getWelcome(language),
      kind === 'ticket' ? getTicket(token, language) : undefined,
      kind === 'rate' ? getSurvey(token, language) : undefined,
    ])
    welcome = answer
    ticket = ofTicket
    survey = ofSurvey
  } catch (refused) {
    failure = refused
    welcome ??= await getWelcome(language).catch(() => undefined)
  }
  draw()
}

function go(path: string) {
  history.pushState(null, '', path)
  scrollTo(0, 0)
  void load() // tells its own failure
}

function draw() {
  const words = followWords[language]
  const title = { home: words.home, follow: words.follow, ticket: ticket?.subject ?? words.follow, rate: words.rate }[
    place().kind
  ]
  document.documentElement.lang = language
  document.title = welcome?.deskName ? `${title} · ${welcome.deskName}` : title
  page.replaceChildren(
    h(
      'header',
      {},
      h('a', { class: 'desk', href: '/portal' }, welcome?.deskName || words.home),
      h(
        'button',
        { type: 'button', class: 'link', lang: language === 'en' ? 'zh-CN' : 'en', onclick: turn },
        words.language,
      ),
    ),
    h('main', {}, ...content(words)),
  )
}

function content(words: FollowWords): HTMLElement[] {
  const { kind, token } = place()
  if (failure !== undefined) return failed(words, kind)
  if (kind === 'ticket' && ticket) return [ticketPage({ words, language, token, ticket, goOn, notice })]
  if (kind === 'rate' && survey) return rate(words, survey, token)
  if (!welcome || kind === 'ticket' || kind === 'rate')
    return [
      h('h1', {}, kind === 'rate' ? words.rate : kind === 'home' ? words.home : words.follow),
      h('div', { class: 'waiting', 'aria-busy': 'true' }),
    ]
  if (kind === 'home') return home(words, welcome)
  return numberAndCode({ words, language, welcome, typed, entered: token => go(`/follow/${token}`), redraw: draw })
}

function goOn(token: string, words: string) {
  notice = words
  go(`/follow/${token}`)
}

function rate(
  words: FollowWords,
  { ticketNumber, subject, score, comment, open }: Records['survey'],
  token: string,
): HTMLElement[] {
  if (ratedWith !== undefined) return [thanks(words, ratedWith)]
  const lead = h('p', { class: 'lead' }, fill(words.rateLead, { number: ticketNumber, subject }))
  if (!open) return [h('h1', {}, words.rateOver), h('p', { class: 'lead' }, words.rateOverLead)]
  const asked = Number(new URLSearchParams(location.search).get('score'))
  return [
    h('h1', {}, words.rate),
    lead,
    score !== null && h('p', { class: 'hint' }, words.rated),
    rating({
      words,
      language,
      token,
      score: asked >= 1 && asked <= 5 ? Math.floor(asked) : score,
      comment,
      answered: score !== null,
      done(given) {
        ratedWith = given
        draw()
        scrollTo(0, 0)
      },
    }),
  ].filter(part => part !== false)
}

function failed(words: FollowWords, kind: string): HTMLElement[] {
  const isLost = isShut(failure) || (failure instanceof Refused && failure.status === 404)
  if (isLost && kind !== 'rate' && welcome?.followEnabled)
    return [
      h('h1', {}, words.badLink),
      h('p', { class: 'lead' }, words.badLinkLead),
      h('a', { class: 'button primary', href: '/follow' }, words.follow),
    ]
  if (isLost)
    return [h('h1', {}, kind === 'rate' ? words.badLink : words.closed), h('p', { class: 'lead' }, words.closedLead)]
  return [
    h('h1', {}, words.loadFailed),
    h('p', { class: 'message', role: 'alert' }, said(failure, words)),
    h('button', { type: 'button', class: 'button', onclick: () => void load() }, words.reload),
  ]
}

function turn() {
  language = language === 'en' ? 'zh-CN' : 'en'
  keepLanguage(language)
  draw()
}
