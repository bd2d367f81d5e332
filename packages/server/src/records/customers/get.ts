import { sql } from 'kysely'
import { notFound } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { inScope } from './kind.ts'
import { presentCustomers } from './present.ts'

export const getCustomer = read('customer.get', async (reading, { id }) => {
  const { rows } = await sql`select 1 from customers c where c.id = ${id} and ${inScope(reading)}`.execute(reading.db)
  const [customer] = rows.length > 0 ? await presentCustomers(reading, [id]) : []
  if (!customer) throw notFound()
  return customer
})
