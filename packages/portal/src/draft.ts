import type { FormAnswer } from '@baton/contract'

/** Everything that was typed, so that a reload, a lost connection or a wrong tap on "back" loses nothing. */
export interface Draft {
  /** Made once for each matter: sent twice, it is still one ticket. */
  key: string
  token: string
  name: string
  email: string
  phone: string
  requestType: string
  category: string
  /** Chosen, '' for none: then the category's holds. */
  templateId: string
  /** What was filled in of the templates' fields, by key; null for what was emptied. */
  fields: Record<string, unknown>
  subject: string
  body: string
  files: KeptFile[]
  done: FormAnswer | null
}

export interface KeptFile {
  id: string
  name: string
  size: number
}

const place = 'baton.form'

const empty = (): Draft => ({
  key: newKey(),
  token: '',
  name: '',
  email: '',
  phone: '',
  requestType: '',
  category: '',
  templateId: '',
  fields: {},
  subject: '',
  body: '',
  files: [],
  done: null,
})

export function loadDraft(): Draft {
  try {
    return { ...empty(), ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Draft>) }
  } catch {
    return empty()
  }
}

export function saveDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(draft))
  } catch {
    // Storage is full or switched off: the page still works, only a reload forgets.
  }
}

/** The next matter of the same person: who they are stays. */
export const nextDraft = (former: Draft): Draft => ({
  ...empty(),
  token: former.token,
  name: former.name,
  email: former.email,
  phone: former.phone,
})

/** A random UUID (v4); `crypto.randomUUID` is missing on pages without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
