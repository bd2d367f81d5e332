import { z } from 'zod'
import type { Condition } from '../conditions/index.ts'
import { condition, line } from '../shapes.ts'

/** The parts of a ticket itself that a form may ask for, by their names in `ticket.open`. Subject and customer are always asked. */
export const formParts = ['body', 'requestType', 'category', 'urgency', 'tags', 'appointmentAt'] as const
export type FormPart = (typeof formParts)[number]

/** When a field must be filled in: never, before the ticket is opened, before it is solved. */
export const requirements = ['no', 'open', 'solve'] as const
export type Requirement = (typeof requirements)[number]

const formField = z.strictObject({
  /** `fields.orderNo`, or a part of the ticket itself. */
  field: line(80),
  width: z.enum(['full', 'half']).default('full'),
  required: z.enum(requirements).default('no'),
  /** Required only where this holds. */
  requiredWhen: condition.optional(),
  /** Shown only where this holds. */
  visibleWhen: condition.optional(),
  /** Whether customers are asked too, on the public form. */
  onPortal: z.boolean().default(false),
})

const formSection = z.strictObject({
  section: line(60),
  sectionEn: line(60).optional(),
  visibleWhen: condition.optional(),
})

export const form = z
  .array(z.union([formField, formSection]))
  .max(300)
  .refine(
    items => {
      const fields = items.flatMap(item => ('field' in item ? [item.field] : []))
      return new Set(fields).size === fields.length
    },
    { params: { code: 'form.twice' } },
  )
export type Form = z.output<typeof form>
export type FormItem = Form[number]
export type FormField = Extract<FormItem, { field: string }>
export type FormSection = Extract<FormItem, { section: string }>

export const isFormField = (item: FormItem): item is FormField => 'field' in item

/** The conditions of a form with where each stands in it. */
export function conditionsOf(items: Form): { path: string; condition: Condition }[] {
  return items.flatMap((item, at) =>
    (['visibleWhen', 'requiredWhen'] as const).flatMap(name => {
      const given = (item as Partial<Record<typeof name, unknown>>)[name]
      return given ? [{ path: `form.${at}.${name}`, condition: given as Condition }] : []
    }),
  )
}
