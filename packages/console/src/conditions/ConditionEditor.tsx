import type { Condition } from '@baton/contract'
import { Segmented } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import style from './ConditionEditor.module.css'
import { canBuild, groupOf, isGroup, isLeaf } from './condition.ts'
import { GroupEditor } from './GroupEditor.tsx'
import { RawEditor } from './RawEditor.tsx'
import { useAskable } from './useAskable.ts'
import { useConditionWords } from './words/index.ts'

interface Props {
  kind: string
  value: Condition
  onChange: (condition: Condition) => void
}

/** A condition built as a sentence; what sentences cannot say is written as JSON. */
export function ConditionEditor({ kind, value, onChange }: Props): ReactNode {
  const { t } = useConditionWords()
  const buildable = canBuild(value, useAskable()(kind).catalogue)
  const [raw, setRaw] = useState(!buildable)
  return (
    <div className={style.editor}>
      <div className={style.head}>
        {kind === 'ticket' && !raw && <Usual onPick={onChange} />}
        <span className={style.gap} />
        <Segmented<'words' | 'json'>
          label={t('way')}
          value={raw || !buildable ? 'json' : 'words'}
          onChange={way => setRaw(way === 'json')}
          disabled={!buildable}
          choices={[
            { value: 'words', label: t('asWords') },
            { value: 'json', label: 'JSON' },
          ]}
        />
      </div>
      {raw || !buildable ? (
        <>
          {!buildable && <p className={style.note}>{t('onlyRaw')}</p>}
          <RawEditor value={value} onChange={onChange} />
        </>
      ) : (
        <GroupEditor
          kind={kind}
          value={isGroup(value) ? value : groupOf('all', [value])}
          onChange={group => onChange(onlyOne(group))}
        />
      )}
    </div>
  )
}

/** A group of one is that one. */
function onlyOne(condition: Condition): Condition {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  const [first] = parts
  return parts.length === 1 && first && isLeaf(first) ? first : condition
}

const ofMyDepartments: Condition = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
const inMyHands: Condition = { field: 'assigneeId', op: 'is', value: '$me' }
const usual = {
  ours: { any: [ofMyDepartments, inMyHands] },
  departments: ofMyDepartments,
  mine: inMyHands,
} as const satisfies Record<string, Condition>

function Usual({ onPick }: { onPick: (condition: Condition) => void }): ReactNode {
  const { t } = useConditionWords()
  return (
    <span className={style.usual}>
      {(['departments', 'mine', 'ours'] as const).map(key => (
        <Button key={key} size="small" onClick={() => onPick(usual[key] as Condition)}>
          {t(`usual.${key}`)}
        </Button>
      ))}
    </span>
  )
}
