import type { Condition, ConditionLeaf } from '@baton/contract'
import { Icon, IconButton, Select } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import style from './ConditionEditor.module.css'
import { type Group, groupOf, isGroup, type Joint, jointOf, partsOf } from './condition.ts'
import { LeafEditor } from './LeafEditor.tsx'
import { useConditionWords } from './words/index.ts'

interface Props {
  kind: string
  value: Group
  onChange: (group: Group) => void
  inside?: boolean
}

/** Several sentences, all or any of which must hold. */
export function GroupEditor({ kind, value, onChange, inside = false }: Props): ReactNode {
  const { t } = useConditionWords()
  const joint = jointOf(value)
  const parts = partsOf(value)
  const put = (at: number, part: Condition) =>
    onChange(
      groupOf(
        joint,
        parts.map((old, index) => (index === at ? part : old)),
      ),
    )
  const drop = (at: number) =>
    onChange(
      groupOf(
        joint,
        parts.filter((_, index) => index !== at),
      ),
    )
  const first = firstLeaf(kind)
  return (
    <div className={[style.group, inside && style.inner].filter(Boolean).join(' ')}>
      {parts.length > 1 && (
        <div className={style.joint}>
          <Select<Joint>
            label={t('joint')}
            value={joint}
            onChange={next => onChange(groupOf(next, parts))}
            options={[
              { value: 'all', label: t('allOf') },
              { value: 'any', label: t('anyOf') },
            ]}
          />
        </div>
      )}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <div key={at} className={style.part}>
          {isGroup(part) ? (
            <GroupEditor kind={kind} value={part} onChange={next => put(at, next)} inside />
          ) : (
            <LeafEditor kind={kind} value={part as ConditionLeaf} onChange={next => put(at, next)} />
          )}
          <IconButton icon="close" size={14} label={t('removePart')} onClick={() => drop(at)} />
        </div>
      ))}
      <div className={style.add}>
        <Button
          size="small"
          type="text"
          icon={<Icon name="plus" size={14} />}
          onClick={() => onChange(groupOf(joint, [...parts, first]))}
        >
          {t('addPart')}
        </Button>
        {!inside && (
          <Button
            size="small"
            type="text"
            icon={<Icon name="plus" size={14} />}
            onClick={() => onChange(groupOf(joint, [...parts, groupOf(joint === 'all' ? 'any' : 'all', [first])]))}
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}

const firstLeaf = (kind: string): ConditionLeaf =>
  kind === 'ticket'
    ? { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
    : kind === 'agent'
      ? { field: 'departmentIds', op: 'containsAny', value: '$me.departments' }
      : kind === 'customer'
        ? { field: 'level', op: 'isOneOf', value: [] }
        : kind === 'department'
          ? { field: 'id', op: 'isOneOf', value: '$me.managed' }
          : { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
