import { durationText, type Rung } from '@baton/contract'
import { useWords as useSharedWords } from '../../../words/Speaking.tsx'
import { useWords } from '../../words/index.ts'
import { sideOf } from './side.ts'
import type { Choices } from './useChoices.ts'
import { useVerbWord } from './useVerbWord.ts'

/** A rung as a sentence: `超时后 30 分钟，提醒 部门负责人：请尽快处理`. */
export function useRungText({ nameOf }: Choices): (rung: Rung) => string {
  const { t, i18n } = useWords()
  const { t: shared } = useSharedWords()
  const verbWord = useVerbWord()
  const length = (seconds: number) => durationText(i18n.language, seconds)

  const when = (seconds: number) => t(`policies.ladder.when.${sideOf(seconds)}`, { length: length(Math.abs(seconds)) })
  const namesOf = (value: unknown) => [value ?? []].flat().map(one => nameOf(String(one)))
  const changes = (input: Rung['input']) =>
    (['urgency', 'category', 'requestType', 'tags'] as const)
      .filter(part => input[part])
      .map(part =>
        t('policies.ladder.becomes', {
          field: t(`policies.ladder.part.${part}`),
          value: namesOf(input[part]).join(t('comma')),
        }),
      )
  const deed = ({ verb, input }: Rung): string => {
    const word = verbWord(verb)
    const who = namesOf(input.to ?? input.assigneeId ?? input.departmentId).join(t('comma'))
    if (verb === 'ticket.update') return changes(input).join(t('policies.ladder.joint')) || word
    if (verb === 'ticket.alert') return t('policies.ladder.alerts', { who: who || shared('word.none') })
    if (verb === 'ticket.transfer' || verb === 'ticket.assign')
      return t('policies.ladder.hands', { verb: word, who: who || shared('word.none') })
    if (who) return t('policies.ladder.by', { verb: word, who })
    if (typeof input.seconds === 'number') return t('policies.ladder.by', { verb: word, who: length(input.seconds) })
    return word
  }
  return rung => {
    const { body, result, reason, note } = rung.input
    const said = [body, result, reason, note].filter(Boolean).join(t('policies.ladder.joint'))
    const what = said ? t('policies.ladder.says', { deed: deed(rung), said }) : deed(rung)
    return t('policies.ladder.sentence', { when: when(rung.seconds), what })
  }
}
