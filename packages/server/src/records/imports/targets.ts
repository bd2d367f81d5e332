import { type ImportColumn, importColumns, isFormField, otherNames, type Target, wordIn } from '@baton/contract'
import { isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { definitions, type Field } from '../fields/index.ts'
import { type Template, templates } from '../templates/index.ts'

/** What a column can be, with what it is called. */
export interface ImportTarget extends Target {
  name: string
  required: boolean
  unique: boolean
  /** The desk's own field that it is. */
  own?: Field
}

type Asker = Pick<Reading, 'caller' | 'picture'>

const locales = ['zh-CN', 'en'] as const
/** Kinds that no cell can hold. */
const never = ['files', 'pictures', 'formula', 'rows']

/** What the caller can bring by a file, for tickets of a template, or of the usual one. */
export function targetsOf({ caller, picture }: Asker, templateId?: string): ImportTarget[] {
  const required = requiredBy(templateOf({ picture }, templateId))
  const word = (locale: string, column: ImportColumn) => wordIn(locale, 'fileColumn', column) ?? column
  const builtIn = importColumns.map(
    (field): ImportTarget => ({
      field,
      name: word(caller.locale, field),
      names: [...locales.map(locale => word(locale, field)), ...otherNames[field], field],
      required: field === 'subject' || required.has(field),
      unique: field === 'sourceNumber',
    }),
  )
  const own = picture
    .of(definitions)
    .of('ticket')
    .all.filter(({ archived, spec }) => !archived && !never.includes(spec.kind))
    .map((field): ImportTarget => {
      const id = `fields.${field.key}`
      return {
        field: id,
        name: caller.locale === 'en' ? (field.nameEn ?? field.name) : field.name,
        names: [field.name, ...(field.nameEn ? [field.nameEn] : []), field.key, id],
        required: required.has(id),
        unique: field.unique,
        own: field,
      }
    })
  return [...builtIn, ...own].filter(({ field }) => !isHidden(caller.grants, field))
}

/** The named template of tickets, else the usual one. */
export function templateOf({ picture }: Pick<Reading, 'picture'>, templateId?: string): Template {
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
