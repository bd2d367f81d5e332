import { fold } from '@baton/contract'
import { isFrozen } from '../../../kernel/grants.ts'
import { deskTopic } from '../../../kernel/ids.ts'
import { changesOf, done, type Row, refuseField, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { keepFields, readFields, type SaidFields } from '../../fields/index.ts'
import { keptPhone } from '../phone.ts'
import { companyFields } from './kind.ts'

export const updateCompany = verb<'company.update', { fields: SaidFields; isTaken: boolean }>('company.update', {
  async prepare(preparing, { companyId, name, fields }) {
    const twin = name
      ? await preparing.db.selectFrom('companies').select('id').where('name_folded', '=', fold(name)).executeTakeFirst()
      : undefined
    return {
      isTaken: twin !== undefined && twin.id !== companyId,
      fields: await readFields(preparing, fields, { owner: 'company', recordId: companyId, phone: keptPhone }),
    }
  },
  subjects: ({ companyId }) => ({ company: [companyId] }),
  decide(scene, { name }, call) {
    const company = scene.one('company')
    const { fields, isTaken } = scene.prepared
    if (name !== undefined && isFrozen(call.caller.grants, 'name')) return refuseField('name', 'frozen')
    if (isTaken) return refuseField('name', 'taken')
    const kept = keepFields(call.of(companyFields).own, 'company', company, fields, call.now)
    const patch = { ...(name !== undefined && { name, name_folded: fold(name) }) }
    const changes = [...changesOf(company as unknown as Row, patch, { name: 'name' }), ...(kept?.changes ?? [])]
    if (changes.length === 0) return done(company.id, [])
    return done(company.id, [
      set('companies', company.id, { ...patch, ...kept?.patch, updated_at: call.now }),
      ...(kept?.steps ?? []),
      tell('company.updated', deskTopic, company.id, { name: company.name, changes }),
    ])
  },
})
