import { deskTopic } from '../../../kernel/ids.ts'
import { changesOf, done, type Row, reconfigure, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'

const names = { name_zh: 'nameZh', name_en: 'nameEn' }

export const updateRequestType = verb('requestType.update', {
  subjects: ({ requestTypeId }) => ({ requestType: [requestTypeId] }),
  decide(scene, { nameZh, nameEn }) {
    const row = scene.one('requestType')
    const { id } = row
    const patch = { ...(nameZh !== undefined && { name_zh: nameZh }), ...(nameEn !== undefined && { name_en: nameEn }) }
    const changes = changesOf(row as unknown as Row, patch, names)
    if (changes.length === 0) return done(id, [])
    return done(id, [
      set('request_types', id, patch),
      reconfigure,
      tell('requestType.updated', deskTopic, id, { name: row.name_zh, changes }),
    ])
  },
})
