import type { PortalSaid } from '@baton/contract'
import { h } from '../dom.ts'
import { newKey } from '../draft.ts'
import { field, growing } from '../field.ts'
import { files as filesOf } from '../files.ts'
import { fill, type Language, languages } from '../words.ts'
import { say, uploadPlace } from './api.ts'
import { press } from './busy.ts'
import { loadWriting, saveWriting } from './kept.ts'
import { said } from './said.ts'
import type { FollowWords } from './words.ts'

interface Setting {
  words: FollowWords
  language: Language
  token: string
  number: string
  sent: (answer: PortalSaid) => Promise<void>
}

/** The customer adds something, with pictures: sent at once while they go on writing, kept until it has arrived. */
export function writer({ words, language, token, number, sent }: Setting): HTMLElement {
  let writing = loadWriting(number, newKey)
  const keep = () => saveWriting(number, writing)
  const area = h('textarea', { name: 'body', rows: 3, maxlength: 20_000, placeholder: words.writePlaceholder })
  area.value = writing.body
  const text = field({ id: 'body', label: words.write, control: growing(area) })
  let files = attachments()
  const { button, message, run } = press(words.send, words.busy)
  const status = h('p', { class: 'hidden', role: 'status' })
  area.addEventListener('paste', event => {
    if (event.clipboardData?.files.length) files.take(event.clipboardData.files)
  })
  const element = h(
    'form',
    { class: 'form writer', novalidate: true, onsubmit: send, oninput: changed },
    text.element,
    files.element,
    message,
    button,
    status,
  )
  return element

  function attachments() {
    return filesOf({
      words: languages[language],
      language,
      place: () => uploadPlace(token),
      before: writing.files,
      changed,
    })
  }

  function changed() {
    writing.body = area.value
    writing.files = files.kept()
    keep()
  }

  function send(event: Event) {
    event.preventDefault()
    const isEmpty = area.value.trim() === ''
    text.complain(isEmpty ? fill(words.required, { field: words.write }) : undefined)
    if (isEmpty) return area.focus()
    void run(
      async () => {
        if (files.isBusy()) status.textContent = words.waitForFiles
        if (!(await files.settled())) return files.complain(languages[language].uploadFailed)
        changed()
        const { key, body } = writing
        const answer = await say(token, { key, body, attachmentIds: writing.files.map(({ id }) => id) }, language)
        clear()
        await sent(answer)
        status.textContent = words.sent
      },
      refused => said(refused, words),
    ) // tells its own failure
  }

  function clear() {
    saveWriting(number, undefined)
    writing = loadWriting(number, newKey)
    area.value = ''
    area.style.height = ''
    const fresh = attachments()
    files.element.replaceWith(fresh.element)
    files = fresh
  }
}
