import type { Directory, Person } from './directory.ts'

/** What `$me` means for a person: in grants, views and searches alike. */
export const meOf = (person: Person, directory: Directory): Record<string, string | string[] | null> => ({
  id: person.id,
  departments: [...person.departmentIds],
  /** The departments that the person manages, and everything beneath. */
  managed: [...directory.managedBy(person.id)],
})

/** Nobody in particular: matches nothing. */
export const nobody: Record<string, string | string[] | null> = { id: null, departments: [], managed: [] }
