import type { FieldOwner, FormItem } from '@baton/contract'
import type { IconName } from '@baton/ui'
import { useFields } from '../../fields/useFields.ts'
import { wordOf } from '../../fields/word.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { kindIcons } from '../fields/kinds.ts'
import { useWords } from '../words/index.ts'

const parts: Readonly<
  Record<
    string,
    {
      word:
        | 'new.body'
        | 'field.requestType'
        | 'field.categoryId'
        | 'field.urgency'
        | 'field.tags'
        | 'field.appointmentAt'
      icon: IconName
    }
  >
> = {
  body: { word: 'new.body', icon: 'note' },
  requestType: { word: 'field.requestType', icon: 'flag' },
  category: { word: 'field.categoryId', icon: 'branch' },
  urgency: { word: 'field.urgency', icon: 'bolt' },
  tags: { word: 'field.tags', icon: 'tag' },
  appointmentAt: { word: 'field.appointmentAt', icon: 'calendar' },
}

export interface ItemFace {
  name: string
  icon: IconName
  /** Of the desk's own fields: out of use, or gone. */
  gone: boolean
}

/** What an item of a form is called, and its sign. */
export function useItemFace(of: FieldOwner): (item: FormItem) => ItemFace {
  const { t, i18n } = useWords()
  const { t: shared } = useSharedWords()
  const fields = useFields(of)
  return item => {
    if (!('field' in item))
      return {
        name: wordOf({ name: item.section, nameEn: item.sectionEn }, i18n.language) || t('templates.section'),
        icon: 'all',
        gone: false,
      }
    const part = parts[item.field]
    if (part) return { name: shared(part.word), icon: part.icon, gone: false }
    const field = fields.find(({ key }) => `fields.${key}` === item.field)
    return {
      name: field ? wordOf(field, i18n.language) : item.field,
      icon: field ? kindIcons[field.spec.kind] : 'warning',
      gone: !field || field.archived,
    }
  }
}
