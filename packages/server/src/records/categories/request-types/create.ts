import { oneAtATime } from '../../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../../kernel/ids.ts'
import { add, done, reconfigure, refuseField, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { requestTypes } from './types.ts'

/** A key is never used twice, not even an archived one's: tickets and reports hold it. */
export const createRequestType = verb('requestType.create', {
  subjects: () => oneAtATime,
  decide(_scene, { key, nameZh, nameEn }, call) {
    const { all, byKey } = call.of(requestTypes)
    if (byKey(key)) return refuseField('key', 'taken')
    const id = newId()
    const position = Math.max(0, ...all.map(type => type.position)) + 1
    return done(id, [
      add('request_types', { id, key, name_zh: nameZh, name_en: nameEn, position }),
      reconfigure,
      tell('requestType.created', deskTopic, id, { name: nameZh }),
    ])
  },
})
