import {
  type Condition,
  type FieldKind,
  type FieldSpec,
  type Form,
  type FormField,
  fieldsOf,
  isFormField,
  type PortalField,
  type PortalTemplate,
} from '@baton/contract'
import type { Field, OwnFields } from '../fields/index.ts'
import type { Template } from './templates.ts'

/** What strangers cannot know, or should not write. */
const withheld: readonly FieldKind[] = ['person', 'department', 'customer', 'location', 'richText', 'formula']

/** The parts of a ticket that customers are asked for, with the names that conditions ask about them by. */
const parts: Readonly<Record<string, string>> = { body: '', requestType: 'requestType', category: 'categoryId' }

/**
 * What a template asks customers: its items for the portal. Conditions that ask about anything else cannot be judged
 * there; what has one is shown, and never required, since it may not be meant for this customer. Nothing of a template
 * that is not for the portal. Pure.
 */
export function formOnPortal({ onPortal, archived, form }: Template, own: OwnFields): Form {
  if (!onPortal || archived) return []
  const asked = form.filter(item => isFormField(item) && item.onPortal && isAsked(item, own)) as FormField[]
  const known = new Set(asked.map(({ field }) => parts[field] ?? field))
  const isJudged = (condition: unknown) =>
    condition === undefined || fieldsOf(condition as Condition).every(id => known.has(ownerOf(id)))
  let inside = true
  const shown = form.flatMap((item): Form => {
    if (!isFormField(item)) {
      inside = isJudged(item.visibleWhen)
      const { visibleWhen, ...rest } = item
      return [{ ...rest, ...(visibleWhen !== undefined && inside && { visibleWhen }) }]
    }
    if (!asked.includes(item)) return []
    const { visibleWhen, requiredWhen, ...rest } = item
    const judged = isJudged(visibleWhen)
    const required = item.required === 'open' && inside && judged && isJudged(requiredWhen) ? 'open' : 'no'
    return [
      {
        ...rest,
        required,
        ...(visibleWhen !== undefined && judged && { visibleWhen }),
        ...(requiredWhen !== undefined && required === 'open' && { requiredWhen }),
      },
    ]
  })
  return shown.filter((item, at) => isFormField(item) || isFormField(shown[at + 1] ?? item))
}

function isAsked({ field }: FormField, own: OwnFields): boolean {
  if (Object.hasOwn(parts, field)) return true
  const definition = field.startsWith('fields.') ? own.byKey(field.slice('fields.'.length)) : undefined
  return definition !== undefined && !definition.archived && !withheld.includes(definition.spec.kind)
}

/** `fields.where.region` is asked of `fields.where`. */
const ownerOf = (id: string): string => id.split('.').slice(0, 2).join('.')

/** A template as strangers learn of it. */
export function templateOnPortal(template: Template, own: OwnFields): PortalTemplate {
  const { id, name, nameEn, description, opens } = template
  const form = formOnPortal(template, own)
  const asks = (part: string) => form.some(item => isFormField(item) && item.field === part)
  return {
    id,
    name,
    nameEn,
    description,
    form,
    opens: {
      ...(opens.requestType && asks('requestType') && { requestType: opens.requestType }),
      ...(opens.categoryId && asks('category') && { categoryId: opens.categoryId }),
    },
  }
}

/** The keys of the desk's own fields in a form. */
export const keysIn = (form: Form): string[] =>
  form.flatMap(item =>
    isFormField(item) && item.field.startsWith('fields.') ? [item.field.slice('fields.'.length)] : [],
  )

/** A field without what is for our own people: links into their systems, options out of use. */
export function fieldOnPortal({ key, name, nameEn, help, spec, default: usual }: Field): PortalField {
  return { key, name, nameEn, help, spec: specOnPortal(spec), default: usual === '$me' ? null : usual }
}

function specOnPortal(spec: FieldSpec): FieldSpec {
  switch (spec.kind) {
    case 'choice':
    case 'choices':
      return { ...spec, options: spec.options.filter(({ archived }) => !archived) }
    case 'cascade':
      return { ...spec, branches: inUse(spec.branches) }
    case 'rows':
      return {
        ...spec,
        columns: spec.columns.map(column => ({
          ...column,
          ...(column.options && { options: column.options.filter(({ archived }) => !archived) }),
        })),
      }
    case 'reference': {
      const { address: _internal, ...rest } = spec
      return rest
    }
    default:
      return spec
  }
}

interface Branch {
  key: string
  parent?: string | undefined
  archived?: boolean | undefined
}

/** What stands beneath an archived branch is out of use with it. */
function inUse<B extends Branch>(branches: readonly B[]): B[] {
  const byKey = new Map(branches.map(branch => [branch.key, branch]))
  return branches.filter(branch => {
    for (let at: Branch | undefined = branch; at; at = byKey.get(at.parent ?? '')) if (at.archived) return false
    return true
  })
}
