import type { Rung, SlaTarget } from '@baton/contract'
import { Icon, IconButton, Select, Wrong } from '@baton/ui'
import { type ReactNode, useId } from 'react'
import { useFormWords } from '../../../forms/words/index.ts'
import { useWords } from '../../words/index.ts'
import { DurationInput } from '../DurationInput.tsx'
import { asks, keysOf, type Part, partsOf } from './asks.ts'
import style from './Ladder.module.css'
import { RungPart } from './RungPart.tsx'
import { missingIn, withVerb } from './rung.ts'
import { onSide, type Side, sideOf, sides } from './side.ts'
import type { Choices } from './useChoices.ts'
import { useVerbWord } from './useVerbWord.ts'

interface Props {
  rung: Rung
  target: SlaTarget
  /** The whole of it as a sentence. */
  text: string
  choices: Choices
  isOpen: boolean
  /** Just added: its verb is chosen next. */
  isNew: boolean
  onToggle: () => void
  onChange: (rung: Rung) => void
  onRemove: () => void
  /** From the rung: `input.to`; the empty path is all of it. */
  problemAt: (path: string) => string | undefined
  tried: boolean
}

/** One rung: its sentence, and beneath it, while it is open, what the sentence is made of. */
export function RungLine(props: Props): ReactNode {
  const { text, isOpen, onToggle, onRemove } = props
  const { t } = useWords()
  const id = useId()
  return (
    <li>
      <div className={style.line}>
        <button type="button" className={style.sentence} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <Icon name="right" size={14} className={style.arrow} />
          <span className={style.words}>{text}</span>
        </button>
        <IconButton icon="close" size={14} label={t('policies.ladder.remove')} onClick={onRemove} />
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Editor {...props} />}
      </div>
    </li>
  )
}

function Editor({ rung, target, choices, isNew, onChange, problemAt, tried }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const verbWord = useVerbWord()
  const { seconds, verb } = rung
  const side = sideOf(seconds)
  const parts = partsOf(verb)
  const missing = tried ? missingIn(rung) : []
  const refusedAt = (part: Part) =>
    keysOf(part)
      .map(key => problemAt(`input.${key}`))
      .find(Boolean)
  const elsewhere = parts.some(refusedAt) ? undefined : problemAt('')
  const verbs = Object.keys(asks)
  return (
    <div className={style.editor}>
      <div className={style.clause}>
        <Select<Side>
          label={t('policies.ladder.when.label')}
          value={side}
          onChange={next => onChange({ ...rung, seconds: onSide(seconds, next) })}
          options={sides.map(value => ({ value, label: t(`policies.ladder.when.${value}Word`) }))}
        />
        {side !== 'at' && (
          <DurationInput
            label={t('policies.ladder.when.length')}
            seconds={Math.abs(seconds)}
            onChange={next => onChange({ ...rung, seconds: onSide(next, side) })}
          />
        )}
        <Select
          label={t('policies.ladder.what')}
          value={verb}
          autoFocus={isNew}
          onChange={next => onChange(withVerb(rung, next, target))}
          options={(verbs.includes(verb) ? verbs : [verb, ...verbs]).map(value => ({ value, label: verbWord(value) }))}
        />
      </div>
      {parts.length > 0 && (
        <div className={style.parts}>
          {parts.map(part => (
            <RungPart
              key={`${verb} ${part}`}
              part={part}
              rung={rung}
              choices={choices}
              onChange={onChange}
              error={refusedAt(part) ?? (missing.includes(part) ? f('required') : undefined)}
            />
          ))}
        </div>
      )}
      {elsewhere && <Wrong>{elsewhere}</Wrong>}
    </div>
  )
}
