import type { FieldOwner, Form, surveyChoices, TemplateOpens } from '@baton/contract'

declare module '../../kernel/db.ts' {
  interface Tables {
    templates: {
      id: string
      owner: FieldOwner
      name: string
      name_en: string | null
      description: string | null
      form: Form
      form_version: number
      opens: TemplateOpens
      sla_policy_id: string | null
      survey: (typeof surveyChoices)[number]
      department_ids: string[]
      on_portal: boolean
      is_default: boolean
      position: number
      archived_at: Date | null
      version: number
      created_at: Date
    }
    template_forms: { template_id: string; form_version: number; form: Form; created_at: Date }
  }
}
declare module '../../kernel/kinds.ts' {
  interface KindRows {
    template: TemplateRow
  }
}

export type TemplateRow = import('../../kernel/db.ts').Tables['templates']
