import type { Db } from '../../kernel/db.ts'
import { type Signer, signerFor } from '../../kernel/signing.ts'

/**
 * Where a provider reports to. None of them signs what it sends, so the address itself is the proof: nobody can guess it,
 * and it is good for one account.
 */
export const callbackSigner = (db: Db): Promise<Signer> => signerFor(db, 'sms.callback')

const root = '/api/public/sms'

export function callbacksOf(signer: Signer, smsAccountId: string): { report: string; reply: string } {
  const [, seal] = signer.sign({ account: smsAccountId }).split('.')
  const base = `${root}/${smsAccountId}/${seal}`
  return { report: `${base}/report`, reply: `${base}/reply` }
}

/** Whether such an address is one of ours. */
export function isCallback(signer: Signer, smsAccountId: string, seal: string): boolean {
  const [fact] = signer.sign({ account: smsAccountId }).split('.')
  return signer.open(`${fact}.${seal}`) !== undefined
}
