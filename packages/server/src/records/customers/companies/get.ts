import { sql } from 'kysely'
import { notFound } from '../../../kernel/problems.ts'
import { read } from '../../../kernel/read.ts'
import { inScope } from './kind.ts'
import { presentCompanies } from './present.ts'

export const getCompany = read('company.get', async (reading, { id }) => {
  const { rows } = await sql<{ id: string }>`
    select o.id from companies o where o.id = ${id} and ${inScope(reading)}`.execute(reading.db)
  const [record] = await presentCompanies(
    reading,
    rows.map(row => row.id),
  )
  if (!record) throw notFound()
  return record
})
