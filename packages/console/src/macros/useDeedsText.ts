import type { Step } from '../steps/step.ts'
import { useChoices } from '../steps/useChoices.ts'
import { useDeedText } from '../steps/useDeedText.ts'
import { useStepWords } from '../steps/words/index.ts'

/** All that a macro does in one line: `紧急程度改为 紧急；回复客户：…；转办给 财务部`. */
export function useDeedsText(): (steps: readonly Step[]) => string {
  const { t } = useStepWords()
  const deedText = useDeedText(useChoices())
  return steps => steps.map(deedText).join(t('joint'))
}
