import type { KeptFile } from '../draft.ts'

/** Words that are being written on one ticket: a reload or a broken line loses nothing, and nothing is sent twice. */
export interface Writing {
  key: string
  body: string
  files: KeptFile[]
}

const place = (name: string) => `baton.say.${name}`

export function loadWriting(name: string, newKey: () => string): Writing {
  const empty = { key: newKey(), body: '', files: [] }
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(place(name)) ?? '{}') as Partial<Writing>) }
  } catch {
    return empty
  }
}

export function saveWriting(name: string, writing: Writing | undefined): void {
  try {
    if (writing) sessionStorage.setItem(place(name), JSON.stringify(writing))
    else sessionStorage.removeItem(place(name))
  } catch {
    // Storage is full or switched off: the page still works, only a reload forgets.
  }
}
