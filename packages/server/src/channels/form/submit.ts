import { type FormAnswer, formInput, formLimits } from '@baton/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import type { Desk } from '../../kernel/desk.ts'
import { parse } from '../../kernel/parse.ts'
import { invalid, invalidField, Problem } from '../../kernel/problems.ts'
import { normalise } from '../../records/customers/index.ts'
import { askedFields, filesIn, type PlacedFile } from './asked.ts'
import type { FormLimiter } from './limiter.ts'
import type { FormTokens } from './token.ts'
import { mustBeOpen, visitor } from './visitor.ts'

/** Nobody reads and fills in the form in less; the page waits this out by itself, in milliseconds. */
const leastTime = 2000

/** POST /api/public/form.submit: one matter, one ticket, its number. */
export const submit =
  (desk: Desk, { tokens, limiter }: { tokens: FormTokens; limiter: FormLimiter }) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FormAnswer> => {
    await mustBeOpen(desk, request)
    const sent = parse(formInput, request.body)
    const visit = tokens.read(sent.token)
    if (sent.homepage) throw new Problem(403, 'form.refused')
    const early = leastTime - (desk.clock().getTime() - visit.openedAt)
    if (early > 0) throw new Problem(429, 'rate', { retryAfter: Math.ceil(early / 1000) })
    if (!sent.email && !sent.phone) throw invalidField('email', 'one.needed', { options: 'email, phone' })
    limiter.submission(request.ip, contactsOf(sent))
    const asked = await askedFields(desk, sent, visitor(desk, request, visit))
    const files = filesIn(sent, asked)
    refuseTwice(files)
    await refuseTooMuch(
      desk.db,
      files.map(({ id }) => id),
    )
    const caller = visitor(desk, request, visit, { name: sent.name, asked: asked.map(({ key }) => key) })
    reply.header('cache-control', 'no-store')
    const ticket = await open(desk, sent, { caller, requestId: String(request.id), idempotencyKey: sent.key })
    return { number: String(ticket.number), subject: sent.subject, answerBy: (ticket.dueAt as string | null) ?? null }
  }

type Sent = z.output<typeof formInput>

function contactsOf({ email, phone }: Sent): string[] {
  const points = [email && normalise('email', email), phone && normalise('phone', phone)]
  return points.flatMap(point => (point ? [`${point.kind}:${point.value}`] : []))
}

/** A file belongs to one place. */
function refuseTwice(files: readonly PlacedFile[]): void {
  const again = files.filter(({ id }, at) => files.findIndex(other => other.id === id) !== at)
  if (again.length > 0) throw invalid(again.map(({ path }) => ({ path, code: 'attachment.used' })))
}

async function refuseTooMuch(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length < 2) return
  const rows = await db
    .selectFrom('files')
    .select('size')
    .where('id', '=', ({ fn, val }) => fn.any(val([...ids])))
    .execute()
  const sum = rows.reduce((bytes, { size }) => bytes + size, 0)
  if (sum > formLimits.bytes) throw invalidField('attachmentIds', 'attachment.tooMuch', { most: '25 MB' })
}

async function open(desk: Desk, sent: Sent, by: { caller: Caller; requestId: string; idempotencyKey: string }) {
  const { name, email, phone, subject, body, category, requestType, templateId, fields, attachmentIds } = sent
  const input = {
    subject,
    body,
    channel: 'form',
    requester: { name, ...(email && { email }), ...(phone && { phone }) },
    ...(category && { category }),
    ...(requestType && { requestType }),
    ...(templateId && { templateId }),
    fields,
    attachmentIds,
  }
  try {
    return await desk.perform('ticket.open', input, by)
  } catch (error) {
    throw inFormsWords(error)
  }
}

/** The form's fields have their own names. */
function inFormsWords(error: unknown): unknown {
  if (!(error instanceof Problem) || error.fields.length === 0) return error
  const fields = error.fields.map(field => ({ ...field, path: field.path.replace(/^requester\./, '') }))
  return new Problem(error.status, error.code, error.params, fields)
}
