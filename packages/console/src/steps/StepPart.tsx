import { slaTargets, wordIn } from '@baton/contract'
import { Combobox, Field, PickMany, Select, type Tie } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { HolderPicker } from '../people/HolderPicker.tsx'
import { tidied } from '../settings/people/SkillsInput.tsx'
import { DurationInput } from '../settings/policies/DurationInput.tsx'
import { askOf, type Part } from './asks.ts'
import { SpokenField } from './placeholders/SpokenField.tsx'
import style from './Steps.module.css'
import { type Step, withInput } from './step.ts'
import type { Choices } from './useChoices.ts'
import { useStepWords } from './words/index.ts'

interface Props {
  part: Exclude<Part, 'own'>
  step: Step
  choices: Choices
  onChange: (patch: Step['input']) => void
  error: string | undefined
}

/** One thing that a step's verb is asked for, under its name. */
export function StepPart({ part, step, choices, onChange, error }: Props): ReactNode {
  const { t } = useStepWords()
  const isOptional = askOf(step.verb).may?.includes(part) && part !== 'target'
  const word = t(`part.${part}`)
  const put = (patch: Step['input']) => onChange(withInput(step, patch).input)
  return (
    <div className={style[shapeOf(part)]}>
      <Field label={isOptional ? t('optional', { part: word }) : word} error={error}>
        {tie => <Control part={part} label={word} tie={tie} input={step.input} choices={choices} put={put} />}
      </Field>
    </div>
  )
}

const shapeOf = (part: Part): 'long' | 'short' =>
  ['to', 'holder', 'person', 'body', 'result', 'reason', 'note'].includes(part) ? 'long' : 'short'

interface ControlProps {
  part: Exclude<Part, 'own'>
  label: string
  tie: Tie
  input: Step['input']
  choices: Choices
  put: (patch: Step['input']) => void
}

function Control({ part, label, tie, input, choices, put }: ControlProps): ReactNode {
  const { t, i18n } = useStepWords()
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
          options={[{ value: '', label: t('unchanged') }, ...choices.of(part)]}
        />
      )
    case 'category':
      return (
        <Combobox
          tie={tie}
          options={choices.of(part)}
          value={chosen(part)}
          onChange={category => put({ category })}
          placeholder={t('unchanged')}
          emptyText={f('noMatch')}
          clearLabel={t('unchanged')}
        />
      )
    case 'tags':
    case 'addTags':
    case 'removeTags':
      return (
        <Tags
          tie={tie}
          placeholder={part === 'tags' ? t('unchanged') : t('noneOfThem')}
          tags={Array.isArray(input[part]) ? input[part].map(String) : []}
          onChange={tags => put({ [part]: tags })}
        />
      )
    case 'target':
      return (
        <Select
          tie={tie}
          value={text(part) || 'resolution'}
          onChange={target => put({ target })}
          options={slaTargets.map(value => ({ value, label: wordIn(i18n.language, 'clock', value) ?? value }))}
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
      return <SpokenField tie={tie} most={2000} value={text(part)} onChange={said => put({ [part]: said })} />
  }
}

interface TagsProps {
  tie: Tie
  placeholder: string
  tags: readonly string[]
  onChange: (tags: string[]) => void
}

/** Tags with spaces or commas between. */
function Tags({ tie, placeholder, tags, onChange }: TagsProps): ReactNode {
  const [typed, setTyped] = useState(tags.join(' '))
  return (
    <Input
      {...tie}
      placeholder={placeholder}
      autoComplete="off"
      value={typed}
      onChange={event => {
        setTyped(event.target.value)
        onChange(tidied(event.target.value.split(/[\s,，、;；]/)))
      }}
    />
  )
}
