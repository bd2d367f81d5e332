import { z } from 'zod'
import type { FieldSpec } from './fields/spec.ts'
import { fieldValues } from './fields/verbs.ts'
import type { Form } from './forms/form.ts'
import { email, id, line, lines, phone } from './shapes.ts'

/** What the public form takes, and what it answers with. No sign-in: the token says only that our page was opened. */
export const formLimits = { files: 5, bytes: 25 * 1024 * 1024 } as const

export const formInput = z.strictObject({
  token: z.string().max(500),
  /** Made by the page, once for each matter: sent twice, it is still one ticket. */
  key: id,
  name: line(100),
  /** One of `email` and `phone` is needed. */
  email: email.optional(),
  phone: phone.optional(),
  category: line(300).optional(),
  requestType: line(50).optional(),
  subject: line(200),
  body: lines(20_000),
  /** One of those that the welcome names; without it the category's holds, else the desk's usual one. */
  templateId: id.optional(),
  /** By key: fields that the template asks customers for. */
  fields: fieldValues.default({}),
  attachmentIds: z.array(id).max(formLimits.files).default([]),
  /** Nobody sees this field, so who fills it in is a machine. */
  homepage: z.string().max(500).optional(),
})
export type FormSent = z.input<typeof formInput>

export interface FormWelcome {
  enabled: boolean
  /** Whether what is sent can be followed. */
  followEnabled: boolean
  deskName: string
  token: string
  requestTypes: { key: string; nameZh: string; nameEn: string }[]
  /** In the order of the tree; `path` joins the names from the root with a dash, `templateId` is what then holds. */
  categories: { id: string; name: string; path: string; depth: number; templateId: string | null }[]
  /** Those that customers can choose, in their order. */
  templates: PortalTemplate[]
  /** What holds where neither a template nor a category is chosen; null: nothing more is asked. */
  templateId: string | null
  /** The fields that the templates ask for. */
  fields: PortalField[]
  /** IANA name: in whose days conditions are judged. */
  zone: string
}

export interface PortalTemplate {
  id: string
  name: string
  nameEn: string | null
  description: string | null
  /** What customers are asked, with conditions about nothing else; required is `open` or `no`. */
  form: Form
  /** What holds of the parts that it asks for where nothing is said: conditions are judged by it. */
  opens: { requestType?: string; categoryId?: string }
}

/** A field as strangers learn of it: options that can be chosen, and nothing that is for our own people. */
export interface PortalField {
  key: string
  name: string
  nameEn: string | null
  help: string | null
  spec: FieldSpec
  /** What it begins with; `$now` for a date or a time. Null: nothing. */
  default: unknown
}

export interface FormAnswer {
  /** The ticket's number. */
  number: string
  subject: string
  /** By when we want to have answered; null when nothing is promised. */
  answerBy: string | null
}
