import type { VerbSent } from '@baton/contract'
import { companies, type Name, nameOf } from './names.ts'
import type { Chance } from './random.ts'

export interface Customer extends Name {
  id: string
  /** What somebody who writes a mail writes from. */
  email: string | undefined
  phone: string
  /** Some come again and again. */
  weight: number
}

/** No carrier has the prefix 154 in use, and addresses end in a domain that can never exist (RFC 2606): nobody is ever called or written to. */
const phoneOf = (at: number): string =>
  `154${String(10_000_000 + at * 7919)
    .padStart(8, '0')
    .slice(-8)}`

export function inventCustomers(
  count: number,
  chance: Chance,
): { customer: Customer; input: VerbSent<'customer.create'> }[] {
  const { happens, one, whole } = chance
  return Array.from({ length: count }, (_, at) => {
    const name = nameOf(chance)
    const phone = phoneOf(at)
    const email = happens(62) ? `c${String(at + 1).padStart(5, '0')}@kehu.example` : undefined
    const level = happens(6) ? 'VIP' : happens(14) ? '金卡' : happens(20) ? '银卡' : undefined
    return {
      customer: { ...name, id: '', email, phone, weight: level === 'VIP' ? 6 : level ? 3 : one([1, 1, 1, 2]) },
      input: {
        name: name.full,
        salutation: name.salutation === '先生' ? ('mr' as const) : ('ms' as const),
        phones: [phone],
        ...(email && { emails: [email] }),
        ...(level && { level }),
        ...(happens(4) && { company: one(companies) }),
        ...(happens(5) && {
          note: one([
            '大客户，注意时效',
            '听力不好，尽量文字沟通',
            '只在晚上方便接电话',
            '对物流时效敏感',
            `生日在${whole(1, 12)}月`,
          ]),
        }),
      },
    }
  })
}
