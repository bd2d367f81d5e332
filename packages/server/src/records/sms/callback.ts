import type { Db } from '../../kernel/db.ts'
import { isId } from '../../kernel/ids.ts'
import { type Signer, signerFor } from '../../kernel/signing.ts'

/**
 * Where a provider reports to. None of them signs what it sends, so the address itself is the proof: nobody can guess it,
 * and it is good for one account.
 */
export const callbackSigner = (db: Db): Promise<Signer> => signerFor(db, 'sms.callback')

const root = '/api/public/sms'

export function callbacksOf(signer: Signer, smsAccountId: string): { report: string; reply: string } {
  const token = signer.sign({ account: smsAccountId })
  return { report: `${root}/${token}/report`, reply: `${root}/${token}/reply` }
}

/** The account of such an address; undefined when it is none of ours. */
export function accountOfCallback(signer: Signer, token: string): string | undefined {
  const account = signer.open(token)?.account
  return typeof account === 'string' && isId(account) ? account : undefined
}
