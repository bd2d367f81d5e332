import { durationText, fieldText, namedText, wordIn } from '@baton/contract'
import { useFields } from '../fields/useFields.ts'
import { useWording } from '../fields/useWording.ts'
import { isNothing } from '../fields/values.ts'
import { wordOf } from '../fields/word.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { useOwnFieldName } from './placeholders/useOwnFieldName.ts'
import type { Step } from './step.ts'
import type { Choices } from './useChoices.ts'
import { useVerbWord } from './useVerbWord.ts'
import { useStepWords } from './words/index.ts'

/** A kept verb as a sentence: `紧急程度改为 紧急`, `转办给 财务部：退款`. */
export function useDeedText({ nameOf }: Choices): (step: Step) => string {
  const { t, i18n } = useStepWords()
  const { t: shared } = useSharedWords()
  const verbWord = useVerbWord()
  const changes = useChanges(nameOf)
  const ownName = useOwnFieldName()
  const deed = ({ verb, input }: Step): string => {
    const word = verbWord(verb)
    const who = namesOf(input.to ?? input.assigneeId ?? input.departmentId, nameOf).join(t('comma'))
    if (verb === 'ticket.update') return changes(input).join(t('joint')) || word
    if (verb === 'ticket.alert') return t('alerts', { who: who || shared('word.none') })
    if (verb === 'ticket.transfer' || verb === 'ticket.assign')
      return t('hands', { verb: word, who: who || shared('word.none') })
    if (who) return t('by', { verb: word, who })
    if (typeof input.seconds === 'number')
      return t('by', { verb: word, who: durationText(i18n.language, input.seconds) })
    return word
  }
  return step => {
    const { body, result, reason, note } = step.input
    const said = [body, result, reason, note]
      .filter(Boolean)
      .map(text => namedText(String(text), i18n.language, ownName))
      .join(t('joint'))
    return said ? t('says', { deed: deed(step), said }) : deed(step)
  }
}

const namesOf = (value: unknown, nameOf: Choices['nameOf']): string[] =>
  [value ?? []].flat().map(one => nameOf(String(one)))

/** What a change of the ticket changes, each as a clause. */
function useChanges(nameOf: Choices['nameOf']): (input: Step['input']) => string[] {
  const { t, i18n } = useStepWords()
  const { t: shared } = useSharedWords()
  const ownName = useOwnFieldName()
  const fields = useFields('ticket')
  const wording = useWording()
  const becomes = (field: string, value: string) => t('becomes', { field, value: value || shared('word.none') })
  return input => {
    const named = (part: string) => namedText(namesOf(input[part], nameOf).join(t('comma')), i18n.language, ownName)
    const given = <P extends string>(parts: readonly P[]) => parts.filter(part => input[part] !== undefined)
    return [
      ...given(['subject']).map(part => becomes(wordIn(i18n.language, 'fieldName', part) ?? '', named(part))),
      ...given(['urgency', 'category', 'requestType'] as const).map(part => becomes(t(`part.${part}`), named(part))),
      ...given(['addTags']).map(part => t('adds', { tags: named(part) })),
      ...given(['removeTags']).map(part => t('removes', { tags: named(part) })),
      ...given(['tags']).map(part => becomes(wordIn(i18n.language, 'fieldName', part) ?? '', named(part))),
      ...Object.entries(input.fields ?? {}).map(([key, value]) => {
        const field = fields.find(one => one.key === key)
        const text = !field || isNothing(value) ? '' : fieldText(field, value, wording)
        const name = field ? wordOf(field, i18n.language) : key
        return text ? becomes(name, text) : t('clears', { field: name })
      }),
    ]
  }
}
