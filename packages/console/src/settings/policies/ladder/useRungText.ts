import { durationText, type Rung } from '@baton/contract'
import type { Choices } from '../../../steps/useChoices.ts'
import { useDeedText } from '../../../steps/useDeedText.ts'
import { useWords } from '../../words/index.ts'
import { sideOf } from './side.ts'

/** A rung as a sentence: `超时后 30 分钟，提醒 部门负责人：请尽快处理`. */
export function useRungText(choices: Choices): (rung: Rung) => string {
  const { t, i18n } = useWords()
  const deedText = useDeedText(choices)
  return rung => {
    const length = durationText(i18n.language, Math.abs(rung.seconds))
    const when = t(`policies.ladder.when.${sideOf(rung.seconds)}`, { length })
    return t('policies.ladder.sentence', { when, what: deedText(rung) })
  }
}
