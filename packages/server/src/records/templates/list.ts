import type { Records } from '@baton/contract'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { notFound } from '../../kernel/problems.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { type Template, templates } from './templates.ts'

/** In their order. Archived ones only when asked for. */
export const listTemplates = read('template.list', async (reading, input) => {
  const { all } = reading.picture.of(templates)
  const { shown, nextCursor } = pageOfAll(input.archived ? all : all.filter(({ archived }) => !archived), input)
  return { items: shown.map(template => ({ ...record(template, reading) })), nextCursor }
})

export const presentTemplates: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(templates)
  return ids.flatMap(id => {
    const template = byId(id)
    return template ? [{ ...record(template, reading) }] : []
  })
}

export const getTemplate = read('template.get', async (reading, { id, formVersion }) => {
  const template = reading.picture.of(templates).byId(id)
  if (!template) throw notFound()
  if (formVersion === undefined || formVersion === template.formVersion) return { ...record(template, reading) }
  const former = await reading.db
    .selectFrom('template_forms')
    .select('form')
    .where('template_id', '=', template.id)
    .where('form_version', '=', formVersion)
    .executeTakeFirst()
  if (!former) throw notFound()
  return { ...record({ ...template, form: former.form, formVersion }, reading) }
})

const record = (template: Template, { caller }: Reading): Records['template'] => ({
  ...template,
  departmentIds: [...template.departmentIds],
  allowed: allowedOn(template).filter(name => caller.grants.may(name)),
})

function allowedOn({ archived, isDefault }: Template): string[] {
  if (archived) return ['template.restore']
  return isDefault ? ['template.update'] : ['template.update', 'template.archive']
}
