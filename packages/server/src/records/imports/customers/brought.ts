import { cellWords, isEmptyCell, wordIn } from '@baton/contract'
import type { JobCall, JobLine, JobRow, Passed } from '../../../kernel/jobs/index.ts'
import type { Reading } from '../../../kernel/kinds.ts'
import { add, put } from '../../../kernel/steps.ts'
import { definitions } from '../../fields/index.ts'
import { refuseWrong } from '../all-wrong.ts'
import type { Blank, Brought } from '../brought.ts'
import { readingOfCells } from '../called.ts'
import { type Known, passedBy } from '../known.ts'
import { lineOf, requestOf } from '../request.ts'
import { changeBy } from './change.ts'
import { chosenKey, keyOfCustomer, knownCustomer } from './known.ts'
import { columnOf, readCustomerRow } from './read-row.ts'
import { customerTargets } from './targets.ts'

/** Customers, each as the person who brought it could have written it down. */
export const broughtCustomers: Brought = {
  grant: 'customer.import',
  verbs: ['customer.create', 'customer.update'],
  targets: customerTargets,
  keyOf: keyOfCustomer,
  async call(job, line, desk, caller) {
    const reading = await desk.reading(caller)
    const known = await knownCustomer(job, line, reading)
    return passedBy(job, line, known) ?? writing(job, line, known, reading)
  },
  columnOf,
  blank,
}

async function writing(job: JobRow, line: JobLine, { id }: Known, reading: Reading): Promise<JobCall | Passed> {
  const request = requestOf(job)
  const { cells } = lineOf(line)
  const own = reading.picture.of(definitions).of('customer')
  const customers = request.mapping.flatMap(({ column, field }) => {
    const cell = cells[column - 1]
    const namesCustomers = own.byKey(field.replace(/^fields\./, ''))?.spec.kind === 'customer'
    return namesCustomers && cell && !isEmptyCell(cell) ? [cellWords(cell).trim()] : []
  })
  const read = readCustomerRow(cells, request, reading.picture, await readingOfCells(reading, customers))
  const chosen = chosenKey(cells, request)
  const row = (customer: string) => ({ ...chosen, ticket_id: null, customer_id: customer, job_id: job.id, n: line.n })
  if (!id) {
    await refuseWrong(read.input, read.problems, reading, { verb: 'customer.create', owner: 'customer', columnOf })
    const keeps = (made: string) => [add('imported', row(made))]
    return { verb: 'customer.create', input: read.input, ...(chosen && { keeps }) }
  }
  if (Object.keys(read.input).length === 0 && read.problems.length === 0)
    return { state: 'skipped', subjectId: id, code: 'import.noChange' }
  const input = await changeBy(reading.db, id, read.input)
  const asked = { verb: 'customer.update', owner: 'customer', recordId: id, columnOf } as const
  await refuseWrong(input, read.problems, reading, asked)
  // Known by a contact point this time, by its key the next.
  const keeps = (customer: string) => [put('imported', ['scope', 'key'], row(customer))]
  return { verb: 'customer.update', input, ...(chosen && { keeps }) }
}

function blank(reading: Reading): Blank {
  const { locale } = reading.caller
  const word = (key: string) => wordIn(locale, 'fileSheet', key) ?? key
  return {
    name: word('templateOfCustomers'),
    title: word('customers'),
    // Whoever writes down new customers has no numbers for them.
    targets: customerTargets(reading).filter(({ field }) => field !== 'number'),
    how: 'customerHow',
    optionsOf: field =>
      field === 'salutation' ? ['mr', 'ms'].map(key => wordIn(locale, 'salutation', key) ?? key) : [],
    exampleOf(field) {
      const worded = exampleWords[field]
      return worded ? word(worded) : (examples[field] ?? '')
    },
  }
}

const exampleWords: Readonly<Record<string, string>> = {
  name: 'exampleName',
  company: 'exampleCompany',
  note: 'exampleNote',
}

const examples: Readonly<Record<string, string>> = {
  externalId: 'M-1001',
  phones: '13800138000',
  emails: 'li@example.com',
  level: 'VIP',
}
