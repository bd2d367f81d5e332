import { type Grants, isHidden } from '../../kernel/grants.ts'

/** Under which names a grant may withhold a part of customers, besides its own and as a part of the customer's. */
const alsoCalled: Partial<Record<string, string>> = {
  company: 'companyId',
  phones: 'customer.phone',
  emails: 'customer.email',
}

/** Whether the caller may not read a part of customers: `level`, `fields.birthday`. */
export const isWithheld = (id: string, grants: Grants): boolean =>
  [id, `customer.${id}`, alsoCalled[id] ?? ''].some(name => isHidden(grants, name))
