import { fold, type Urgency, type VerbInput } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/problems.ts'
import { add, type Decision, done, type Refusal, refuseField, type Step, tell } from '../../kernel/steps.ts'
import { type Call, type Preparing, verb } from '../../kernel/verb.ts'
import { type CallRow, callsOf, type KeptCall, keep, keptCall } from '../calls/index.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { type CustomerCard, keptPhone, readPhone, resolveRequester } from '../customers/index.ts'
import { countedChanges, keepFields, nothingSaid, readFields, type SaidFields, usualFields } from '../fields/index.ts'
import { type AttachedFile, loadAttachments } from '../files/index.ts'
import { mailboxes } from '../mailboxes/index.ts'
import { directory } from '../people/index.ts'
import { settings } from '../settings/index.ts'
import { ticketFields } from './fields.ts'
import { refuseUnfilled, templateFor } from './form.ts'
import { type Holder, handover, modeOf, resolveHolder } from './holder.ts'
import { lastWords, say, touch } from './message.ts'
import { appointmentSteps } from './remind-appointment.ts'
import { type LockedTicket, type TicketRow, urgencyRank } from './ticket.ts'

type Input = VerbInput<'ticket.open'>
type Matter = Omit<VerbInput<'ticket.openAnswered'>, 'result'>

export interface Asked {
  /** Null when nobody outside asks: an internal matter. */
  customer: {
    id: string
    name: string
    level: string | null
    steps: Step[]
    card?: CustomerCard | undefined
  } | null
  files: readonly AttachedFile[]
  /** Of the desk's own fields. */
  fields?: SaidFields
  /** Whoever is to have it at once; unknown ids are refused later, by name. */
  receiver?: string | undefined
  /** The call in which it was told. */
  kept?: KeptCall | undefined
}

/** A matter that anybody raises by any channel becomes one ticket at once, and somebody holds it. */
export const openTicket = verb<'ticket.open', Asked>('ticket.open', {
  async prepare(preparing, input) {
    const receiver = preparing.picture.of(directory).agents.get(input.assigneeId ?? '')?.id
    return { ...(await asked(preparing, input)), receiver }
  },
  subjects: (_input, { kept, receiver }) => ({ ...callsOf(kept), ...(receiver && { agent: [receiver] }) }),
  decide(scene, input, call) {
    return withCall(open(newId(), input, scene.prepared, call), scene.prepared, scene.rows('call'), 'opened', call)
  },
})

/** Looks up who asks and what comes along; a caller who says nothing else is known by the number. */
export async function asked(preparing: Preparing, input: Matter): Promise<Asked> {
  const kept = await keptCall(preparing, input.callId)
  const calling = kept?.row.phone ?? (kept?.row.number && readPhone(kept.row.number)?.shown)
  const requester = calling && !input.requester?.phone ? { ...input.requester, phone: calling } : input.requester
  return {
    customer: await whoAsks(preparing, { ...input, requester, ...(kept && { channel: 'phone' as const }) }),
    files: await loadAttachments(preparing.db, input.attachmentIds, preparing.caller),
    fields: await readFields(preparing, input.fields, { owner: 'ticket', phone: keptPhone }),
    kept: kept && { ...kept, told: input.requester?.phone },
  }
}

/** The new ticket with its call: one decision, or none of it. */
export function withCall(
  opened: Decision | Refusal,
  { kept, customer }: Asked,
  calls: readonly CallRow[],
  outcome: 'opened' | 'answered',
  call: Call,
): Decision | Refusal {
  if ('refusal' in opened || !kept) return opened
  const placed = keep(kept, calls, { id: opened.id, customer_id: customer?.id ?? null }, outcome, call)
  return 'refusal' in placed ? placed : { ...opened, steps: [...opened.steps, ...placed.steps] }
}

async function whoAsks({ db, now, caller }: Preparing, input: Matter): Promise<Asked['customer']> {
  if (input.customerId) {
    const known = await db
      .selectFrom('customers')
      .select(['id', 'name', 'level'])
      .where('id', '=', input.customerId)
      .executeTakeFirst()
    if (!known) throw invalidField('customerId', 'unknown_id')
    return { ...known, steps: [] }
  }
  if (!input.requester) return null
  const { customerId, name, steps, card } = await resolveRequester(db, input.requester, {
    now,
    origin: input.channel,
    caller,
  })
  return customerId && name ? { id: customerId, name, level: card?.level ?? null, steps, card } : null
}

/** The decision, apart so that a message on a closed ticket can open the next one in the same transaction. */
export function open(id: string, input: Input, asked: Asked, call: Call, linkedTo?: TicketRow): Decision | Refusal {
  const { caller } = call
  if (input.html && caller.actor.kind !== 'system' && caller.actor.kind !== 'outside')
    return refuseField('html', 'unknown_field')
  const told = input.category ? call.of(categories).byIdOrPath(input.category) : undefined
  if (input.category && !told) return refuseField('category', 'category.unknown')
  if (told?.archived) return refuseField('category', 'archived')
  if (input.requestType && !call.of(requestTypes).has(input.requestType))
    return refuseField('requestType', 'unknown_id')
  const template = templateFor(input.templateId, told?.id, call)
  if ('refusal' in template) return template
  const { opens } = template
  const category = told ?? (opens.categoryId ? call.of(categories).byId(opens.categoryId) : undefined)
  const mailbox = input.mailboxId ? call.of(mailboxes).byId(input.mailboxId) : undefined
  const chosen =
    input.departmentId ??
    (input.assigneeId
      ? undefined
      : (opens.departmentId ?? usualDepartment(call, category?.departmentId, mailbox?.departmentId)))
  const holder = resolveHolder({ departmentId: chosen, assigneeId: input.assigneeId }, call.of(directory), null)
  if ('refusal' in holder) return chosen || input.assigneeId ? holder : refuseField('departmentId', 'required')

  const channel = asked.kept ? 'phone' : input.channel
  const matter = {
    ...input,
    channel,
    urgency: input.urgency ?? opens.urgency ?? 'normal',
    requestType: input.requestType ?? opens.requestType,
    tags: input.tags ?? opens.tags ?? [],
  }
  const first = input.body ? firstMessage(id, matter, asked, call) : undefined
  const { own } = call.of(ticketFields)
  const said = asked.fields ?? nothingSaid
  const begun = { ...said, values: { ...usualFields(own, call), ...said.values } }
  const kept = keepFields(own, 'ticket', { id, fields: {} }, begun, call.now)
  const row = {
    ...ticketRow(id, matter, holder, asked, call, category?.id ?? null, first !== undefined),
    template_id: template.id,
    template_version: template.formVersion,
    ...kept?.patch,
  }
  const unfilled = refuseUnfilled(template, asIfLocked(row, asked), input.body, call)
  if (unfilled) return unfilled
  const known =
    !linkedTo && (asked.customer === null || asked.customer.card)
      ? { customer: asked.customer?.card ?? null }
      : undefined
  const counted = countedChanges(own, kept?.changes ?? [])
  const decision = done(id, [
    ...(asked.customer?.steps ?? []),
    add('tickets', row),
    ...(kept?.steps ?? []),
    ...(row.appointment_at ? appointmentSteps(id, row.appointment_at, call.now) : []),
    ...(first?.steps ?? []),
    handover(id, { departmentId: null, assigneeId: null }, holder, call, {
      mode: modeOf(call.caller),
      note: input.note ?? null,
    }),
    ...(linkedTo
      ? [add('ticket_links', { ticket_id: id, other_id: linkedTo.id, kind: 'follows', created_at: call.now })]
      : []),
    tell('ticket.opened', id, id, {
      channel,
      customerId: asked.customer?.id ?? null,
      customerLevel: asked.customer?.level ?? null,
      to: holder,
      urgency: matter.urgency,
      messageId: first?.message.id ?? null,
      linkedTo: linkedTo?.id ?? null,
      callId: asked.kept?.row.id ?? null,
      mode: modeOf(call.caller),
      requestType: matter.requestType ?? null,
      categoryPath: category ? [...call.of(categories).lineageOf(category.id)] : [],
      ...(counted.length > 0 && { changes: counted }),
    }),
  ])
  return known ? { ...decision, known } : decision
}

/** The category's department, else the mailbox's, else the desk's default one. */
const usualDepartment = (call: Call, ofCategory: string | null | undefined, ofMailbox: string | null | undefined) =>
  ofCategory ?? ofMailbox ?? call.of(settings).defaultDepartmentId ?? undefined

function firstMessage(id: string, input: Input, asked: Asked, call: Call) {
  const { customer } = asked
  const said = say(id, 1, call, {
    kind: 'customer',
    body: input.body ?? '',
    html: input.html ?? null,
    channel: input.channel,
    files: asked.files,
    ...(customer && { author: { kind: 'outside', id: customer.id, name: customer.name } }),
    sender: input.requester?.email ?? input.requester?.phone ?? null,
    sourceId: input.sourceId ?? null,
    submittedAt: input.submittedAt ? new Date(input.submittedAt) : null,
  })
  return { message: said.message, steps: [...said.steps, touch(id, customer?.id ?? null, said.message, 'in', call)] }
}

type NewTicket = Omit<TicketRow, 'number'>

/** The ticket that a decision opens. */
export function addedTicket({ id, steps }: Decision, asked: Asked): LockedTicket {
  const step = steps.find(one => one.do === 'add' && one.table === 'tickets' && one.row.id === id)
  if (step?.do !== 'add') throw new Error('the decision opens no ticket')
  return asIfLocked(step.row as unknown as NewTicket, asked)
}

/** As forms ask about it: without what it gets only when it is saved. */
const asIfLocked = (row: NewTicket, { customer }: Asked): LockedTicket => ({
  ...row,
  number: '',
  customer_level: customer?.level ?? null,
  customer_name: customer?.name ?? null,
  clocks: [],
})

function ticketRow(
  id: string,
  input: Input & { urgency: Urgency; tags: readonly string[] },
  holder: Holder,
  asked: Asked,
  call: Call,
  categoryId: string | null,
  spoken: boolean,
): NewTicket {
  const { now, caller } = call
  return {
    id,
    subject: input.subject,
    subject_folded: fold(input.subject),
    status: holder.assigneeId ? 'assigned' : 'new',
    run_state: 'running',
    urgency: input.urgency,
    urgency_rank: urgencyRank[input.urgency],
    request_type: input.requestType ?? null,
    channel: input.channel,
    category_id: categoryId,
    template_id: null,
    template_version: null,
    department_id: holder.departmentId,
    assignee_id: holder.assigneeId,
    customer_id: asked.customer?.id ?? null,
    mailbox_id: input.mailboxId ?? null,
    creator_kind: caller.actor.kind,
    creator_id: caller.actor.id,
    tags: [...new Set(input.tags)],
    fields: {},
    fields_folded: {},
    mention_ids: [],
    result: null,
    urge_count: 0,
    urged_at: null,
    reopen_count: 0,
    resolve_count: 0,
    satisfaction: null,
    message_count: spoken ? 1 : 0,
    public_seq: spoken ? 1 : 0,
    last_words: lastWords(input.body ?? ''),
    last_from: 'customer',
    last_message_at: spoken ? now : null,
    waiting_since: spoken ? now : null,
    submitted_at: input.submittedAt ? new Date(input.submittedAt) : now,
    created_at: now,
    updated_at: now,
    acknowledged_at: null,
    first_response_at: null,
    solved_at: null,
    closed_at: null,
    paused_at: null,
    resume_at: null,
    appointment_at: input.appointmentAt ? new Date(input.appointmentAt) : null,
    paused_seconds: 0,
    due_at: null,
    warned_at: null,
    breached_at: null,
    extension_asked_at: null,
    undispatched_at: null,
    version: 1,
  }
}
