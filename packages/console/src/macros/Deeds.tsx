import { type PlaceholderValues, spokenIn } from '@baton/contract'
import type { ReactNode } from 'react'
import { Said } from '../steps/placeholders/Said.tsx'
import type { Step } from '../steps/step.ts'
import { useChoices } from '../steps/useChoices.ts'
import { useDeedText } from '../steps/useDeedText.ts'
import style from './Macros.module.css'

interface Props {
  steps: readonly Step[]
  /** What the placeholders mean here; without them they stand by their names. */
  values: PlaceholderValues
}

/** What a macro does, step by step, and what it says. */
export function Deeds({ steps, values }: Props): ReactNode {
  const deedText = useDeedText(useChoices())
  return (
    <ol className={style.deeds}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
        <li key={at} className={style.deed}>
          <span className={style.number}>{at + 1}.</span>
          <div className={style.what}>
            {deedText({ verb: step.verb, input: withoutWords(step.input) })}
            {spokenIn(step.input)
              .filter(([key]) => key !== 'subject')
              .map(([key, text]) => (
                <div key={key} className={style.said}>
                  <Said text={text} values={values} />
                </div>
              ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The words stand beneath, with what their placeholders become. */
function withoutWords(input: Step['input']): Step['input'] {
  const { body: _, result: _r, reason: _s, note: _n, ...rest } = input
  return rest
}
