import type { VerbSent } from '@baton/contract'

/** Who asks: a known customer, or what is known of an unknown one. */
export interface Requester {
  text: string
  customerId?: string
  name?: string
}

/** What was typed, as a way to reach somebody: a mail address, a phone number, or a name. */
export function pointOf(text: string): { email: string } | { phone: string } | { name: string } | undefined {
  const typed = text.trim()
  if (!typed) return undefined
  if (typed.includes('@')) return { email: typed }
  if (/^[+\d()*\-\s#]{5,}$/.test(typed)) return { phone: typed }
  return { name: typed }
}

/** The part of `ticket.open` that says who asks. */
export function asked({
  text,
  customerId,
  name,
}: Requester): Pick<VerbSent<'ticket.open'>, 'customerId' | 'requester'> {
  if (customerId) return { customerId }
  const point = pointOf(text)
  if (!point) return {}
  return { requester: { ...point, ...(name?.trim() && { name: name.trim() }) } }
}
