import { deskTopic } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problems.ts'
import { done, put, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'

export const revokeApiKey = verb('apiKey.revoke', {
  async prepare({ db }, { apiKeyId }) {
    const key = await db.selectFrom('api_keys').select('owner_id').where('id', '=', apiKeyId).executeTakeFirst()
    if (!key) throw notFound()
    return key
  },
  subjects: (_input, { owner_id }) => ({ agent: [owner_id] }),
  load: (tx, { apiKeyId }) =>
    tx.selectFrom('api_keys').selectAll().where('id', '=', apiKeyId).executeTakeFirstOrThrow(),
  decide({ loaded: key }, _input, { now }) {
    if (key.revoked_at) return done(key.id, [])
    return done(key.id, [
      put('api_keys', ['id'], { ...key, revoked_at: now }),
      tell('apiKey.revoked', deskTopic, key.id, { name: key.name }),
    ])
  },
})
