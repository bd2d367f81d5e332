import { useConditionText } from '../../conditions/ConditionWords.tsx'
import { isGroup, partsOf } from '../../conditions/condition.ts'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { useViewWords } from '../words/index.ts'
import type { Draft } from './draft.ts'

/** A view as one sentence: which tickets, in which order, shown how. */
export function useSentence(): (draft: Draft) => string {
  const { t } = useViewWords()
  const conditionText = useConditionText()
  const nameOf = useViewFieldNames()
  return ({ where, text, order, groupBy, layout }) => {
    const isAll = isGroup(where) && 'all' in where && partsOf(where).length === 0
    return [
      isAll ? t('sentence.all') : t('sentence.those', { words: conditionText(where, 'ticket') }),
      text.trim() && t('sentence.text', { text: text.trim() }),
      order && t(`sentence.${order.direction}`, { field: nameOf(order.field) }),
      groupBy && t('sentence.group', { field: nameOf(groupBy) }),
      layout !== 'list' && t(`sentence.${layout}`),
    ]
      .filter(Boolean)
      .join(t('sentence.comma'))
  }
}
