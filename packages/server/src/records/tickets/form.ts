import { type Form, missingIn, standingOfForm } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import { environmentOf } from '../../kernel/kinds.ts'
import { Problem } from '../../kernel/problems.ts'
import { type Refusal, refuseField } from '../../kernel/steps.ts'
import type { Call } from '../../kernel/verb.ts'
import { categories } from '../categories/index.ts'
import { definitions } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import { formOnPortal, type Template, templates } from '../templates/index.ts'
import { plainTicket, ticketFields } from './fields.ts'
import type { LockedTicket } from './ticket.ts'

/** The template of a new ticket: the one that was named, else its category's, else the desk's usual one. */
export function templateFor(
  templateId: string | undefined,
  categoryId: string | undefined,
  call: Pick<Call, 'of' | 'caller'>,
): Template | Refusal {
  const { byId, usual } = call.of(templates)
  if (templateId) {
    const named = byId(templateId)
    if (named?.of !== 'ticket' || isWithheld(named, call)) return refuseField('templateId', 'unknown_id')
    if (named.archived) return refuseField('templateId', 'archived')
    return isFor(named, call) ? named : refuseField('templateId', 'template.notYours')
  }
  const ofCategory = byId((categoryId && call.of(categories).templateOf(categoryId)) || '')
  return ofCategory && !ofCategory.archived && isFor(ofCategory, call) ? ofCategory : usual('ticket')
}

/** A stranger who names a template learns of none that is not for customers. */
const isWithheld = ({ onPortal, archived }: Template, { caller }: Pick<Call, 'caller'>): boolean =>
  caller.actor.kind === 'outside' && (!onPortal || archived)

/** People open what is theirs to open; programs and channels whatever there is. */
function isFor({ departmentIds }: Template, call: Pick<Call, 'of' | 'caller'>): boolean {
  const { actor } = call.caller
  if (departmentIds.length === 0 || actor.kind !== 'person') return true
  const own = call.of(directory).agents.get(actor.id ?? '')?.departmentIds ?? []
  return own.some(id => departmentIds.includes(id))
}

/** Whoever fills in forms: people and programs. Mail is never refused for what it does not say. */
const fillsIn = ({ caller }: Call): boolean => caller.actor.kind === 'person' || caller.actor.kind === 'key'

/** Refuses a ticket that lacks what its form asks for before it is opened, by the names of the input. */
export function refuseUnfilled(
  template: Template,
  ticket: LockedTicket,
  body: string | undefined,
  call: Call,
): Refusal | undefined {
  const missing = missingOf(formFor(template, ticket, call), ticket, body, 'open', call)
  if (missing.length === 0) return undefined
  return {
    refusal: new Problem(
      422,
      'invalid',
      {},
      missing.map(path => ({ path, code: 'required' })),
    ),
  }
}

/** Whoever fills in the public form is asked only for what it shows. */
function formFor(template: Template, { channel }: LockedTicket, call: Call): Form {
  if (fillsIn(call)) return template.form
  const isStranger = call.caller.actor.kind === 'outside' && channel === 'form'
  return isStranger ? formOnPortal(template, call.of(definitions).of('ticket')) : []
}

/** Refuses to solve a ticket whose form is not filled in, and names what is missing. */
export function refuseUnfinished(ticket: LockedTicket, former: Form | undefined, call: Call): Refusal | undefined {
  const missing = fillsIn(call) ? missingOf(formOf(ticket, former, call), ticket, undefined, 'solve', call) : []
  if (missing.length === 0) return undefined
  const own = call.of(definitions).of('ticket')
  const names = missing.map(path => own.byKey(path.replace('fields.', ''))?.name ?? path).join('、')
  const fields = missing.map(path => ({ path, code: 'required' }))
  return { refusal: new Problem(409, 'ticket.unfinished', { names }, fields) }
}

/** The ticket's form where it is no more the template's present one; undefined where nothing need be read. */
export async function formerForm(tx: Db, ticket: LockedTicket, call: Call): Promise<Form | undefined> {
  const { template_id: id, template_version: version } = ticket
  if (!id || version === null || call.of(templates).byId(id)?.formVersion === version) return undefined
  const former = await tx
    .selectFrom('template_forms')
    .select('form')
    .where('template_id', '=', id)
    .where('form_version', '=', version)
    .executeTakeFirst()
  return former?.form ?? []
}

/** The form that the ticket was opened with; of one that is older than forms, nothing is asked. */
const formOf = (
  { template_id: id, template_version: version }: LockedTicket,
  former: Form | undefined,
  call: Call,
): Form => former ?? (id && version !== null ? (call.of(templates).byId(id)?.form ?? []) : [])

function missingOf(
  form: Form,
  ticket: LockedTicket,
  body: string | undefined,
  step: 'open' | 'solve',
  call: Call,
): string[] {
  if (form.every(item => !('field' in item) || item.required === 'no')) return []
  const fields = call.of(ticketFields)
  const plain = plainTicket(ticket, fields)
  const standing = standingOfForm(form, plain, fields.catalogue, environmentOf(call.caller, call.now))
  return missingIn(standing, step, field => {
    switch (field) {
      case 'body':
        // What was said stands in the conversation: once open, nothing of it is missing.
        return step === 'open' ? body : true
      case 'category':
        return ticket.category_id
      case 'requestType':
        return ticket.request_type
      case 'urgency':
        return ticket.urgency
      case 'tags':
        return ticket.tags
      case 'appointmentAt':
        return ticket.appointment_at
      default:
        return field.startsWith('fields.') ? ticket.fields[field.slice('fields.'.length)] : true
    }
  })
}
