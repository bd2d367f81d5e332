import type { FormWelcome, PortalField, PortalTemplate, StandingItem } from '@baton/contract'
import type { UploadPlace } from '../api.ts'
import type { Draft, KeptFile } from '../draft.ts'
import type { Asked } from '../field.ts'
import { fill, type Language, type Words } from '../words.ts'
import { type Control, nameOf } from './control.ts'
import { controlOf } from './kinds.ts'
import { draw } from './sections.ts'
import { ownWords } from './words.ts'

export interface OwnSetting {
  template: PortalTemplate
  welcome: FormWelcome
  draft: Draft
  words: Words
  language: Language
  place: () => UploadPlace
  changed: () => void
}

/** A template's fields on the page. */
export interface OwnForm {
  element: HTMLElement
  /** Those in sight, by the path that problems name. */
  byPath(): ReadonlyMap<string, Asked>
  /** Writes down what is filled in. */
  read(draft: Draft): void
  /** What is shown and required, as it stands for what is filled in. */
  follow(parts: Readonly<Record<string, unknown>>): readonly StandingItem[]
  /** As the API takes them: nothing of what is hidden. */
  sent(): Record<string, unknown>
  /** What is missing, in words, by path. */
  missing(): Map<string, string>
  /** A complaint at a path beneath a field, as the path of the field and words that say where. */
  told(path: string, detail: string): [string, string]
  settled(): Promise<boolean>
  isBusy(): boolean
}

/** Everything about templates that a form without any does not need: loaded when one is chosen. */
export async function ownForm({ template, welcome, draft, ...setting }: OwnSetting): Promise<OwnForm> {
  const { form } = template
  const { words, language } = setting
  const own = ownWords[language]
  // Only a form with conditions needs what judges them.
  const judging = form.some(hasCondition) ? await import('./judge.ts') : undefined
  const fields = form.flatMap(
    item => welcome.fields.find(({ key }) => 'field' in item && item.field === pathOf(key)) ?? [],
  )
  const controls = new Map<string, Control>()
  for (const field of fields) {
    const control = controlOf({
      ...setting,
      id: `own-${field.key}`,
      label: nameOf(field, language),
      field,
      before: field.key in draft.fields ? draft.fields[field.key] : beginning(field),
      always: form.some(
        item => 'field' in item && item.field === pathOf(field.key) && item.required === 'open' && !item.requiredWhen,
      ),
      own,
    })
    if (control) controls.set(pathOf(field.key), control)
  }
  const drawn = draw(form, controls, language)
  let standing: readonly StandingItem[] = []
  const inSight = () =>
    [...controls].filter(([path]) =>
      standing.some(({ item, visible }) => visible && 'field' in item && item.field === path),
    )
  const all = [...controls.values()]
  return {
    element: drawn.element,
    byPath: () => new Map(inSight()),
    read(to) {
      for (const { key } of fields) to.fields[key] = controls.get(pathOf(key))?.value() ?? null
    },
    follow(parts) {
      const values = Object.fromEntries(
        fields.map(({ key, spec }) => [key, sentAs(spec.kind, controls.get(pathOf(key))?.value())]),
      )
      standing = judging?.judge({ form, fields, parts, values, zone: welcome.zone }) ?? form.map(unconditional)
      drawn.stand(standing)
      return standing
    },
    sent() {
      const shown = new Map(inSight())
      return Object.fromEntries(
        fields.flatMap(({ key, spec, default: usual }): [string, unknown][] => {
          const value = sentAs(spec.kind, shown.get(pathOf(key))?.value())
          // What would begin with something else must be told that it is empty.
          return value === null && usual === null ? [] : [[key, value]]
        }),
      )
    },
    missing() {
      const isMissing = (path: string) =>
        standing.some(({ item, required }) => 'field' in item && item.field === path && required === 'open')
      return new Map(
        fields.flatMap(field => {
          const control = new Map(inSight()).get(pathOf(field.key))
          if (!control || control.value() !== null || !isMissing(pathOf(field.key))) return []
          const sentence = isChosen(field) ? own.chooseField : words.required
          return [[pathOf(field.key), fill(sentence, { field: nameOf(field, language) })]]
        }),
      )
    },
    told(path, detail) {
      const [, key = '', ...rest] = path.split('.')
      const at = pathOf(key)
      return [at, (rest.length > 0 && controls.get(at)?.within?.(rest.join('.'), detail)) || detail]
    },
    settled: async () => (await Promise.all(all.map(({ under }) => under?.settled() ?? true))).every(Boolean),
    isBusy: () => all.some(({ under }) => under?.isBusy()),
  }
}

const pathOf = (key: string): string => `fields.${key}`

const hasCondition = (item: PortalTemplate['form'][number]): boolean =>
  item.visibleWhen !== undefined || ('field' in item && item.requiredWhen !== undefined)

const unconditional = (item: PortalTemplate['form'][number]): StandingItem => ({
  item,
  visible: true,
  required: 'field' in item ? item.required : 'no',
})

const isChosen = ({ spec }: PortalField): boolean =>
  ['choice', 'choices', 'cascade', 'boolean', 'address'].includes(spec.kind)

/** Of files their ids. */
const sentAs = (kind: PortalField['spec']['kind'], value: unknown): unknown =>
  (kind === 'files' || kind === 'pictures') && Array.isArray(value)
    ? value.map(({ id }: KeptFile) => id)
    : (value ?? null)

function beginning({ spec, default: usual }: PortalField): unknown {
  if (usual !== '$now') return usual
  const now = new Date()
  if (spec.kind !== 'date') return now.toISOString()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
