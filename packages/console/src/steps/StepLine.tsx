import { Icon, Select, Wrong } from '@baton/ui'
import { type ReactNode, useId } from 'react'
import type { Values } from '../fields/values.ts'
import { useFormWords } from '../forms/words/index.ts'
import { keysOf, type Part, partsOf } from './asks.ts'
import { OwnPart } from './OwnPart.tsx'
import { StepPart } from './StepPart.tsx'
import style from './Steps.module.css'
import { missingIn, type Step, withInput, withVerb } from './step.ts'
import type { Choices } from './useChoices.ts'
import { useVerbWord } from './useVerbWord.ts'
import { useStepWords } from './words/index.ts'

interface Props {
  step: Step
  /** The whole of it as a sentence. */
  text: string
  /** The verbs to choose from. */
  verbs: readonly string[]
  choices: Choices
  isOpen: boolean
  /** Just added: its verb is chosen next. */
  isNew: boolean
  /** Which promise is meant, where one is. */
  target?: string
  onToggle: () => void
  onChange: (step: Step) => void
  /** From the step: `input.to`; the empty path is all of it. */
  problemAt: (path: string) => string | undefined
  tried: boolean
  /** What else the sentence is made of: when it is done. */
  lead?: ReactNode
  /** What can be done with the line: moved, taken away. */
  tools: ReactNode
}

/** One kept verb: its sentence, and beneath it, while it is open, what the sentence is made of. */
export function StepLine(props: Props): ReactNode {
  const { text, isOpen, onToggle, tools } = props
  const id = useId()
  return (
    <li>
      <div className={style.line}>
        <button type="button" className={style.sentence} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <Icon name="right" size={14} className={style.arrow} />
          <span className={style.words}>{text}</span>
        </button>
        {tools}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Editor {...props} />}
      </div>
    </li>
  )
}

function Editor(props: Props): ReactNode {
  const { step, verbs, choices, isNew, target = 'resolution', onChange, problemAt, tried, lead } = props
  const { t } = useStepWords()
  const { t: f } = useFormWords()
  const verbWord = useVerbWord()
  const { verb } = step
  const parts = partsOf(verb)
  const missing = tried ? missingIn(step) : []
  const refusedAt = (part: Part) =>
    keysOf(part)
      .map(key => problemAt(`input.${key}`))
      .find(Boolean)
  const elsewhere = parts.some(refusedAt) ? undefined : problemAt('')
  return (
    <div className={style.editor}>
      <div className={style.clause}>
        {lead}
        <Select
          label={t('what')}
          value={verb}
          autoFocus={isNew}
          onChange={next => onChange(withVerb(step, next, target))}
          options={(verbs.includes(verb) ? verbs : [verb, ...verbs]).map(value => ({ value, label: verbWord(value) }))}
        />
      </div>
      {parts.length > 0 && (
        <div className={style.parts}>
          {parts.map(part =>
            part === 'own' ? (
              <OwnPart
                key={part}
                values={(step.input.fields ?? {}) as Values}
                onChange={fields => onChange(withInput(step, { fields }))}
                wrongAt={path => problemAt(`input.fields.${path}`)}
              />
            ) : (
              <StepPart
                key={`${verb} ${part}`}
                part={part}
                step={step}
                choices={choices}
                onChange={input => onChange({ ...step, input })}
                error={refusedAt(part) ?? (missing.includes(part) ? f('required') : undefined)}
              />
            ),
          )}
        </div>
      )}
      {elsewhere && <Wrong>{elsewhere}</Wrong>}
    </div>
  )
}
