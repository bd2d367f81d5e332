import type { Template } from './templates.ts'

/** What there is already. */
export interface Present {
  departments: readonly { id: string; name: string; parentId: string | null }[]
  categories: readonly { id: string; name: string; parentId: string | null }[]
  requestTypes: readonly { key: string }[]
}

/** One thing to be made, named so that later ones can say what they belong to. */
export type Making =
  | { make: 'department'; name: string }
  | { make: 'root'; name: string; department: string }
  | { make: 'category'; name: string; root: string; department: string }
  | { make: 'requestType'; name: string; key: string; nameZh: string; nameEn: string }

/** What a template still has to make: what exists by name stays as it is, so doing it again goes on where it stopped. */
export function planOf(template: Template, present: Present, locale: string): Making[] {
  const at = locale.startsWith('zh') ? 0 : 1
  const departments = new Set(present.departments.filter(({ parentId }) => !parentId).map(({ name }) => name))
  const rootOf = (name: string) => present.categories.find(one => one.name === name && one.parentId === null)
  const keys = new Set(present.requestTypes.map(({ key }) => key))
  return [
    ...template.parts
      .map(({ department }): Making => ({ make: 'department', name: department[at] }))
      .filter(({ name }) => !departments.has(name)),
    ...template.parts.flatMap(({ department, root, categories }): Making[] => {
      const found = rootOf(root[at])
      const known = new Set(
        present.categories.filter(one => found && one.parentId === found.id).map(({ name }) => name),
      )
      const belongs = { root: root[at], department: department[at] }
      return [
        ...(found ? [] : [{ make: 'root' as const, name: root[at], department: department[at] }]),
        ...categories
          .filter(name => !known.has(name[at]))
          .map(name => ({ make: 'category' as const, name: name[at], ...belongs })),
      ]
    }),
    ...template.requestTypes
      .filter(({ key }) => !keys.has(key))
      .map(({ key, name }): Making => ({ make: 'requestType', name: name[at], key, nameZh: name[0], nameEn: name[1] })),
  ]
}
