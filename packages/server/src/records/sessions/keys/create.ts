import { deskTopic, newId } from '../../../kernel/ids.ts'
import { forbidden, Problem } from '../../../kernel/problems.ts'
import { add, done, refuseField, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { beyond, checkedGrants } from '../../people/index.ts'
import { keyToken, tokenHash } from '../token.ts'

/** Answers once with the `token`. The key belongs to its maker and never may more than they may at that moment. */
export const createApiKey = verb('apiKey.create', {
  async prepare(preparing, { grants }) {
    if (!preparing.caller.me.id) throw forbidden('apiKey.create')
    return { id: newId(), token: keyToken(), grants: checkedGrants(grants, preparing) }
  },
  decide({ prepared: { id, token, grants } }, { name, expiresAt }, { caller, now }) {
    const expires = expiresAt === undefined ? null : new Date(expiresAt)
    if (expires && expires <= now) return refuseField('expiresAt', 'time.past')
    const problems = beyond(grants, caller, 'grants')
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const row = {
      id,
      name,
      owner_id: String(caller.me.id),
      token_hash: tokenHash(token),
      hint: token.slice(-4),
      grants,
      expires_at: expires,
      created_at: now,
    }
    return done(id, [add('api_keys', row), tell('apiKey.created', deskTopic, id, { name })], { token })
  },
})
