import { importColumns, isFormField, otherNames } from '@baton/contract'
import { isHidden } from '../../../kernel/grants.ts'
import { type Template, templates } from '../../templates/index.ts'
import { type Asker, builtInTarget, type ImportTarget, ownTargets } from '../target.ts'

/** What the caller can bring by a file, for tickets of a template, or of the usual one. */
export function ticketTargets(asker: Asker, templateId?: string): ImportTarget[] {
  const required = requiredBy(templateOf(asker, templateId))
  const builtIn = importColumns.map(
    (field): ImportTarget => ({
      ...builtInTarget(asker, 'fileColumn', field, otherNames[field]),
      required: field === 'subject' || required.has(field),
      unique: field === 'sourceNumber',
    }),
  )
  const own = ownTargets(asker, 'ticket').map(target => ({ ...target, required: required.has(target.field) }))
  return [...builtIn, ...own].filter(({ field }) => !isHidden(asker.caller.grants, field))
}

/** The named template of tickets, else the usual one. */
export function templateOf({ picture }: Pick<Asker, 'picture'>, templateId?: string): Template {
  const { byId, usual } = picture.of(templates)
  const named = templateId ? byId(templateId) : undefined
  return named?.of === 'ticket' ? named : usual('ticket')
}

/** What the form asks for whatever else is said, by the names of columns. */
function requiredBy({ form, opens }: Template): Set<string> {
  const asked = form.flatMap(item =>
    isFormField(item) && item.required === 'open' && !item.requiredWhen && !item.visibleWhen ? [item.field] : [],
  )
  const given = Object.keys(opens).map(name => name.replace(/^category$/, 'categoryId'))
  return new Set(
    asked.map(field => (field === 'category' ? 'categoryId' : field)).filter(field => !given.includes(field)),
  )
}
