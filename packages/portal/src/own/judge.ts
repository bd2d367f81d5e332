import {
  askedValues,
  type Catalogue,
  catalogueOf,
  type FieldDefinition,
  type Form,
  isAskedOtherwise,
  type PortalField,
  type StandingItem,
  standingOfForm,
} from '@baton/contract'

/** What a form asks for what has been filled in, judged as the server does it. */
export interface Asked {
  form: Form
  fields: readonly PortalField[]
  /** `requestType`, `categoryId`. */
  parts: Readonly<Record<string, unknown>>
  /** As the API takes them. */
  values: Readonly<Record<string, unknown>>
  zone: string
}

const parts: Catalogue = {
  requestType: { type: 'choice', nullable: true },
  categoryId: { type: 'ref', to: 'category', nullable: true },
}

/** Hiding a field takes its value away, which may hide another: until nothing changes. A ring is left after so many rounds. */
const mostRounds = 40

/** What is hidden is not sent, so it is not asked about either. Pure. */
export function judge({ form, fields, parts: told, values, zone }: Asked): StandingItem[] {
  const definitions = fields.map(definitionOf)
  const catalogue = { ...parts, ...catalogueOf(definitions) }
  const environment = { now: new Date(), zone, me: {} }
  const standingFor = (shown: ReadonlySet<string>) => {
    const kept = Object.fromEntries(
      definitions.flatMap(({ key, spec }) =>
        shown.has(`fields.${key}`) ? [[key, keptAs(spec.kind, values[key])]] : [],
      ),
    )
    return standingOfForm(
      form,
      { ...told, fields: askedValues(definitions.filter(isAskedOtherwise), kept) },
      catalogue,
      environment,
    )
  }
  let standing = standingFor(new Set(fields.map(({ key }) => `fields.${key}`)))
  for (let round = 1, seen = ''; round < mostRounds; round++) {
    const shown = shownIn(standing)
    const now = [...shown].join()
    if (now === seen) break
    seen = now
    standing = standingFor(shown)
  }
  return standing
}

export const shownIn = (standing: readonly StandingItem[]): Set<string> =>
  new Set(standing.flatMap(({ item, visible }) => ('field' in item && visible ? [item.field] : [])))

const definitionOf = (field: PortalField): FieldDefinition => ({
  ...field,
  id: field.key,
  of: 'ticket',
  unique: false,
  archived: false,
})

const keptAs = (kind: FieldDefinition['spec']['kind'], value: unknown): unknown =>
  kind === 'time' && typeof value === 'string' ? Date.parse(value) : value
