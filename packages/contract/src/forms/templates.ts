import { z } from 'zod'
import { event, readOne, readPage, verb } from '../catalogue.ts'
import { fieldOwners } from '../fields/spec.ts'
import { id, ids, line, lines, tag, version } from '../shapes.ts'
import { urgencies } from '../states.ts'
import { form } from './form.ts'

/** What a matter of this kind begins with; what is said when it is opened goes before it. */
const opens = z.strictObject({
  subject: line(200).optional(),
  body: lines(20_000).optional(),
  categoryId: id.optional(),
  requestType: line(50).optional(),
  urgency: z.enum(urgencies).optional(),
  departmentId: id.optional(),
  tags: z.array(tag).max(50).optional(),
})
export type TemplateOpens = z.output<typeof opens>

/** Whether customers are asked how it was: as the desk does, or never about such matters. */
export const surveyChoices = ['desk', 'never'] as const

const parts = {
  nameEn: line(60).nullable(),
  description: lines(500).nullable(),
  form,
  opens,
  /** The policy that holds whatever the others' conditions say; null: the first that holds. */
  slaPolicyId: id.nullable(),
  survey: z.enum(surveyChoices),
  /** Whose people open such tickets; nobody named: everybody. */
  departmentIds: ids,
  /** Whether customers can choose it on the public form. */
  onPortal: z.boolean(),
}

export const templateVerbs = {
  'template.create': verb('template', {
    name: line(60),
    nameEn: parts.nameEn.optional(),
    description: parts.description.optional(),
    form: parts.form.default([]),
    opens: parts.opens.default({}),
    slaPolicyId: parts.slaPolicyId.optional(),
    survey: parts.survey.default('desk'),
    departmentIds: parts.departmentIds.default([]),
    onPortal: parts.onPortal.default(false),
  }),
  /** Another form is another version: a ticket keeps the one that it was opened with. */
  'template.update': verb('template', {
    templateId: id,
    name: line(60).optional(),
    nameEn: parts.nameEn.optional(),
    description: parts.description.optional(),
    form: parts.form.optional(),
    opens: parts.opens.optional(),
    slaPolicyId: parts.slaPolicyId.optional(),
    survey: parts.survey.optional(),
    departmentIds: parts.departmentIds.optional(),
    onPortal: parts.onPortal.optional(),
    position: z.int().min(1).max(1000).optional(),
    version: version.optional(),
  }),
  'template.archive': verb('template', { templateId: id }),
  'template.restore': verb('template', { templateId: id }),
} as const

export const templateReads = {
  'template.list': readPage('template', { archived: z.boolean().optional() }, 'signedIn'),
  /** As it is now, or with the form of an earlier version. */
  'template.get': readOne('template', { id, formVersion: z.int().min(1).optional() }, 'signedIn'),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const named = event({ name: z.string() })
export const templateEvents = {
  'template.created': named,
  'template.updated': event({ name: z.string(), formVersion: z.int(), changes: z.array(change) }),
  'template.archived': named,
  'template.restored': named,
} as const

export const templateRecords = {
  template: z.object({
    id,
    /** Of customers and of companies there is one each. */
    of: z.enum(fieldOwners),
    name: z.string(),
    nameEn: parts.nameEn,
    description: parts.description,
    form: parts.form,
    formVersion: z.int(),
    opens: parts.opens,
    slaPolicyId: parts.slaPolicyId,
    survey: parts.survey,
    departmentIds: parts.departmentIds,
    onPortal: parts.onPortal,
    /** The one for tickets that nothing else is said about. */
    isDefault: z.boolean(),
    position: z.int(),
    archived: z.boolean(),
    version,
    allowed: z.array(z.string()),
  }),
}
