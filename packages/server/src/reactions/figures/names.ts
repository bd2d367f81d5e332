import { type FigureDimension, wordIn } from '@baton/contract'
import type { Reading } from '../../kernel/kinds.ts'
import { categories, requestTypes } from '../../records/categories/index.ts'
import { directory } from '../../records/people/index.ts'

/** What a key is called today: a fact keeps ids, so a renamed department is told by its new name. */
export function nameOf(by: FigureDimension, key: string | null, { picture, caller }: Reading): string {
  if (key === null) return wordIn(caller.locale, 'figureNone', by) ?? ''
  switch (by) {
    case 'department':
      return picture.of(directory).departments.get(key)?.name ?? key
    case 'person':
      return picture.of(directory).agents.get(key)?.name ?? key
    case 'category':
      return picture.of(categories).pathOf(key) ?? key
    case 'requestType':
      return typeName(key, { picture, caller })
    case 'channel':
      return wordIn(caller.locale, 'channel', key) ?? key
    case 'urgency':
      return wordIn(caller.locale, 'urgency', key) ?? key
  }
}

function typeName(key: string, { picture, caller }: Pick<Reading, 'picture' | 'caller'>): string {
  const type = picture.of(requestTypes).byKey(key)
  return (caller.locale === 'en' ? type?.name_en : type?.name_zh) ?? key
}
