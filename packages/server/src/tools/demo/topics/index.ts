import { exchange, missing } from './exchange.ts'
import { address, late, lost, stuck } from './logistics.ts'
import { invoices, price } from './money.ts'
import { complaints, ideas, presales } from './others.ts'
import { refundsOnly, returns } from './returns.ts'
import type { Topic } from './topic.ts'
import { repair, use } from './use.ts'

export type { Case, Department, Topic } from './topic.ts'

/** What people turn to a shop's desk with, in its usual proportions. */
export const topics: readonly Topic[] = [
  returns,
  refundsOnly,
  exchange,
  missing,
  late,
  stuck,
  lost,
  address,
  invoices,
  price,
  use,
  repair,
  presales,
  complaints,
  ideas,
]
