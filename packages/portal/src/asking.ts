import type { FormWelcome, PortalTemplate, StandingItem } from '@baton/contract'
import { h } from './dom.ts'
import type { OwnForm, OwnSetting } from './own/index.ts'

/** How a part of the ticket itself stands. */
export type Standing = 'hidden' | 'optional' | 'required'

export interface Asking {
  element: HTMLElement
  /** The template's fields; undefined when it has none. Rejects when they could not be loaded. */
  ready(): Promise<OwnForm | undefined>
  /** The same, as far as they are drawn. */
  now(): OwnForm | undefined
  /** Draws what the draft's template asks, and judges anew what is shown. */
  follow(): void
  partStanding(part: 'requestType' | 'category'): Standing
}

interface Setting extends Omit<OwnSetting, 'template'> {
  /** The parts of the ticket may stand otherwise. */
  stood: () => void
}

/** What the template of the matter asks beside what everybody is asked. */
export function asking(setting: Setting): Asking {
  const { draft, welcome, words, stood } = setting
  const element = h('div')
  let template: PortalTemplate | undefined
  let own: OwnForm | undefined
  let standing: readonly StandingItem[] = []
  let loading: Promise<OwnForm | undefined> = Promise.resolve(undefined)
  return {
    element,
    ready: () => loading,
    now: () => own,
    follow() {
      const holds = templateOf(welcome, draft)
      if (holds?.id !== template?.id) begin(holds)
      judge()
    },
    partStanding(part) {
      if (!template) return 'optional'
      const item = template.form.find(one => 'field' in one && one.field === part)
      const stands = standing.find(one => one.item === item)
      // A category that was chosen stays, since it may be what brought the template.
      if (!item) return part === 'category' && draft.templateId !== template.id ? 'optional' : 'hidden'
      if (stands?.visible === false) return 'hidden'
      const required = stands?.required ?? ('field' in item ? item.required : 'no')
      const begun = part === 'category' ? template.opens.categoryId : template.opens.requestType
      return required === 'open' && !begun ? 'required' : 'optional'
    },
  }

  function begin(holds: PortalTemplate | undefined) {
    template = holds
    own = undefined
    standing = []
    element.replaceChildren()
    if (!holds?.form.some(needsOwn)) {
      loading = Promise.resolve(undefined)
      return
    }
    loading = load(holds)
    // Whoever sends waits for it and hears of it; until then it is said in its place.
    loading.catch(() => {
      if (template === holds) failed()
    })
  }

  async function load(holds: PortalTemplate): Promise<OwnForm | undefined> {
    const { ownForm } = await import('./own/index.ts')
    const made = await ownForm({ ...setting, template: holds })
    if (template?.id !== holds.id) return made
    own = made
    element.replaceChildren(made.element)
    judge()
    return made
  }

  function failed() {
    element.replaceChildren(
      h('p', { class: 'error' }, words.fieldsFailed),
      h('button', { type: 'button', class: 'link', onclick: () => location.reload() }, words.reload),
    )
  }

  function judge() {
    standing = own?.follow(parts()) ?? []
    stood()
  }

  function parts() {
    const { requestType, categoryId } = template?.opens ?? {}
    return {
      requestType: draft.requestType || (requestType ?? null),
      categoryId: draft.category || (categoryId ?? null),
    }
  }
}

/** A field of the desk's own, or a condition. */
const needsOwn = (item: PortalTemplate['form'][number]): boolean =>
  item.visibleWhen !== undefined || ('field' in item && (item.field.startsWith('fields.') || !!item.requiredWhen))

/** As the server finds it: the one that was chosen, else the category's, else the desk's usual one. */
function templateOf(
  { templates, categories, templateId }: FormWelcome,
  { templateId: chosen, category }: { templateId: string; category: string },
): PortalTemplate | undefined {
  const byId = (id: string | null | undefined) => templates.find(one => one.id === id)
  const filed = categories.find(({ id }) => id === category)
  return byId(chosen) ?? byId(filed ? filed.templateId : templateId)
}
