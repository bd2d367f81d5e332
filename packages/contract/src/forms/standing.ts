import {
  type Catalogue,
  type Condition,
  check,
  type Environment,
  type PlainRecord,
  resolve,
} from '../conditions/index.ts'
import type { Form, FormItem, Requirement } from './form.ts'

/** An item as it stands for a record: whether it is shown, and whether it must be filled in by then. */
export interface StandingItem {
  item: FormItem
  visible: boolean
  /** `open` and `solve` as the item says; `no` where its condition does not hold. */
  required: Requirement
}

/** What a form asks of a record as it is. What stands in a hidden section is hidden with it. Pure. */
export function standingOfForm(
  form: Form,
  record: PlainRecord,
  catalogue: Catalogue,
  environment: Environment,
): StandingItem[] {
  const holds = (condition: unknown) =>
    condition === undefined || check(resolve(condition as Condition, catalogue, environment), record)
  let inside = true
  return form.map(item => {
    if (!('field' in item)) {
      inside = holds(item.visibleWhen)
      return { item, visible: inside, required: 'no' }
    }
    const visible = inside && holds(item.visibleWhen)
    const required = visible && item.required !== 'no' && holds(item.requiredWhen) ? item.required : 'no'
    return { item, visible, required }
  })
}

/**
 * The fields that are still missing: to open a ticket those required at opening, to solve it all that are required.
 * `valueAt` answers what the record has by the form's name of the field.
 */
export function missingIn(
  standing: readonly StandingItem[],
  step: 'open' | 'solve',
  valueAt: (field: string) => unknown,
): string[] {
  return standing.flatMap(({ item, required }) => {
    if (!('field' in item) || required === 'no' || (step === 'open' && required === 'solve')) return []
    return isNothing(valueAt(item.field)) ? [item.field] : []
  })
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
