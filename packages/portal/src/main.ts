import '@baton/ui/tokens.css'
import './style/page.css'
import './style/fields.css'
import './style/controls.css'
import './style/files.css'
import './style/own.css'
import './style/done.css'
import type { FormWelcome } from '@baton/contract'
import { getWelcome } from './api.ts'
import { h } from './dom.ts'
import { done } from './done.ts'
import { loadDraft, nextDraft, saveDraft } from './draft.ts'
import { form } from './form.ts'
import { followTheme } from './theme.ts'
import { chosenLanguage, keepLanguage, languages } from './words.ts'

const page = document.getElementById('page') as HTMLElement
let language = chosenLanguage()
let draft = loadDraft()
let welcome: FormWelcome | undefined
/** Whether files are still on their way; a page drawn anew would forget them. */
let settled: () => Promise<boolean> = async () => true

followTheme()
draw()
await load()

async function load(): Promise<void> {
  try {
    welcome = await getWelcome(draft.token, language)
    draft.token = welcome.token
    saveDraft(draft)
    draw()
  } catch {
    draw(true)
  }
}

function draw(hasFailed = false) {
  const words = languages[language]
  document.documentElement.lang = language
  document.title = welcome?.deskName ? `${words.title} · ${welcome.deskName}` : words.title
  page.replaceChildren(
    h(
      'header',
      {},
      h('a', { class: 'desk', href: '/portal' }, welcome?.deskName || words.home),
      h(
        'button',
        { type: 'button', class: 'link', lang: language === 'en' ? 'zh-CN' : 'en', onclick: () => void turn() },
        words.language,
      ),
    ),
    h('main', {}, ...content(hasFailed)),
  )
}

function content(hasFailed: boolean): HTMLElement[] {
  const words = languages[language]
  if (draft.done)
    return [done(draft.done, { draft, words, language, again, followEnabled: welcome?.followEnabled ?? false })]
  if (welcome && !welcome.enabled) return [h('h1', {}, words.closed), h('p', { class: 'lead' }, words.closedLead)]
  const heading = [h('h1', {}, words.title), h('p', { class: 'lead' }, words.lead)]
  if (hasFailed)
    return [
      ...heading,
      h('p', { class: 'message', role: 'alert' }, words.loadFailed),
      h('button', { type: 'button', class: 'button', onclick: () => void load() }, words.reload),
    ]
  if (!welcome) return [...heading, h('div', { class: 'waiting', 'aria-busy': 'true' })]
  const drawn = form({
    words,
    language,
    draft,
    welcome,
    done(answer) {
      draft.done = answer
      saveDraft(draft)
      draw()
      scrollTo(0, 0)
    },
  })
  settled = drawn.settled
  return [...heading, drawn.element]
}

function again() {
  draft = nextDraft(draft)
  saveDraft(draft)
  draw()
  scrollTo(0, 0)
}

async function turn() {
  await settled()
  language = language === 'en' ? 'zh-CN' : 'en'
  keepLanguage(language)
  draw()
}
