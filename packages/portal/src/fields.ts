import type { FormWelcome } from '@baton/contract'
import type { UploadPlace } from './api.ts'
import { categorySteps } from './category.ts'
import { limits } from './check.ts'
import { h } from './dom.ts'
import type { Draft } from './draft.ts'
import { type Control, type Field, field, growing } from './field.ts'
import { type Files, files as filesOf } from './files.ts'
import type { Language, Words } from './words.ts'

interface Setting {
  words: Words
  language: Language
  draft: Draft
  welcome: FormWelcome
  place: () => UploadPlace
  changed: () => void
}

/** Where something is asked, and can be wrong. */
export interface Asked {
  element: HTMLElement
  complain(message?: string): void
  focus(): void
}

export interface Fields {
  element: HTMLElement
  /** By the path that problems name, in the order of the page. */
  byPath: ReadonlyMap<string, Asked>
  files: Files
  /** A trap: nobody sees it. */
  homepage: HTMLInputElement
  read(draft: Draft): void
}

/** All that is asked, filled in with what was typed before. */
export function fieldsOf({ words, language, draft, welcome, place, changed }: Setting): Fields {
  const text = (name: keyof Draft, props: Record<string, string | number | boolean>) =>
    h('input', { name, value: String(draft[name]), ...props })
  const name = field({
    id: 'name',
    label: words.name,
    control: text('name', {
      autocomplete: 'name',
      required: true,
      maxlength: limits.name,
      placeholder: words.namePlaceholder,
    }),
  })
  const email = field({
    id: 'email',
    label: words.email,
    control: text('email', {
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
      maxlength: limits.email,
      placeholder: 'name@example.com',
    }),
  })
  const phone = field({
    id: 'phone',
    label: words.phone,
    control: text('phone', {
      type: 'tel',
      inputmode: 'tel',
      autocomplete: 'tel',
      maxlength: limits.phone,
      placeholder: '138 0013 8000',
    }),
  })
  const subject = field({
    id: 'subject',
    label: words.subject,
    control: text('subject', { required: true, maxlength: limits.subject, placeholder: words.subjectPlaceholder }),
  })
  const area = h('textarea', {
    name: 'body',
    rows: 6,
    required: true,
    maxlength: limits.body,
    placeholder: words.bodyPlaceholder,
  })
  area.value = draft.body
  const body = field({ id: 'body', label: words.body, control: growing(area) })
  const category = categorySteps(welcome.categories, draft.category, words)
  const files = filesOf({
    words,
    language,
    place,
    before: draft.files,
    changed() {
      draft.files = files.kept()
      changed()
    },
  })
  area.addEventListener('paste', event => {
    if (event.clipboardData?.files.length) files.take(event.clipboardData.files)
  })
  const homepage = h('input', { id: 'homepage', tabindex: -1, autocomplete: 'off' })
  const types = typeChoice(welcome, draft, words, language)
  const element = h(
    'div',
    { class: 'fields' },
    name.element,
    h(
      'fieldset',
      { class: 'contact' },
      h('legend', { class: 'hint' }, words.contactHint),
      h('div', { class: 'pair' }, email.element, phone.element),
    ),
    welcome.requestTypes.length > 0 && types,
    welcome.categories.length > 0 && category.element,
    subject.element,
    body.element,
    files.element,
    h('div', { class: 'hidden', 'aria-hidden': 'true' }, h('label', { for: 'homepage' }, words.homepage), homepage),
  )
  const byPath = new Map<string, Asked>([
    ['name', asked(name)],
    ['email', asked(email)],
    ['phone', asked(phone)],
    ['category', category],
    ['subject', asked(subject)],
    ['body', asked(body)],
  ])
  return {
    element,
    byPath,
    files,
    homepage,
    read(draft) {
      const textOf = ({ control }: { control: Control }) => control.value
      draft.name = textOf(name)
      draft.email = textOf(email).trim()
      draft.phone = textOf(phone).trim()
      draft.category = category.value()
      draft.subject = textOf(subject)
      draft.body = textOf(body)
      draft.requestType = types.querySelector<HTMLInputElement>('input:checked')?.value ?? ''
      draft.files = files.kept()
    },
  }
}

const asked = ({ element, control, complain }: Field): Asked => ({ element, complain, focus: () => control.focus() })

function typeChoice({ requestTypes }: FormWelcome, draft: Draft, words: Words, language: Language): HTMLElement {
  return h(
    'fieldset',
    { class: 'types' },
    h('legend', {}, words.requestType, h('span', { class: 'optional' }, words.optional)),
    h(
      'div',
      { class: 'chips' },
      ...requestTypes.map(({ key, nameZh, nameEn }) =>
        h(
          'label',
          { class: 'chip' },
          h('input', { type: 'radio', name: 'requestType', value: key, checked: draft.requestType === key }),
          h('span', {}, language === 'en' ? nameEn : nameZh),
        ),
      ),
    ),
  )
}
