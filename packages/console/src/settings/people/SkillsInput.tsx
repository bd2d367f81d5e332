import type { Tie } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  tie: Tie
  value: readonly string[]
  onChange: (skills: string[]) => void
}

/** Several skills in one field, with spaces or commas between. */
export function SkillsInput({ tie, value, onChange }: Props): ReactNode {
  return (
    <Input
      {...tie}
      value={value.join(' ')}
      onChange={event => onChange(event.target.value.split(/[\s,，、;；]/))}
      onBlur={() => onChange(tidied(value))}
    />
  )
}

export const tidied = (skills: readonly string[]): string[] => [...new Set(skills.filter(Boolean))]
