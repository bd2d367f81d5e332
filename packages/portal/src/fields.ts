import type { FormWelcome } from '@baton/contract'
import type { UploadPlace } from './api.ts'
import { type Asking, asking, type Standing } from './asking.ts'
import { categorySteps } from './category.ts'
import { limits } from './check.ts'
import { h } from './dom.ts'
import type { Draft } from './draft.ts'
import { type Asked, type Control, chips, type Field, field, group, growing, pressed } from './field.ts'
import { type Files, files as filesOf } from './files.ts'
import { templateChoice } from './template.ts'
import { fill, type Language, type Words } from './words.ts'

interface Setting {
  words: Words
  language: Language
  draft: Draft
  welcome: FormWelcome
  place: () => UploadPlace
  changed: () => void
}

export interface Fields {
  element: HTMLElement
  /** By the path that problems name, in the order of the page. */
  byPath(): ReadonlyMap<string, Asked>
  files: Files
  /** A trap: nobody sees it. */
  homepage: HTMLInputElement
  /** What the template asks. */
  asking: Asking
  read(draft: Draft): void
  /** Of what must be filled in beside text: in words, by path. */
  missing(): Map<string, string>
  /** Whether it is asked for at all. */
  isShown(part: Part): boolean
}

type Part = 'requestType' | 'category'

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
  const template = templateChoice(welcome, draft, words, language)
  const parts = { requestType: types, category }
  const standings = new Map<Part, Standing>()
  const more = asking({ welcome, draft, words, language, place, changed, stood })
  for (const one of [name, subject, body]) one.require(true)
  const element = h(
    'div',
    { class: 'fields' },
    welcome.templates.length > 0 && template.element,
    name.element,
    h(
      'fieldset',
      { class: 'contact' },
      h('legend', { class: 'hint' }, words.contactHint),
      h('div', { class: 'pair' }, email.element, phone.element),
    ),
    welcome.requestTypes.length > 0 && types.element,
    welcome.categories.length > 0 && category.element,
    subject.element,
    body.element,
    more.element,
    files.element,
    h('div', { class: 'hidden', 'aria-hidden': 'true' }, h('label', { for: 'homepage' }, words.homepage), homepage),
  )
  const first: [string, Asked][] = [
    ['templateId', template],
    ['name', asked(name)],
    ['email', asked(email)],
    ['phone', asked(phone)],
    ['requestType', types],
    ['category', category],
    ['subject', asked(subject)],
    ['body', asked(body)],
  ]
  return {
    element,
    byPath: () => new Map([...first, ...(more.now()?.byPath() ?? [])]),
    files,
    homepage,
    asking: more,
    isShown: part => standings.get(part) !== 'hidden',
    missing() {
      const wrong = [...standings].filter(([part, standing]) => standing === 'required' && draft[part] === '')
      return new Map(wrong.map(([part]) => [part, fill(words.required, { field: words[part] })]))
    },
    read(draft) {
      const textOf = ({ control }: { control: Control }) => control.value
      draft.name = textOf(name)
      draft.email = textOf(email).trim()
      draft.phone = textOf(phone).trim()
      draft.category = category.value()
      draft.templateId = template.value()
      draft.subject = textOf(subject)
      draft.body = textOf(body)
      draft.requestType = types.value()
      draft.files = files.kept()
      more.now()?.read(draft)
    },
  }

  function stood() {
    for (const part of ['requestType', 'category'] as const) {
      const standing = more.partStanding(part)
      standings.set(part, standing)
      parts[part].element.hidden = standing === 'hidden'
      parts[part].require(standing === 'required')
    }
  }
}

const asked = ({ element, control, complain }: Field): Asked => ({ element, complain, focus: () => control.focus() })

function typeChoice({ requestTypes }: FormWelcome, draft: Draft, words: Words, language: Language) {
  const options = requestTypes.map(({ key, nameZh, nameEn }) => ({ key, name: language === 'en' ? nameEn : nameZh }))
  const body = chips('radio', 'requestType', options, [draft.requestType])
  const drawn = group({ id: 'requestType', label: words.requestType, optional: words.optional }, body)
  return {
    ...drawn,
    value: () => pressed(body)[0] ?? '',
    focus: () => body.querySelector('input')?.focus(),
  }
}
