import { usePerform } from '../perform.ts'
import { useTell } from '../tell.ts'
import type { TicketVerb } from '../verbs.ts'

/** Does what a sheet was opened for, closes it, and says what came of it. A refusal is thrown to the sheet's form. */
export function useFinish(verb: TicketVerb, onClose: () => void): (input: object) => Promise<void> {
  const perform = usePerform()
  const tell = useTell()
  return async input => {
    const record = await perform(verb, input as never)
    onClose()
    tell(verb, record)
  }
}
