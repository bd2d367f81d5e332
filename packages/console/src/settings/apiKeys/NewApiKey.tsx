import type { Condition, GrantMap } from '@baton/contract'
import { Field, Secret, Select } from '@baton/ui'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { isFinished } from '../../conditions/condition.ts'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useMe } from '../../session/me.ts'
import type { ApiKeyRecord } from '../records.ts'
import { GrantsEditor } from '../roles/GrantsEditor.tsx'
import { keyGroups } from '../roles/grantable.ts'
import { useWords } from '../words/index.ts'

const spans = ['30', '90', '365', 'never'] as const
type Span = (typeof spans)[number]

interface Values {
  name: string
  expiresAt: Span
  grants: GrantMap
}

/** A key for a program: never more than its maker may. Ends with the token, shown this once. */
export function NewApiKey({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const groups = useOwnGroups()
  const [made, setMade] = useState<ApiKeyRecord>()
  const form = useForm<Values>({ name: '', expiresAt: '90', grants: {} }, ({ name, grants }) => ({
    name: name.trim() ? undefined : f('required'),
    grants:
      Object.keys(grants).length === 0
        ? t('apiKeys.nothingGranted')
        : Object.entries(grants).every(([, grant]) => grant === true || isFinished(grant as Condition))
          ? undefined
          : t('roles.unfinished'),
  }))
  const create = () =>
    void form.submit(async ({ name, expiresAt, grants }) =>
      setMade(
        await perform('apiKey.create', {
          name,
          grants,
          ...(expiresAt !== 'never' && { expiresAt: inDays(Number(expiresAt)) }),
        }),
      ),
    )
  if (made)
    return (
      <Sheet
        wide
        title={t('apiKeys.made', { name: made.name })}
        onClose={onClose}
        actions={
          <Button type="primary" onClick={onClose} autoFocus>
            {f('done')}
          </Button>
        }
      >
        <Secret
          label={t('apiKeys.token')}
          value={made.token ?? ''}
          hint={t('apiKeys.tokenHint')}
          copyLabel={f('copy')}
          copiedLabel={f('copied')}
        />
        <p style={{ color: 'var(--ink-2)', fontSize: 13 }}>{t('apiKeys.usage')}</p>
        <code style={{ fontSize: 13, overflowWrap: 'anywhere' }}>Authorization: Bearer {made.token?.slice(0, 8)}…</code>
      </Sheet>
    )
  return (
    <Sheet
      wide
      title={t('apiKeys.add')}
      under={t('apiKeys.addUnder')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
    >
      <Field label={t('apiKeys.name')} error={form.error('name')} hint={t('apiKeys.nameHint')}>
        {tie => (
          <Input
            {...tie}
            autoFocus
            autoComplete="off"
            value={form.values.name}
            onChange={event => form.set('name', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('apiKeys.expires')} error={form.error('expiresAt')}>
        {tie => (
          <Select<Span>
            tie={tie}
            value={form.values.expiresAt}
            onChange={span => form.set('expiresAt', span)}
            options={spans.map(value => ({
              value,
              label: value === 'never' ? t('apiKeys.never') : t('apiKeys.inDays', { count: Number(value) }),
            }))}
          />
        )}
      </Field>
      <div>
        <div style={{ color: 'var(--ink-2)', fontSize: 13 }}>{t('apiKeys.grants')}</div>
        <GrantsEditor
          groups={groups}
          value={form.values.grants}
          onChange={grants => form.set('grants', grants)}
          problem={form.error('grants')}
          problems={form.refused?.fields ?? []}
        />
      </div>
    </Sheet>
  )
}

/** What one may oneself. */
function useOwnGroups() {
  const me = useMe()
  return keyGroups
    .map(group => ({ ...group, names: group.names.filter(name => me.may(name)) }))
    .filter(group => group.names.length > 0)
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
