import type { Reading } from '../../kernel/kinds.ts'
import { calendars } from '../calendars/index.ts'
import { directory } from '../people/index.ts'
import { slaPolicies } from '../sla/index.ts'
import { templates } from '../templates/index.ts'

/** Ids in sentences about tickets become names. */
export function namesOf({ picture }: Pick<Reading, 'picture'>): (id: string) => string | undefined {
  const people = picture.of(directory)
  return id =>
    people.agents.get(id)?.name ??
    people.departments.get(id)?.name ??
    picture.of(slaPolicies).byId(id)?.name ??
    picture.of(calendars).byId(id)?.name ??
    picture.of(templates).byId(id)?.name
}
