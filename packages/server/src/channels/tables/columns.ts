import { forbidden } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { customerColumns } from '../../records/customers/index.ts'
import { ticketColumns } from '../../records/tickets/index.ts'

/** What columns there are for the caller, and which are usual. */
export const exportableColumns = read('export.columns', async (reading, { of, view }) => {
  const grant = of === 'customer' ? 'customer.export' : 'ticket.export'
  if (reading.caller.grants.may(grant) === false) throw forbidden(grant)
  const { all, usual } = of === 'customer' ? customerColumns(reading) : await ticketColumns(reading, view)
  const ids = new Set(usual.map(({ id }) => id))
  return { columns: all.map(({ id, header }) => ({ id, name: header, usual: ids.has(id) })) }
})
