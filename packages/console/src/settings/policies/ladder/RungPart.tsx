import { type Rung, slaTargets } from '@baton/contract'
import { Combobox, Field, PickMany, Select, type Tie } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../../../forms/words/index.ts'
import { HolderPicker } from '../../../people/HolderPicker.tsx'
import { tidied } from '../../people/SkillsInput.tsx'
import { useWords } from '../../words/index.ts'
import { DurationInput } from '../DurationInput.tsx'
import { askOf, type Part } from './asks.ts'
import style from './Ladder.module.css'
import { withInput } from './rung.ts'
import type { Choices } from './useChoices.ts'

interface Props {
  part: Part
  rung: Rung
  choices: Choices
  onChange: (rung: Rung) => void
  error: string | undefined
}

/** One thing that a rung's verb is asked for, under its name. */
export function RungPart({ part, rung, choices, onChange, error }: Props): ReactNode {
  const { t } = useWords()
  const isOptional = askOf(rung.verb).may?.includes(part) && part !== 'target'
  const word = t(`policies.ladder.part.${part}`)
  const put = (patch: Rung['input']) => onChange(withInput(rung, patch))
  return (
    <div className={style[shapeOf(part)]}>
      <Field label={isOptional ? t('policies.ladder.optional', { part: word }) : word} error={error}>
        {tie => <Control part={part} label={word} tie={tie} input={rung.input} choices={choices} put={put} />}
      </Field>
    </div>
  )
}

const shapeOf = (part: Part): 'long' | 'short' =>
  ['to', 'holder', 'person', 'body', 'result', 'reason', 'note'].includes(part) ? 'long' : 'short'

interface ControlProps {
  part: Part
  label: string
  tie: Tie
  input: Rung['input']
  choices: Choices
  put: (patch: Rung['input']) => void
}

function Control({ part, label, tie, input, choices, put }: ControlProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const text = (key: string) => (typeof input[key] === 'string' ? input[key] : '')
  const chosen = (key: string) => (typeof input[key] === 'string' ? input[key] : null)
  switch (part) {
    case 'to':
      return (
        <PickMany
          tie={tie}
          options={choices.people}
          value={Array.isArray(input.to) ? input.to.map(String) : []}
          onChange={to => put({ to })}
          placeholder={f('pickPeople')}
          emptyText={f('noMatch')}
          removeLabel={name => f('remove', { name })}
          nameOf={choices.nameOf}
        />
      )
    case 'holder':
    case 'person':
      return (
        <HolderPicker
          tie={tie}
          people={part === 'person'}
          value={
            chosen('assigneeId')
              ? { assigneeId: text('assigneeId') }
              : chosen('departmentId')
                ? { departmentId: text('departmentId') }
                : null
          }
          onChange={holder => put({ departmentId: holder?.departmentId, assigneeId: holder?.assigneeId })}
        />
      )
    case 'urgency':
    case 'requestType':
      return (
        <Select
          tie={tie}
          value={text(part)}
          onChange={value => put({ [part]: value })}
          options={[{ value: '', label: t('policies.ladder.unchanged') }, ...choices.of(part)]}
        />
      )
    case 'category':
      return (
        <Combobox
          tie={tie}
          options={choices.of(part)}
          value={chosen(part)}
          onChange={category => put({ category })}
          placeholder={t('policies.ladder.unchanged')}
          emptyText={f('noMatch')}
          clearLabel={t('policies.ladder.unchanged')}
        />
      )
    case 'tags':
      return <Tags tie={tie} tags={Array.isArray(input.tags) ? input.tags.map(String) : []} onChange={put} />
    case 'target':
      return (
        <Select
          tie={tie}
          value={text(part) || 'resolution'}
          onChange={target => put({ target })}
          options={slaTargets.map(value => ({ value, label: t(`policies.target.${value}`) }))}
        />
      )
    case 'length':
      return (
        <DurationInput
          tie={tie}
          label={label}
          seconds={typeof input.seconds === 'number' ? input.seconds : 3600}
          onChange={seconds => put({ seconds })}
        />
      )
    default:
      return (
        <Input.TextArea
          {...tie}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          value={text(part)}
          onChange={event => put({ [part]: event.target.value })}
        />
      )
  }
}

interface TagsProps {
  tie: Tie
  tags: readonly string[]
  onChange: (patch: { tags: string[] }) => void
}

/** Tags with spaces or commas between; they take the place of those that the ticket has. */
function Tags({ tie, tags, onChange }: TagsProps): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState(tags.join(' '))
  return (
    <Input
      {...tie}
      placeholder={t('policies.ladder.unchanged')}
      autoComplete="off"
      value={typed}
      onChange={event => {
        setTyped(event.target.value)
        onChange({ tags: tidied(event.target.value.split(/[\s,，、;；]/)) })
      }}
    />
  )
}
