import {
  askedValues,
  type Catalogue,
  type Condition,
  catalogueOf,
  type Environment,
  type FieldOwner,
  type Form,
  fieldsOf,
  formulasOf,
  isAskedOtherwise,
  type PlainRecord,
  type StandingItem,
  standingOfForm,
  ticketCatalogue,
  withFormulas,
} from '@baton/contract'
import type { FieldRecord } from './useFields.ts'
import { keptValues, type Values } from './values.ts'

/** What conditions can ask beside the desk's own fields. */
const built: Readonly<Record<FieldOwner, Catalogue>> = {
  ticket: ticketCatalogue,
  customer: {
    name: { type: 'text', nullable: false },
    level: { type: 'choice', nullable: true },
  },
  company: { name: { type: 'text', nullable: false } },
}

interface Asked {
  of: FieldOwner
  form: Form
  definitions: readonly FieldRecord[]
  /** The record itself, as conditions see it. */
  record: PlainRecord
  /** Of its own fields, as the API tells them. */
  values: Values
  environment: Environment
}

export interface Stood {
  items: StandingItem[]
  /** With what the formulas make of them. */
  values: Record<string, unknown>
}

/** A form as it stands for what has been filled in: what is shown, what is required, what the formulas come to. Pure. */
export function stand({ of, form, definitions, record, values, environment }: Asked): Stood {
  const worked = withFormulas(formulasOf(definitions), keptValues(definitions, values))
  const catalogue = { ...built[of], ...catalogueOf(definitions) }
  const fields = askedValues(
    definitions.filter(isAskedOtherwise).map(one => ({ ...one, unique: false })),
    worked,
  )
  const formulas = definitions
    .filter(({ spec }) => spec.kind === 'formula')
    .map(({ key }) => [key, worked[key] ?? null])
  return {
    items: standingOf(askable(form, catalogue), { ...record, fields }, catalogue, environment),
    values: { ...values, ...Object.fromEntries(formulas) },
  }
}

function standingOf(form: Form, record: PlainRecord, catalogue: Catalogue, environment: Environment): StandingItem[] {
  try {
    return standingOfForm(form, record, catalogue, environment)
  } catch {
    // A condition that cannot be answered here is answered by the server: until then everything is shown.
    return form.map(item => ({ item, visible: true, required: 'no' }))
  }
}

/** Conditions about what the reader may not see are left to the server: shown, and not asked for. */
function askable(form: Form, catalogue: Catalogue): Form {
  const isKnown = (condition: unknown) =>
    condition === undefined || fieldsOf(condition as Condition).every(id => Object.hasOwn(catalogue, id))
  return form.map(item => {
    const { visibleWhen, ...rest } = item
    const seen = isKnown(visibleWhen) && visibleWhen !== undefined ? { visibleWhen } : {}
    if (!('field' in rest)) return { ...rest, ...seen }
    return isKnown(rest.requiredWhen) ? { ...rest, ...seen } : { ...rest, ...seen, required: 'no' as const }
  })
}
