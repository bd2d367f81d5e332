import { fold } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, done, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { type Company, companyNamed } from './company.ts'
import { type Contacts, readContacts, refuseTaken } from './contacts.ts'

interface Prepared extends Contacts {
  company: Company | undefined
}

export const createCustomer = verb<'customer.create', Prepared>('customer.create', {
  async prepare({ db, caller, now }, input) {
    const contacts = readContacts(input)
    await refuseTaken(db, contacts.points, caller)
    return { ...contacts, company: input.company ? await companyNamed(db, input.company, now) : undefined }
  },
  decide({ prepared: { points, partialPhones, company } }, input, { now, caller }) {
    const id = newId()
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
      }),
      ...points.map(({ kind, value }, position) => add('contact_points', { kind, value, customer_id: id, position })),
      tell('customer.created', id, id, { name: input.name, origin: caller.actor.kind }),
    ])
  },
})
