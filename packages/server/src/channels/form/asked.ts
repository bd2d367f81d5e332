import type { formInput } from '@baton/contract'
import type { z } from 'zod'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { isId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/problems.ts'
import { categories } from '../../records/categories/index.ts'
import { definitions, type Field } from '../../records/fields/index.ts'
import { formOnPortal, keysIn } from '../../records/templates/index.ts'
import { templateFor } from '../../records/tickets/index.ts'

type Sent = z.output<typeof formInput>

/** The fields that this matter's template asks customers for. Throws a 422 for a template or a category that there is not. */
export async function askedFields(desk: Desk, { templateId, category }: Sent, caller: Caller): Promise<Field[]> {
  const picture = await desk.configuration.current()
  const filed = category ? picture.of(categories).byIdOrPath(category) : undefined
  // Which template holds cannot be told then, and complaints about its fields would be about others.
  if (category && !filed) throw invalidField('category', 'category.unknown')
  const template = templateFor(templateId, filed?.id, { of: part => picture.of(part), caller })
  if ('refusal' in template) throw template.refusal
  const own = picture.of(definitions).of('ticket')
  return keysIn(formOnPortal(template, own)).flatMap(key => own.byKey(key) ?? [])
}

export interface PlacedFile {
  path: string
  id: string
}

/** The files that come along, with where each stands; what else may stand there is told when it is read. */
export const filesIn = ({ attachmentIds, fields }: Sent, asked: readonly Field[]): PlacedFile[] => [
  ...attachmentIds.map((id, at) => ({ path: `attachmentIds.${at}`, id })),
  ...asked
    .filter(({ spec }) => spec.kind === 'files' || spec.kind === 'pictures')
    .flatMap(({ key }) => [fields[key]].flat().map((id, at) => ({ path: `fields.${key}.${at}`, id })))
    .flatMap(({ path, id }) => (typeof id === 'string' && isId(id) ? [{ path, id: id.toLowerCase() }] : [])),
]
