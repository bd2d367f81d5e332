import '@baton/ui/tokens.css'
import '../style/reference.css'
import '../style/reference-page.css'
import { h } from '../dom.ts'
import { followTheme } from '../theme.ts'
import { chosenLanguage, keepLanguage, type Language } from '../words.ts'
import { type Document, type Entry, entriesOf } from './document.ts'
import { entryPage } from './entry.ts'
import { markdown } from './markdown.ts'
import { referenceWords } from './words.ts'

const page = document.getElementById('page') as HTMLElement
let language: Language = chosenLanguage()
let api: Document | undefined
let sought = ''

followTheme()
addEventListener('hashchange', () => show(true))
addEventListener('keydown', event => {
  const isTyping = event.target instanceof HTMLInputElement
  if (event.key !== '/' || isTyping || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  document.querySelector<HTMLInputElement>('#search')?.focus()
})
await load()

async function load(): Promise<void> {
  document.documentElement.lang = language
  try {
    const response = await fetch(`/api/v1/openapi.json?lang=${language}`)
    api = (await response.json()) as Document
    draw()
  } catch {
    page.replaceChildren(h('p', { role: 'alert', class: 'failed' }, referenceWords[language].failed))
  }
}

function draw() {
  const words = referenceWords[language]
  document.title = `${words.title} · Baton`
  const search = h('input', {
    id: 'search',
    type: 'search',
    placeholder: `${words.search}  /`,
    'aria-label': words.search,
    value: sought,
    oninput: () => seek(search.value),
    onkeydown: (event: KeyboardEvent) => event.key === 'Enter' && openFirst(),
  })
  page.replaceChildren(
    h(
      'aside',
      {},
      h(
        'div',
        { class: 'head' },
        h('a', { href: '#/', class: 'brand' }, words.title),
        h('button', { type: 'button', class: 'language', onclick: () => void turn() }, words.language),
      ),
      search,
      h('nav', { id: 'contents', 'aria-label': words.contents }),
    ),
    h('main', { id: 'content' }),
  )
  list()
  show(false)
}

function list() {
  const words = referenceWords[language]
  const groups = groupsFor(sought)
  const link = (entry: Entry) =>
    h(
      'li',
      {},
      h(
        'a',
        { href: `#/${entry.id}` },
        h('span', {}, entry.title),
        entry.kind === 'operation' && h('small', {}, entry.id),
      ),
    )
  document
    .getElementById('contents')
    ?.replaceChildren(
      ...(groups.length === 0 ? [h('p', { class: 'none', role: 'status' }, words.nothing)] : []),
      ...groups.map(({ title, entries }) =>
        h('section', {}, h('h2', {}, title || words.schemas), h('ul', {}, ...entries.map(link))),
      ),
    )
  mark()
}

/** By name, summary and property: what is sought stands somewhere in it. */
function groupsFor(text: string) {
  const wanted = text.trim().toLowerCase()
  const all = api ? entriesOf(api) : []
  if (wanted === '') return all
  const fits = (entry: Entry): boolean => {
    const described = entry.kind === 'operation' ? entry.operation : entry.schema
    return `${entry.id} ${entry.title} ${JSON.stringify(described)}`.toLowerCase().includes(wanted)
  }
  const named = (entry: Entry): number => (`${entry.id} ${entry.title}`.toLowerCase().includes(wanted) ? 0 : 1)
  return all
    .map(({ title, entries }) => ({ title, entries: entries.filter(fits).sort((a, b) => named(a) - named(b)) }))
    .filter(({ entries }) => entries.length > 0)
}

function seek(text: string) {
  sought = text
  list()
}

function openFirst() {
  const [first] = groupsFor(sought)[0]?.entries ?? []
  if (first) location.hash = `#/${first.id}`
}

function show(isMove: boolean) {
  const content = document.getElementById('content')
  if (!api || !content) return
  const words = referenceWords[language]
  const id = decodeURIComponent(location.hash.replace(/^#\/?/, ''))
  const entry = entriesOf(api)
    .flatMap(({ entries }) => entries)
    .find(candidate => candidate.id === id)
  page.classList.toggle('reading', entry !== undefined)
  content.replaceChildren(
    entry
      ? entryPage(entry, api, words)
      : h('article', {}, h('h1', { tabindex: -1 }, api.info.title), ...markdown(api.info.description)),
  )
  mark()
  if (!isMove) return
  scrollTo(0, 0)
  content.querySelector<HTMLElement>('h1')?.focus()
}

function mark() {
  for (const link of document.querySelectorAll('#contents a')) {
    if (link.getAttribute('href') === location.hash) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

async function turn() {
  language = language === 'en' ? 'zh-CN' : 'en'
  keepLanguage(language)
  await load()
}
