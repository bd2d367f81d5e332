import { durationText, namedText, wordIn } from '@baton/contract'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import type { Step } from './step.ts'
import type { Choices } from './useChoices.ts'
import { useVerbWord } from './useVerbWord.ts'
import { useStepWords } from './words/index.ts'

/** A kept verb as a sentence: `紧急程度改为 紧急`, `转办给 财务部：退款`. */
export function useDeedText({ nameOf }: Choices): (step: Step) => string {
  const { t, i18n } = useStepWords()
  const { t: shared } = useSharedWords()
  const verbWord = useVerbWord()
  const namesOf = (value: unknown) => [value ?? []].flat().map(one => nameOf(String(one)))
  const changes = (input: Step['input']) =>
    (['subject', 'urgency', 'category', 'requestType', 'tags'] as const)
      .filter(part => input[part] !== undefined)
      .map(part =>
        t('becomes', {
          field: part === 'subject' ? (wordIn(i18n.language, 'fieldName', 'subject') ?? '') : t(`part.${part}`),
          value: namedText(namesOf(input[part]).join(t('comma')), i18n.language) || shared('word.none'),
        }),
      )
  const deed = ({ verb, input }: Step): string => {
    const word = verbWord(verb)
    const who = namesOf(input.to ?? input.assigneeId ?? input.departmentId).join(t('comma'))
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
      .map(text => namedText(String(text), i18n.language))
      .join(t('joint'))
    return said ? t('says', { deed: deed(step), said }) : deed(step)
  }
}
