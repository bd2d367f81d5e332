import type { FormAnswer, FormWelcome } from '@baton/contract'
import { getWelcome, Refused, submit, wait } from './api.ts'
import { checked } from './check.ts'
import { h } from './dom.ts'
import { type Draft, saveDraft } from './draft.ts'
import { fieldsOf } from './fields.ts'
import { fill, type Language, type Words } from './words.ts'

interface Setting {
  words: Words
  language: Language
  draft: Draft
  welcome: FormWelcome
  done: (answer: FormAnswer) => void
}

/** Nobody fills in the form faster; the server thinks so too. In milliseconds. */
const leastTime = 2100

interface Form {
  element: HTMLElement
  /** Resolves when no file is on its way any more. */
  settled: () => Promise<boolean>
}

/** Every error at its field, nothing typed ever lost, one ticket however often it is sent. */
export function form({ words, language, draft, welcome, done }: Setting): Form {
  let token = welcome.token
  let openedAt = performance.now()
  const keep = () => saveDraft(draft)
  const {
    element: fields,
    byPath,
    files,
    homepage,
    asking,
    missing,
    isShown,
    read,
  } = fieldsOf({
    words,
    language,
    draft,
    welcome,
    place: () => ({ url: '/api/public/form.upload', headers: { 'x-form-token': token } }),
    changed,
  })
  const button = h('button', { type: 'submit', class: 'button primary' }, words.send)
  const message = h('p', { class: 'message', role: 'alert' })
  const element = h(
    'form',
    { novalidate: true, class: 'form', onsubmit: send, oninput: changed, onchange: changed },
    fields,
    message,
    button,
  )
  asking.follow()
  return { element, settled: allSettled }

  function changed() {
    read(draft)
    keep()
    asking.follow()
  }

  async function allSettled(): Promise<boolean> {
    const [own, attached] = await Promise.all([asking.now()?.settled() ?? true, files.settled()])
    return own && attached
  }

  async function send(event: Event) {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    changed()
    say()
    try {
      await asking.ready()
    } catch {
      return say(words.fieldsFailed)
    }
    if (!complain(new Map([...checked(draft, words), ...missing(), ...(asking.now()?.missing() ?? [])]))) return
    busy(files.isBusy() || asking.now()?.isBusy() ? words.waitForFiles : words.sending)
    try {
      if (!(await allSettled())) return say(words.uploadFailed)
      busy(words.sending)
      changed()
      done(await deliver())
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused
      tell(refused)
    } finally {
      busy()
    }
  }

  async function deliver(again = true): Promise<FormAnswer> {
    await wait(Math.max(0, leastTime - (performance.now() - openedAt)))
    const { key, name, email, phone, category, requestType, templateId, subject, body } = draft
    const fields = asking.now()?.sent()
    const sent = {
      token,
      key,
      name,
      ...(email && { email }),
      ...(phone && { phone }),
      ...(templateId && { templateId }),
      ...(category && isShown('category') && { category }),
      ...(requestType && isShown('requestType') && { requestType }),
      ...(fields && { fields }),
      subject,
      body,
      attachmentIds: files.kept().map(file => file.id),
      ...(homepage.value && { homepage: homepage.value }),
    }
    try {
      return await submit(sent, language)
    } catch (refused) {
      const isOld = refused instanceof Refused && refused.code === 'form.expired'
      if (!isOld || !again) throw refused
      token = (await getWelcome(token, language)).token
      openedAt = performance.now()
      return deliver(false)
    }
  }

  function tell({ status, code, fields: wrong, retryAfter, message: detail }: Refused) {
    // Of several complaints about one field the first is said.
    if (wrong.length > 0) return void complain(new Map(wrong.toReversed().map(placed)))
    if (status === 0) return say(words.offline)
    if (status === 429) return say(fill(words.tooOften, { seconds: retryAfter }))
    say(code && status < 500 ? detail : words.failed)
  }

  /** Where a complaint stands on the page: at the field, or at what it is a part of. */
  function placed({ path, detail }: { path: string; detail: string }): [string, string] {
    const own = path.startsWith('fields.') && asking.now()
    return own ? own.told(path, detail) : [path.split('.')[0] ?? path, detail]
  }

  /** True when nothing is wrong; else each field says what, and the first one is gone to. */
  function complain(wrong: ReadonlyMap<string, string>): boolean {
    const places = byPath()
    for (const [path, field] of places) field.complain(wrong.get(path))
    files.complain(wrong.get('attachmentIds'))
    if (wrong.size === 0) return true
    const first = [...places].find(([path]) => wrong.has(path))?.[1]
    first?.focus()
    first?.element.scrollIntoView({ block: 'center' })
    const known = [...wrong.keys()].every(path => places.has(path) || path === 'attachmentIds')
    say(known ? fill(words.fixFields, { count: wrong.size }) : [...wrong.values()].join(' '))
    return false
  }

  function say(text = '') {
    message.textContent = text
  }

  // Not `disabled`, which would take the focus away from who works with keys.
  function busy(text?: string) {
    button.setAttribute('aria-disabled', String(text !== undefined))
    button.textContent = text ?? words.send
  }
}
