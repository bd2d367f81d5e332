import { fold } from '@baton/contract'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { add, type Step } from '../../kernel/steps.ts'

export interface Company {
  id: string
  name: string
  steps: Step[]
}

/** The company of that name in any spelling, or the steps that make it. */
export async function companyNamed(db: Db, name: string, now: Date): Promise<Company> {
  const folded = fold(name)
  const known = await db
    .selectFrom('companies')
    .select(['id', 'name'])
    .where('name_folded', '=', folded)
    .executeTakeFirst()
  if (known) return { ...known, steps: [] }
  const id = newId()
  return { id, name, steps: [add('companies', { id, name, name_folded: folded, created_at: now, updated_at: now })] }
}
