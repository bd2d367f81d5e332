import { z } from 'zod'
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
  /** In the order of the tree; `path` joins the names from the root with a dash. */
  categories: { id: string; name: string; path: string; depth: number }[]
}

export interface FormAnswer {
  /** The ticket's number. */
  number: string
  subject: string
  /** By when we want to have answered; null when nothing is promised. */
  answerBy: string | null
}
