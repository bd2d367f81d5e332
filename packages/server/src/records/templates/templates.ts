import { cached } from '../../kernel/configuration.ts'
import type { TemplateRow } from './tables.ts'

export interface Template {
  id: string
  of: TemplateRow['owner']
  name: string
  nameEn: string | null
  description: string | null
  form: TemplateRow['form']
  formVersion: number
  opens: TemplateRow['opens']
  slaPolicyId: string | null
  survey: TemplateRow['survey']
  departmentIds: readonly string[]
  onPortal: boolean
  isDefault: boolean
  position: number
  archived: boolean
  version: number
}

export interface Templates {
  /** In their order. */
  all: readonly Template[]
  byId(id: string): Template | undefined
  /** The one that holds where nothing else is said. */
  usual(of: TemplateRow['owner']): Template
}

/** The templates as they are now, always at hand; earlier forms are read when a ticket needs them. */
export const templates = cached<Templates>('templates', async db => {
  const rows = await db.selectFrom('templates').selectAll().orderBy('position').orderBy('created_at').execute()
  const all = rows.map(templateOf)
  const byId = new Map(all.map(template => [template.id, template]))
  const usual = new Map(all.filter(({ isDefault }) => isDefault).map(template => [template.of, template]))
  return {
    all,
    byId: id => byId.get(id.toLowerCase()),
    usual(of) {
      const template = usual.get(of)
      if (!template) throw new Error(`there is no usual template of a ${of}`)
      return template
    },
  }
})

export const templateOf = (row: TemplateRow): Template => ({
  id: row.id,
  of: row.owner,
  name: row.name,
  nameEn: row.name_en,
  description: row.description,
  form: row.form,
  formVersion: row.form_version,
  opens: row.opens,
  slaPolicyId: row.sla_policy_id,
  survey: row.survey,
  departmentIds: row.department_ids,
  onPortal: row.on_portal,
  isDefault: row.is_default,
  position: row.position,
  archived: row.archived_at !== null,
  version: row.version,
})
