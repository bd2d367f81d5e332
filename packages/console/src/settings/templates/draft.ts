import { type Form, type FormField, type FormItem, isFormField } from '@baton/contract'
import type { TemplateRecord } from '../../fields/useTemplates.ts'

/** An item of a form that is being designed; it keeps its id wherever it goes. */
export interface DesignItem {
  id: string
  item: FormItem
}

export interface TemplateDraft {
  name: string
  nameEn: string
  description: string
  items: DesignItem[]
  opens: TemplateRecord['opens']
  slaPolicyId: string | null
  survey: TemplateRecord['survey']
  departmentIds: string[]
  onPortal: boolean
}

export const draftOf = (template: TemplateRecord): TemplateDraft => ({
  name: template.name,
  nameEn: template.nameEn ?? '',
  description: template.description ?? '',
  items: itemsOf(template.form),
  opens: template.opens,
  slaPolicyId: template.slaPolicyId,
  survey: template.survey,
  departmentIds: template.departmentIds,
  onPortal: template.onPortal,
})

export const itemsOf = (form: Form): DesignItem[] => form.map((item, at) => ({ id: `i${at}`, item }))
export const formOf = (items: readonly DesignItem[]): Form => items.map(({ item }) => item)

/** What a template is asked to become: only what was changed. */
export function patchOf({ items, nameEn, description, ...rest }: Partial<TemplateDraft>) {
  return {
    ...rest,
    ...(rest.name !== undefined && { name: rest.name.trim() }),
    ...(nameEn !== undefined && { nameEn: nameEn.trim() || null }),
    ...(description !== undefined && { description: description.trim() || null }),
    ...(items && { form: formOf(items) }),
  }
}

/** Another item at a place; the list as it was when the field stands in the form already. */
export function withItem(items: readonly DesignItem[], item: FormItem, at: number): DesignItem[] {
  if (isFormField(item) && items.some(one => isFormField(one.item) && one.item.field === item.field)) return [...items]
  const place = Math.max(0, Math.min(at, items.length))
  return [...items.slice(0, place), { id: freshId(items), item }, ...items.slice(place)]
}

export function moved(items: readonly DesignItem[], id: string, to: number): DesignItem[] {
  const one = items.find(item => item.id === id)
  if (!one || to < 0 || to >= items.length) return [...items]
  const rest = items.filter(item => item !== one)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

export const without = (items: readonly DesignItem[], id: string): DesignItem[] => items.filter(item => item.id !== id)

export const withChanged = (items: readonly DesignItem[], id: string, item: FormItem): DesignItem[] =>
  items.map(one => (one.id === id ? { id, item } : one))

function freshId(items: readonly DesignItem[]): string {
  const ids = new Set(items.map(({ id }) => id))
  for (let n = items.length; ; n++) if (!ids.has(`i${n}`)) return `i${n}`
}

export const freshItem = (field: string): FormField => ({ field, width: 'full', required: 'no', onPortal: false })
