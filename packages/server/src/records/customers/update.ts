import { fold, type VerbInput } from '@baton/contract'
import { isFrozen } from '../../kernel/grants.ts'
import { type Change, changesOf, done, type Row, refuseField, set, tell } from '../../kernel/steps.ts'
import { type Call, verb } from '../../kernel/verb.ts'
import { keepFields, readFields, type SaidFields } from '../fields/index.ts'
import { type Company, companyNamed } from './company.ts'
import { type Contacts, readContacts, refuseTaken } from './contacts.ts'
import { customerFields } from './kind.ts'
import { movePoints } from './move-points.ts'
import { keptPhone } from './phone.ts'
import type { CustomerRow } from './tables.ts'

interface Prepared extends Contacts {
  company: Company | undefined
  fields: SaidFields
}

export const updateCustomer = verb<'customer.update', Prepared>('customer.update', {
  async prepare(preparing, input) {
    const { db, caller, now } = preparing
    const contacts = readContacts(input)
    await refuseTaken(db, contacts.points, caller, input.customerId)
    return {
      ...contacts,
      company: input.company ? await companyNamed(db, input.company, now) : undefined,
      fields: await readFields(preparing, input.fields, {
        owner: 'customer',
        recordId: input.customerId,
        phone: keptPhone,
      }),
    }
  },
  subjects: ({ customerId }) => ({ customer: [customerId] }),
  decide(scene, input, call) {
    const { now } = call
    const customer = scene.one('customer')
    const { id } = customer
    const { company } = scene.prepared
    const frozen = frozenIn(input, call)
    if (frozen) return refuseField(frozen, 'frozen')
    const patch = patchOf(input, scene.prepared)
    const points = movePoints(customer, input, scene.prepared)
    const kept = keepFields(call.of(customerFields).own, 'customer', customer, scene.prepared.fields, now)
    const changes = [...changed(customer, patch, company), ...points.changes, ...(kept?.changes ?? [])]
    if (changes.length === 0) return done(id, [])
    return done(id, [
      ...(company?.steps ?? []),
      set('customers', id, { ...patch, ...kept?.patch, updated_at: now }),
      ...(kept?.steps ?? []),
      ...points.steps,
      tell('customer.updated', id, id, { name: input.name ?? customer.name, changes }),
    ])
  },
})

/** A part of the file that the caller may not change; own fields are judged where they are read. */
const frozenIn = (
  { customerId: _, fields: _f, version: _v, ...parts }: VerbInput<'customer.update'>,
  { caller }: Call,
) => Object.keys(parts).find(name => isFrozen(caller.grants, name === 'company' ? 'companyId' : name))

function patchOf(input: VerbInput<'customer.update'>, { company, partialPhones }: Prepared): Row {
  return {
    ...(input.name !== undefined && { name: input.name, name_folded: fold(input.name) }),
    ...(input.salutation !== undefined && { salutation: input.salutation }),
    ...(input.company !== undefined && { company_id: company?.id ?? null }),
    ...(input.level !== undefined && { level: input.level }),
    ...(input.note !== undefined && { note: input.note }),
    ...(input.phones !== undefined && { partial_phones: partialPhones }),
  }
}

const names = { name: 'name', salutation: 'salutation', level: 'level' }

function changed(customer: CustomerRow, patch: Row, company: Company | undefined): Change[] {
  const row = customer as unknown as Row
  const changes = changesOf(row, patch, names)
  if ('company_id' in patch && patch.company_id !== customer.company_id)
    changes.push({ field: 'company', from: customer.company, to: company?.name ?? null })
  // What was noted about somebody is theirs to have erased: the history says only that it was changed.
  if ('note' in patch && patch.note !== customer.note) changes.push({ field: 'note', from: null, to: null })
  return changes
}
