import { module } from '../../kernel/module.ts'
import { getCompany } from './companies/get.ts'
import { companyFields, companyKind } from './companies/kind.ts'
import { listCompanies } from './companies/list.ts'
import { presentCompanies } from './companies/present.ts'
import { updateCompany } from './companies/update.ts'
import { createCustomer } from './create.ts'
import { exportCustomers } from './export/file.ts'
import { findCustomers } from './find.ts'
import { getCustomer } from './get.ts'
import { customerFields, customerKind } from './kind.ts'
import { listCustomers } from './list.ts'
import { presentCustomers } from './present.ts'
import { customerTimeline } from './timeline.ts'
import { updateCustomer } from './update.ts'

export { callJson } from './call-sql.ts'
export { customerColumns } from './export/columns.ts'
export { customerFile, customersPath } from './export/file.ts'
export { type CustomerCard, customerByPoint } from './known-points.ts'
export { keptPhone, type Phone, readPhone } from './phone.ts'
export { normalise, type Point } from './points.ts'
export type { Requester, Resolved } from './requester.ts'
export { type Resolving, resolveRequester } from './resolve-requester.ts'
export { type TouchRow, touched } from './touch.ts'
export { isWithheld } from './withheld.ts'

/** The customers: who asks, and everything by which they are recognised when they come again. */
export const customers = module({
  name: 'customers',
  verbs: { 'customer.create': createCustomer, 'customer.update': updateCustomer, 'company.update': updateCompany },
  reads: {
    'customer.get': getCustomer,
    'customer.find': findCustomers,
    'customer.list': listCustomers,
    'customer.timeline': customerTimeline,
    'customer.export': exportCustomers,
    'company.get': getCompany,
    'company.list': listCompanies,
  },
  kinds: [customerKind, companyKind],
  presenters: { customer: presentCustomers, company: presentCompanies },
  configuration: [customerFields, companyFields],
})
