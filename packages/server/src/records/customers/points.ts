import { domainToUnicode } from 'node:url'
import { defaultRegion, type Region, readPhone } from './phone.ts'

export const pointKinds = ['email', 'phone', 'external'] as const
export type PointKind = (typeof pointKinds)[number]

/** Something that a customer can be recognised by, in its one normal form. */
export interface Point {
  kind: PointKind
  /** A mail address in lower case, a phone in E.164, an external id as it is. */
  value: string
}

/** The normal form of a contact point in any spelling; undefined when it is none, or cannot single anybody out. */
export function normalise(kind: PointKind, text: string, region: Region = defaultRegion): Point | undefined {
  const value = normalValue(kind, text, region)
  return value === undefined ? undefined : { kind, value }
}

function normalValue(kind: PointKind, text: string, region: Region): string | undefined {
  switch (kind) {
    case 'email':
      return mailAddress(text)
    case 'phone':
      return readPhone(text, region)?.key ?? undefined
    case 'external':
      return text.normalize('NFKC').trim() || undefined
  }
}

/**
 * Lower case and NFKC, the domain in letters rather than in `xn--`. Unlike `fold` it keeps 國 and 国 apart:
 * two mailboxes are two mailboxes.
 */
function mailAddress(text: string): string | undefined {
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
  const parts = /^([^\s@<>,;:"()[\]\\]{1,64})@([^\s@<>,;:"()[\]\\]{1,253})$/.exec(lower)
  if (!parts) return undefined
  const [, local = '', domain = ''] = parts
  return `${local}@${/(^|\.)xn--/.test(domain) ? domainToUnicode(domain) || domain : domain}`
}
