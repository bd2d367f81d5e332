import type { Records } from '@baton/contract'
import { newestBy } from '../../kernel/deliveries/index.ts'
import { type Kind, mayOn, type Present, type Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { hintsOf } from '../../kernel/secrets/index.ts'
import type { Row } from '../../kernel/steps.ts'
import { type SmsAccount, smsAccounts } from './accounts.ts'
import { callbackSigner, callbacksOf } from './callback.ts'
import { smsAccountKind } from './kind.ts'

/** In the order of their making. Archived ones only when asked for. */
export const listSmsAccounts = read('smsAccount.list', async (reading, input) => {
  const all = reading.picture
    .of(smsAccounts)
    .all.filter(account => (input.archived || !account.archived) && may('smsAccount.list', account, reading))
  const { shown, nextCursor } = pageOfAll(all, input)
  return { items: await records(reading, shown), nextCursor }
})

export const presentSmsAccounts: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(smsAccounts)
  return records(
    reading,
    ids.map(byId).filter(account => account !== undefined),
  )
}

async function records(reading: Reading, shown: readonly SmsAccount[]): Promise<Row[]> {
  if (shown.length === 0) return []
  const ids = shown.map(({ id }) => id)
  const [hints, newest, signer] = await Promise.all([
    hintsOf(reading.db, ids),
    newestBy(reading.db, ids, reading.caller.locale),
    callbackSigner(reading.db),
  ])
  const inUse = reading.picture.of(smsAccounts).all.filter(account => !account.archived).length
  return shown.map(account => {
    const allowed = account.archived ? [] : verbsFor(account, inUse).filter(name => may(name, account, reading))
    const record: Records['smsAccount'] = {
      ...account,
      secrets: hints.get(account.id) ?? {},
      callbacks: allowed.includes('smsAccount.update') ? callbacksOf(signer, account.id) : null,
      last: newest.get(account.id) ?? null,
      allowed,
    }
    return { ...record }
  })
}

/** The default goes last. */
const verbsFor = ({ isDefault }: SmsAccount, inUse: number): string[] => [
  'smsAccount.update',
  'smsAccount.test',
  ...(isDefault && inUse > 1 ? [] : ['smsAccount.archive']),
]

const may = (name: string, account: SmsAccount, reading: Reading): boolean =>
  mayOn(smsAccountKind as unknown as Kind, name, account, reading.caller, reading)
