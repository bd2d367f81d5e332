import { deskTopic } from '../../kernel/ids.ts'
import type { Present } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import { settings } from './settings.ts'

export const getSettings = read('settings.get', async reading => {
  const [record] = await presentSettings(reading, [deskTopic])
  return record ?? {}
})

/** There is one, whatever the id. */
export const presentSettings: Present = async ({ caller, picture }, ids) =>
  ids.map(id => ({
    id,
    ...picture.of(settings),
    allowed: caller.grants.may('settings.update') ? ['settings.update'] : [],
  }))
