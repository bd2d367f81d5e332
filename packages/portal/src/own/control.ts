import type { FieldSpec, PortalField } from '@baton/contract'
import type { UploadPlace } from '../api.ts'
import type { Asked } from '../field.ts'
import type { Language, Words } from '../words.ts'
import type { OwnWords } from './words.ts'

/** A field of the desk's own where it is filled in. */
export interface Control extends Asked {
  /** As the draft keeps it: as the API takes it, but of files their names too. Null for nothing. */
  value(): unknown
  require(required: boolean): void
  /** It has come into sight: what is heavy is loaded only now. */
  reveal?(): void
  /** A complaint about a part of the value, `1.sku`, in words that say which. */
  within?(place: string, wrong: string): string
  /** Files that are on their way. */
  under?: { settled(): Promise<boolean>; isBusy(): boolean }
}

export interface ControlSetting<S extends FieldSpec = FieldSpec> {
  id: string
  label: string
  field: Omit<PortalField, 'spec'> & { spec: S }
  /** What was filled in before. */
  before: unknown
  /** Whether it must always be filled in: then nothing need be taken back. */
  always: boolean
  words: Words
  own: OwnWords
  language: Language
  place: () => UploadPlace
  changed: () => void
}

/** In the page's language, where there is such a name. */
export const nameOf = (named: { name: string; nameEn?: string | null | undefined }, language: Language): string =>
  (language === 'en' && named.nameEn) || named.name
