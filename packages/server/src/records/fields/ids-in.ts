import type { FieldDefinition, FieldKind } from '@baton/contract'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** All that could be ids among what is meant for fields of these kinds, in lower case. */
export const idsIn = (
  meant: readonly (readonly [Pick<FieldDefinition, 'spec'>, unknown])[],
  kinds: readonly FieldKind[],
): string[] =>
  meant
    .filter(([{ spec }]) => kinds.includes(spec.kind))
    .flatMap(([, value]) => [value].flat())
    .flatMap(value => (typeof value === 'string' && uuid.test(value) ? [value.toLowerCase()] : []))
