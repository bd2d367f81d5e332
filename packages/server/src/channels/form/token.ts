import { isId, newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import type { Signer } from '../../kernel/signing.ts'

/** Who sits at the form: nobody known, but the same one from the first look to the last. */
export interface Visit {
  id: string
  /** When the form was opened, in epoch milliseconds. */
  openedAt: number
}

export interface FormTokens {
  issue(former?: string): string
  /** Throws a 403 for a token that is not ours, or that is older than a day. */
  read(token: string): Visit
}

const keptFor = 24 * 3_600_000

/** The form's page carries a signed token. Nothing is written for it, so that opening the page costs nothing. */
export function formTokens(signer: Signer, clock: () => Date): FormTokens {
  const visitOf = (token: string): Visit | undefined => {
    const fact = signer.open(token)
    const [id, openedAt] = [String(fact?.id), Number(fact?.openedAt)]
    return fact && isId(id) && Number.isFinite(openedAt) ? { id, openedAt } : undefined
  }
  return {
    // A page that has been open for days keeps its visit, and with it the files it has sent.
    issue: former => signer.sign({ id: visitOf(former ?? '')?.id ?? newId(), openedAt: clock().getTime() }),
    read(token) {
      const visit = visitOf(token)
      if (!visit || clock().getTime() - visit.openedAt > keptFor) throw new Problem(403, 'form.expired')
      return visit
    },
  }
}
