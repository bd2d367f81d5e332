import { alongPath, type Called, type CellReading, fold, type NamedKind } from '@baton/contract'
import { regionNames } from '@baton/contract/regions'
import { sql } from 'kysely'
import { cached } from '../../kernel/configuration.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { keptPhone } from '../customers/index.ts'
import { loadDirectory } from '../people/index.ts'
import { settings } from '../settings/index.ts'

/** Whom and what people in files call by name: made once for a configuration, since files are long. */
export interface CalledHere {
  agents(text: string): readonly string[]
  departments(text: string): readonly string[]
}

export const calledHere = cached<CalledHere>('calledHere', async db => {
  const { agents, departments } = await loadDirectory(db)
  const people = [...agents.values()]
  const byNumber = new Map(people.map(person => [fold(person.employeeNo).trim(), person]))
  const byName = Map.groupBy(people, ({ name }) => fold(name).trim())
  const nodes = [...departments.values()].map(
    ({ id, name, parentId, archived }): Called => ({ key: id, name, parent: parentId, archived }),
  )
  return {
    agents(said) {
      const text = fold(said).trim()
      const numbered = byNumber.get(text) ?? byNumber.get(numberBeside(text))
      if (numbered) return [numbered.id]
      const named = byName.get(text) ?? []
      const active = named.filter(({ status }) => status === 'active')
      return (active.length > 0 ? active : named).map(({ id }) => id)
    },
    departments: said => alongPath(nodes, said),
  }
})

/** 王芳 (CS001) */
const numberBeside = (text: string): string => /\(([^()]+)\)\s*$/.exec(text)?.[1]?.trim() ?? ''

/** What reading the cells of some rows needs to know; the customers that they name are looked up at once. */
export async function readingOfCells(reading: Reading, customers: readonly string[]): Promise<CellReading> {
  const { picture } = reading
  const known = customers.length > 0 ? await customersCalled(reading, customers) : undefined
  const { agents, departments } = picture.of(calledHere)
  const of: Record<NamedKind, (text: string) => readonly string[]> = {
    agent: agents,
    department: departments,
    customer: text => known?.get(text) ?? [],
  }
  return {
    locale: reading.caller.locale,
    zone: picture.of(settings).timezone,
    named: (kind, text) => of[kind](text),
    regionsUnder: code => regionsUnder.get(code) ?? [],
  }
}

/** By number, phone or name; `李女士 (C000012)` by the number. Only whoever may see customers can name them. */
async function customersCalled({ db, caller }: Reading, texts: readonly string[]): Promise<Map<string, string[]>> {
  if (caller.grants.may('customer.get') !== true) return new Map()
  const asked = [...new Set(texts)]
  const number = (text: string) => (numberBeside(text.normalize('NFKC')) || text).trim().toUpperCase()
  const { rows } = await sql<{ said: string; id: string; rank: number }>`
    select a.said, c.id, c.rank from unnest(
      ${asked}::text[], ${asked.map(number)}::text[], ${asked.map(text => keptPhone(text) ?? '')}::text[],
      ${asked.map(text => fold(text).trim())}::text[]
    ) as a (said, number, phone, name), lateral (
      select id, 0 as rank from customers where number = a.number
      union all select customer_id, 1 from contact_points where kind = 'phone' and value = a.phone
      union all (select id, 2 from customers where name_folded = a.name limit 2)
    ) c`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ said }) => said)].map(([said, found]) => {
      const best = Math.min(...found.map(({ rank }) => rank))
      return [said, [...new Set(found.filter(({ rank }) => rank === best).map(({ id }) => id))]]
    }),
  )
}

const parentOf = (code: string): string | null =>
  code.endsWith('0000') ? null : code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`

const regionsUnder: ReadonlyMap<string | null, readonly { code: string; name: string }[]> = Map.groupBy(
  [...regionNames].map(([code, name]) => ({ code, name })),
  ({ code }) => parentOf(code),
)
