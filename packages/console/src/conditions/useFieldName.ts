import { wordIn } from '@baton/contract'
import { wordOf } from '../fields/word.ts'
import { capital } from '../words/capital.ts'
import { isOwner, useOwnEntries } from './useOwnEntries.ts'
import { useConditionWords } from './words/index.ts'

/** What a field is called: the contract's word for it, else ours, else its name in the API. */
export function useFieldName(): (kind: string, id: string) => string {
  const { t, i18n } = useConditionWords()
  const entries = useOwnEntries()
  return (kind, id) => {
    const entry = isOwner(kind) ? entries[kind].get(id) : undefined
    if (entry) {
      const name = wordOf(entry.definition, i18n.language)
      return entry.part ? t('partOf', { name, part: t(`part.${entry.part}`) }) : name
    }
    const own = t(`field.${id}` as 'field.open', { defaultValue: '' })
    const ofKind = id === 'id' ? t(`kind.${kind}` as 'kind.agent', { defaultValue: '' }) : ''
    const said = ofKind || own || wordIn(i18n.language, 'fieldName', id) || id
    return capital(said)
  }
}
