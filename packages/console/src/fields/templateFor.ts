import type { TemplateRecord } from './useTemplates.ts'

interface Placed {
  id: string
  parentId: string | null
  templateId: string | null
}

/**
 * The template of a new ticket, as the server finds it: the one that was chosen, else its category's or that of the next
 * category above with any, else the desk's usual one. `own` are those that one may open tickets with.
 */
export function templateFor(
  own: readonly TemplateRecord[],
  chosen: string | null,
  category: string | null,
  categories: readonly Placed[],
): TemplateRecord | undefined {
  const byId = (id: string | null) => own.find(template => template.id === id)
  const named = byId(chosen)
  if (named) return named
  const places = new Map(categories.map(one => [one.id, one]))
  let at = places.get(category ?? '')
  for (let steps = 0; at && !at.templateId && steps < categories.length; steps++) at = places.get(at.parentId ?? '')
  return byId(at?.templateId ?? null) ?? own.find(({ isDefault }) => isDefault)
}
