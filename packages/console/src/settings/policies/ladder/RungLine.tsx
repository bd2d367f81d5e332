import type { Rung, SlaTarget } from '@baton/contract'
import { IconButton, Select } from '@baton/ui'
import type { ReactNode } from 'react'
import { StepLine } from '../../../steps/StepLine.tsx'
import type { Choices } from '../../../steps/useChoices.ts'
import { useWords } from '../../words/index.ts'
import { DurationInput } from '../DurationInput.tsx'
import { ladderVerbs } from './rung.ts'
import { onSide, type Side, sideOf, sides } from './side.ts'

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

/** One rung: a step with a time. */
export function RungLine({ rung, onChange, onRemove, ...rest }: Props): ReactNode {
  const { t } = useWords()
  const { seconds } = rung
  const side = sideOf(seconds)
  return (
    <StepLine
      {...rest}
      step={rung}
      verbs={ladderVerbs}
      onChange={({ verb, input }) => onChange({ ...rung, verb, input })}
      lead={
        <>
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
        </>
      }
      tools={<IconButton icon="close" size={14} label={t('policies.ladder.remove')} onClick={onRemove} />}
    />
  )
}
