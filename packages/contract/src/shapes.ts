import { z } from 'zod'

/**
 * Text that PostgreSQL, JSON and a screen can all hold. Control characters, NUL and lone surrogates are refused
 * with a code rather than stripped: what was sent is never changed behind the sender's back.
 */
const clean = (value: string, context: z.RefinementCtx, allowed: RegExp) => {
  if (!value.isWellFormed()) context.addIssue({ code: 'custom', params: { code: 'text.surrogate' } })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
  if (/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(value.replace(allowed, '')))
    context.addIssue({ code: 'custom', params: { code: 'text.control' } })
}

/** One line: a name, a subject. 1 to `max` characters after trimming. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .superRefine((value, context) => clean(value, context, /(?!)/g))

/** Several lines: a body, a reason. 1 to `max` characters; new lines and tabs are kept. */
export const lines = (max: number) =>
  z
    .string()
    .max(max)
    .refine(value => value.trim().length > 0, { params: { code: 'text.empty' } })
    .superRefine((value, context) => clean(value, context, /[\n\r\t]/g))

/** Several lines or none at all, as they are being written. 0 to `max` characters. */
export const unfinished = (max: number) =>
  z
    .string()
    .max(max)
    .superRefine((value, context) => clean(value, context, /[\n\r\t]/g))

export const id = z.uuid()
export const ids = z.array(id).max(500)
/** ISO 8601 with offset. */
export const time = z.iso.datetime({ offset: true })
export const version = z.int().min(1)
export const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/)
  .superRefine((value, context) => clean(value, context, /(?!)/g))
/** A phone number in any spelling, hidden digits included; what it means is found out by the server. */
export const phone = z
  .string()
  .trim()
  .max(60)
  .refine(value => (value.match(/[\p{Nd}*＊]/gu) ?? []).length >= 3, { params: { code: 'phone.invalid' } })
  .superRefine((value, context) => clean(value, context, /(?!)/g))
export const tag = line(50)
export const locale = z.enum(['zh-CN', 'en'])
/** A condition in the language of `conditions/`; checked against the field catalogue by whoever takes it. */
export const condition = z.record(z.string(), z.unknown())
export const reason = lines(2000)
/** Characters of a search. */
export const mostSearched = 1000
/** For whom a view, a macro or a canned reply is there. */
export const audiences = ['me', 'departments', 'everyone'] as const
export type Audience = (typeof audiences)[number]
export const audience = z.enum(audiences)
/** An IANA name, `Asia/Shanghai`. */
export const timezone = z
  .string()
  .max(64)
  .refine(isTimezone, { params: { code: 'timezone.unknown' } })

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** How a list of tickets is ordered: by one field, and what has nothing there comes last. */
export const listOrder = z
  .array(z.strictObject({ field: line(120), direction: z.enum(['asc', 'desc']).default('asc') }))
  .max(1)
