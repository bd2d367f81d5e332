/**
 * Whether a field is withheld from the person: itself, what it is a part of, or what it tells of. What stands under a
 * reference's name without its `Id` goes with it, as the server has it: `customer.level` with `customerId`.
 */
export function withholds(hidden: readonly string[], field: string): boolean {
  const [whole = field] = field.split('.')
  return hidden.some(id => field === id || field.startsWith(`${id}.`) || id === `${whole}Id`)
}

/** Whether a field, or what it is a part of, may be seen and not changed. */
export const freezes = (frozen: readonly string[], field: string): boolean =>
  frozen.some(id => field === id || field.startsWith(`${id}.`))
