import type { KitField, KitMacro, KitReply, KitTemplate, KitView, Word } from './kits/kit.ts'
import type { Template } from './templates.ts'

/** What there is already. */
export interface Present {
  departments: readonly { id: string; name: string; parentId: string | null }[]
  categories: readonly { id: string; name: string; parentId: string | null }[]
  requestTypes: readonly { key: string }[]
  fields: readonly { of: string; key: string }[]
  templates: readonly { id: string; name: string }[]
  policies: readonly { id: string; name: string }[]
  macros: readonly { name: string }[]
  replies: readonly { name: string }[]
  views: readonly { name: string }[]
}

/** One thing to be made, named so that later ones can say what they belong to. */
export type Making =
  | { make: 'department'; name: string }
  | { make: 'root'; name: string; department: string }
  | { make: 'category'; name: string; root: string; department: string; template?: string | undefined }
  | { make: 'requestType'; name: string; key: string; nameZh: string; nameEn: string }
  | { make: 'field'; name: string; field: KitField }
  | { make: 'policy'; name: string; promise: NonNullable<KitTemplate['promise']> }
  | { make: 'template'; name: string; template: KitTemplate; policy?: string | undefined }
  | { make: 'macro'; name: string; macro: KitMacro }
  | { make: 'reply'; name: string; reply: KitReply }
  | { make: 'view'; name: string; view: KitView }

/** What a template still has to make: what exists by name stays as it is, so doing it again goes on where it stopped. */
export function planOf(template: Template, present: Present, locale: string): Making[] {
  const at = languageAt(locale)
  const departments = new Set(present.departments.filter(({ parentId }) => !parentId).map(({ name }) => name))
  const keys = new Set(present.requestTypes.map(({ key }) => key))
  return [
    ...template.parts
      .map(({ department }): Making => ({ make: 'department', name: department[at] }))
      .filter(({ name }) => !departments.has(name)),
    ...template.requestTypes
      .filter(({ key }) => !keys.has(key))
      .map(({ key, name }): Making => ({ make: 'requestType', name: name[at], key, nameZh: name[0], nameEn: name[1] })),
    ...formsOf(template, present, at),
    ...categoriesOf(template, present, at),
    ...toolsOf(template, present, at),
  ]
}

export const languageAt = (locale: string): 0 | 1 => (locale.startsWith('zh') ? 0 : 1)

/** Fields before the forms that ask for them, promises before the templates that give them. */
function formsOf({ kit }: Template, present: Present, at: 0 | 1): Making[] {
  if (!kit) return []
  const keys = new Set(present.fields.filter(({ of }) => of === 'ticket').map(({ key }) => key))
  const missing = <T extends { name: Word }>(all: readonly T[], known: readonly { name: string }[]) =>
    all.filter(({ name }) => !known.some(one => one.name === name[at]))
  const promises = kit.templates.flatMap(({ promise }) => promise ?? [])
  return [
    ...kit.fields
      .filter(({ key }) => !keys.has(key))
      .map((field): Making => ({ make: 'field', name: field.name[at], field })),
    ...missing(promises, present.policies).map(
      (promise): Making => ({ make: 'policy', name: promise.name[at], promise }),
    ),
    ...missing(kit.templates, present.templates).map(
      (one): Making => ({ make: 'template', name: one.name[at], template: one, policy: one.promise?.name[at] }),
    ),
  ]
}

function categoriesOf({ parts }: Template, present: Present, at: 0 | 1): Making[] {
  const rootOf = (name: string) => present.categories.find(one => one.name === name && one.parentId === null)
  return parts.flatMap(({ department, root, categories }): Making[] => {
    const found = rootOf(root[at])
    const known = new Set(present.categories.filter(one => found && one.parentId === found.id).map(({ name }) => name))
    const belongs = { root: root[at], department: department[at] }
    return [
      ...(found ? [] : [{ make: 'root' as const, name: root[at], department: department[at] }]),
      ...categories
        .filter(name => !known.has(name[at]))
        .map(name => ({ make: 'category' as const, name: name[at], ...belongs, template: name[2] })),
    ]
  })
}

function toolsOf({ kit }: Template, present: Present, at: 0 | 1): Making[] {
  if (!kit) return []
  const isMissing = (known: readonly { name: string }[], name: Word) => !known.some(one => one.name === name[at])
  return [
    ...kit.macros
      .filter(({ name }) => isMissing(present.macros, name))
      .map((macro): Making => ({ make: 'macro', name: macro.name[at], macro })),
    ...kit.replies
      .filter(({ name }) => isMissing(present.replies, name))
      .map((reply): Making => ({ make: 'reply', name: reply.name[at], reply })),
    ...kit.views
      .filter(({ name }) => isMissing(present.views, name))
      .map((view): Making => ({ make: 'view', name: view.name[at], view })),
  ]
}
