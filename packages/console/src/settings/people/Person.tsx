import type { AgentRecord } from '@baton/contract'
import { Chip, Field, useSay } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../../forms/changed.ts'
import { Fold } from '../../forms/Fold.tsx'
import { LastChange } from '../../forms/LastChange.tsx'
import { RecordSheet } from '../../forms/RecordSheet.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAsk } from '../../session/ask.ts'
import { useWords } from '../words/index.ts'
import { Account } from './Account.tsx'
import { Facts } from './Facts.tsx'
import { MoreFields, type PersonValues, PlaceFields, sentOf } from './PersonFields.tsx'
import { Standing } from './Standing.tsx'

/** One person: what they are here, and what can be done with their account. */
export function Person({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const query = useAsk('agent.get', { id })
  return (
    <RecordSheet query={query} onClose={onClose}>
      {person =>
        person.allowed.includes('agent.update') ? (
          <Editor key={person.id} person={person} onClose={onClose} />
        ) : (
          <ReadOnly person={person} onClose={onClose} />
        )
      }
    </RecordSheet>
  )
}

interface Props {
  person: AgentRecord
  onClose: () => void
}

function Editor({ person, onClose }: Props): ReactNode {
  const { t: f } = useFormWords()
  const { t } = useWords()
  const perform = useDo()
  const say = useSay()
  const form = useForm(valuesOf(person), ({ name }) => ({ name: name.trim() ? undefined : f('required') }))
  const save = () =>
    void form.submit(async values => {
      const before = sentOf(valuesOf(person))
      const patch = changedOf(before, sentOf(values))
      const saved = await perform('agent.update', { agentId: person.id, ...patch, version: person.version })
      onClose()
      const undo = () => perform('agent.update', { agentId: person.id, ...pick(before, patch) })
      say({
        title: f('savedNamed', { name: saved.name }),
        action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the list shows what stands
      })
    })
  return (
    <Sheet
      title={person.name}
      mark={<Mark person={person} />}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('save'), busy: form.busy, disabled: !form.dirty, run: save }}
      foot={<LastChange subjectId={person.id} />}
    >
      <Standing person={person} />
      <Field label={t('people.name')} error={form.error('name')}>
        {tie => <Input {...tie} value={form.values.name} onChange={event => form.set('name', event.target.value)} />}
      </Field>
      <PlaceFields form={form} />
      <Fold
        title={t('people.more')}
        open={['email', 'phone', 'extension', 'skills', 'capacity'].some(key => form.error(key as 'email'))}
      >
        <MoreFields form={form} />
      </Fold>
      <Account person={person} />
    </Sheet>
  )
}

function ReadOnly({ person, onClose }: Props): ReactNode {
  return (
    <Sheet
      title={person.name}
      mark={<Mark person={person} />}
      onClose={onClose}
      foot={<LastChange subjectId={person.id} />}
    >
      <Standing person={person} />
      <Facts person={person} />
      <Account person={person} />
    </Sheet>
  )
}

function Mark({ person }: { person: AgentRecord }): ReactNode {
  const { t } = useWords()
  return (
    <>
      <span style={{ color: 'var(--ink-3)', fontSize: 13 }}>{person.employeeNo}</span>
      {person.status === 'disabled' && <Chip>{t('people.isDisabled')}</Chip>}
      {person.lockedUntil && <Chip tone="orange">{t('people.isLocked')}</Chip>}
    </>
  )
}

const valuesOf = (person: AgentRecord): PersonValues => ({
  employeeNo: person.employeeNo,
  name: person.name,
  email: person.email ?? '',
  phone: person.phone ?? '',
  extension: person.extension ?? '',
  departmentIds: [...person.departmentIds],
  roleIds: [...person.roleIds],
  skills: [...person.skills],
  capacity: person.capacity,
})
