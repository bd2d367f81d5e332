import { fold } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, done, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { keepFields, readFields, type SaidFields, usualFields } from '../fields/index.ts'
import { type Company, companyNamed } from './company.ts'
import { type Contacts, readContacts, refuseTaken } from './contacts.ts'
import { customerFields } from './kind.ts'
import { keptPhone } from './phone.ts'

interface Prepared extends Contacts {
  company: Company | undefined
  fields: SaidFields
}

export const createCustomer = verb<'customer.create', Prepared>('customer.create', {
  async prepare(preparing, input) {
    const { db, caller, now } = preparing
    const contacts = readContacts(input)
    await refuseTaken(db, contacts.points, caller)
    return {
      ...contacts,
      company: input.company ? await companyNamed(db, input.company, now) : undefined,
      fields: await readFields(preparing, input.fields, { owner: 'customer', phone: keptPhone }),
    }
  },
  decide({ prepared: { points, partialPhones, company, fields } }, input, call) {
    const { now, caller } = call
    const id = newId()
    const { own } = call.of(customerFields)
    const begun = { ...fields, values: { ...usualFields(own, call), ...fields.values } }
    const kept = keepFields(own, 'customer', { id, fields: {} }, begun, now)
    return done(id, [
      ...(company?.steps ?? []),
      add('customers', {
        id,
        name: input.name,
        name_folded: fold(input.name),
        salutation: input.salutation ?? null,
        company_id: company?.id ?? null,
        level: input.level ?? null,
        note: input.note ?? null,
        partial_phones: partialPhones,
        created_at: now,
        updated_at: now,
        ...kept?.patch,
      }),
      ...(kept?.steps ?? []),
      ...points.map(({ kind, value }, position) => add('contact_points', { kind, value, customer_id: id, position })),
      tell('customer.created', id, id, { name: input.name, origin: caller.actor.kind }),
    ])
  },
})
