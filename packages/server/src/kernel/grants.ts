import type { Condition } from '@baton/contract'

export type GrantMap = Record<string, true | Record<string, unknown>>
export type FieldGrantMap = Record<string, 'hidden' | 'frozen'>

export interface RoleGrants {
  grants: GrantMap
  fields: FieldGrantMap
}

/** What somebody may: for each verb and read `true`, `false`, or a condition on the record. */
export interface Grants {
  may(name: string): boolean | Condition
  /** A field is restricted only when every role restricts it; the milder restriction wins. */
  field(id: string): 'hidden' | 'frozen' | undefined
}

/**
 * Whether a field, or what it is a part of, is withheld: `fields.orderNo` with `fields`. What stands under a reference's
 * name without its `Id` tells of what is referred to, so `customer.level` goes with `customerId`.
 */
export function isHidden(grants: Grants, id: string): boolean {
  const [whole = id] = id.split('.')
  if (grants.field(`${whole}Id`) === 'hidden') return true
  for (let at = id; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.'))))
    if (grants.field(at) === 'hidden') return true
  return false
}

/** Whether somebody may not write it: frozen or withheld. */
export function isFrozen(grants: Grants, id: string): boolean {
  for (let at = id; at; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) if (grants.field(at)) return true
  return false
}

export const everything: Grants = { may: () => true, field: () => undefined }
export const nothingAtAll: Grants = { may: () => false, field: () => undefined }

/** The sum of several roles: whatever one of them grants is granted. */
export function grantsOf(roles: readonly RoleGrants[]): Grants {
  const known = new Map<string, boolean | Condition>()
  const add = (name: string): boolean | Condition => {
    const given = roles.map(role => role.grants[name] ?? role.grants['*']).filter(grant => grant !== undefined)
    if (given.length === 0) return false
    if (given.includes(true)) return true
    return given.length === 1 ? (given[0] as Condition) : ({ any: given } as Condition)
  }
  return {
    may(name) {
      const answer = known.get(name) ?? add(name)
      known.set(name, answer)
      return answer
    },
    field(id) {
      const restrictions = roles.map(role => role.fields[id])
      if (restrictions.length === 0 || restrictions.includes(undefined)) return undefined
      return restrictions.includes('frozen') ? 'frozen' : 'hidden'
    },
  }
}

/** Both must grant: an API key never does more than its owner may today. */
export function bothGrant(owner: Grants, own: Grants): Grants {
  return {
    may(name) {
      const a = owner.may(name)
      const b = own.may(name)
      if (a === false || b === false) return false
      if (a === true) return b
      if (b === true) return a
      return { all: [a, b] } as Condition
    },
    field: id => {
      const withheld = [owner.field(id), own.field(id)]
      return withheld.includes('hidden') ? 'hidden' : withheld.find(Boolean)
    },
  }
}
