import { type Step, set } from '../../kernel/steps.ts'
import type { Preparing } from '../../kernel/verb.ts'
import { type SmsAccountRow, smsAccounts } from './accounts.ts'

/** The account that is the default now, if there is one: it is locked by whoever takes its place. */
export const presentDefault = ({ picture }: Preparing): string | undefined => picture.of(smsAccounts).default?.id

/** The others stop being the default in the same save. */
export const handOver = (locked: readonly SmsAccountRow[], to: string): Step[] =>
  locked.filter(row => row.is_default && row.id !== to).map(row => set('sms_accounts', row.id, { is_default: false }))
