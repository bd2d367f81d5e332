import { fold } from '@baton/contract'
import type { Reading } from '../../../kernel/kinds.ts'
import { directory } from '../../people/index.ts'
import { type Typed, unknown, valuesOf } from './typed.ts'

type Asker = Pick<Reading, 'picture'>

/** The ids of people by name or employee number, and what is wrong where nobody is called so. */
export function peopleNamed(part: Typed, { picture }: Asker): string[] {
  const people = [...picture.of(directory).agents.values()]
  return valuesOf(part).flatMap(value => {
    const name = fold(value)
    const meant = people.filter(person => fold(person.name) === name || fold(person.employeeNo) === name)
    if (meant.length === 0) throw unknown(part, [])
    return meant.map(({ id }) => id)
  })
}

/** Of departments by name or path from the root, each with everything beneath it. */
export function departmentsNamed(part: Typed, { picture }: Asker): string[] {
  const { departments, departmentsUnder } = picture.of(directory)
  return valuesOf(part).flatMap(value => {
    const name = plainPath(value)
    const meant = [...departments.values()].filter(one => plainPath(one.name) === name || plainPath(one.path) === name)
    if (meant.length === 0) throw unknown(part, [])
    return meant.flatMap(({ id }) => departmentsUnder(id))
  })
}

/** A path however its parts are divided. */
export const plainPath = (path: string): string =>
  fold(path)
    .replace(/\s*[-/]\s*/g, '-')
    .trim()
