import type { Records } from '@baton/contract'
import { isHidden } from '../../kernel/grants.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { definitions, type Field } from './definitions.ts'

/** In their order. Archived ones only when asked for; those that the caller may not see are not there. */
export const listFields = read('field.list', async (reading, input) => {
  const { grants } = reading.caller
  const shown = reading.picture
    .of(definitions)
    .all.filter(({ of }) => !input.of || of === input.of)
    .filter(({ archived }) => input.archived || !archived)
    .filter(({ key }) => !isHidden(grants, `fields.${key}`))
  const page = pageOfAll(shown, input)
  return { items: page.shown.map(field => ({ ...record(field, reading) })), nextCursor: page.nextCursor }
})

export const presentFields: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(definitions)
  return ids.flatMap(id => {
    const field = byId(id)
    return field ? [{ ...record(field, reading) }] : []
  })
}

const record = (field: Field, { caller }: Reading): Records['field'] => ({
  ...field,
  allowed: (field.archived ? ['field.restore'] : ['field.update', 'field.archive']).filter(name =>
    caller.grants.may(name),
  ),
})
