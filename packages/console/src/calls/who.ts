import { phoneText } from '../words/phone.ts'
import { useWords } from '../words/Speaking.tsx'
import type { CallRecord } from './draft.ts'

type Known = Pick<CallRecord, 'number' | 'phone'> & { customer: { name: string } | null }

/** Who is at the other end, in one word: the customer's name, the number, or that it is hidden. */
export function useWho(): (call: Known) => string {
  const number = useNumber()
  const named = useNamed()
  return call => (call.customer ? named(call.customer.name) : number(call))
}

/** A customer who never gave a name is called by the number, as people read it. */
export function useNamed(): (name: string) => string {
  const { t } = useWords()
  return name => (name.startsWith('+') ? phoneText(name, t('word.extension')) : name)
}

export function useNumber(): (call: Pick<CallRecord, 'number' | 'phone'>) => string {
  const { t } = useWords()
  return ({ number, phone }) => (phone ? phoneText(phone, t('word.extension')) : number || t('call.hiddenNumber'))
}
