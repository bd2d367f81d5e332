import type { TicketRecord, Urgency, VerbSent } from '@baton/contract'
import { Chip, Combobox, Field, Segmented } from '@baton/ui'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { FieldInPlace } from '../../fields/FieldInPlace.tsx'
import { LockedFact } from '../../fields/LockedFact.tsx'
import { useRefusalText } from '../../forms/refusal.ts'
import { useMe } from '../../session/me.ts'
import { isProblem } from '../../session/problem.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useCategories, useRequestTypes } from '../../workspace/choices.ts'
import { usePerform } from '../perform.ts'
import { UrgencyTag } from '../Urgency.tsx'
import style from './FieldsTab.module.css'
import { Tags } from './Tags.tsx'

const OwnFields = lazy(() => import('./OwnFields.tsx').then(it => ({ default: it.OwnFields })))

const urgencies: readonly Urgency[] = ['normal', 'urgent', 'critical']

/** What it is about, edited where it stands; each change is kept at once. */
export function FieldsTab({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const { change, save, at } = useUpdate(ticket)
  const { items: categories } = useCategories()
  const { items: types } = useRequestTypes()
  const frozen = !ticket.allowed.includes('ticket.update')
  const me = useMe()
  const isLocked = (field: string) => !frozen && me.isFrozen(field)
  return (
    <div className={style.fields}>
      {isLocked('urgency') ? (
        <LockedFact label={t('field.urgency')}>
          <UrgencyTag urgency={ticket.urgency} />
        </LockedFact>
      ) : (
        <Field label={t('field.urgency')} error={at('urgency')}>
          {() => (
            <Segmented<Urgency>
              label={t('field.urgency')}
              disabled={frozen}
              value={ticket.urgency}
              onChange={urgency => change({ urgency })}
              choices={urgencies.map(value => ({ value, label: <UrgencyTag urgency={value} /> }))}
            />
          )}
        </Field>
      )}
      {isLocked('requestType') ? (
        <LockedFact label={t('field.requestType')}>
          {types.find(type => type.key === ticket.requestType)?.name ?? '—'}
        </LockedFact>
      ) : (
        <Field label={t('field.requestType')} error={at('requestType')}>
          {tie => (
            <Combobox
              tie={tie}
              disabled={frozen}
              options={types.map(type => ({ value: type.key, label: type.name }))}
              value={ticket.requestType}
              onChange={requestType => change({ requestType })}
              placeholder={t('word.none')}
              emptyText={t('word.nothingFound')}
              clearLabel={t('word.clear')}
            />
          )}
        </Field>
      )}
      {isLocked('categoryId') ? (
        <LockedFact label={t('field.categoryId')}>
          {categories.find(({ id }) => id === ticket.categoryId)?.path ?? '—'}
        </LockedFact>
      ) : (
        <Field label={t('field.categoryId')} error={at('category')}>
          {tie => (
            <Combobox
              tie={tie}
              disabled={frozen}
              options={categories.map(category => ({ value: category.id, label: category.path }))}
              value={ticket.categoryId}
              onChange={category => change({ category })}
              placeholder={t('word.none')}
              emptyText={t('word.nothingFound')}
              clearLabel={t('word.clear')}
            />
          )}
        </Field>
      )}
      {isLocked('tags') ? (
        <LockedFact label={t('field.tags')}>
          {ticket.tags.length > 0 ? (
            <span className={style.tags}>
              {ticket.tags.map(tag => (
                <Chip key={tag}>{tag}</Chip>
              ))}
            </span>
          ) : (
            '—'
          )}
        </LockedFact>
      ) : (
        <Field label={t('field.tags')} error={at('tags')}>
          {tie => <Tags tie={tie} disabled={frozen} value={ticket.tags} onChange={tags => change({ tags })} />}
        </Field>
      )}
      <dl className={style.facts}>
        <FieldInPlace
          field={{
            key: 'appointmentAt',
            name: t('field.appointmentAt'),
            nameEn: null,
            help: null,
            spec: { kind: 'time' },
          }}
          value={ticket.appointmentAt}
          locked={isLocked('appointmentAt')}
          onSave={frozen ? undefined : at => save({ appointmentAt: at as string | null })}
        />
      </dl>
      <Suspense>
        <OwnFields ticket={ticket} onSave={frozen ? undefined : fields => save({ fields })} />
      </Suspense>
      <Facts ticket={ticket} />
    </div>
  )
}

function Facts({ ticket }: { ticket: TicketRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const facts: [string, string | null][] = [
    [t('field.submittedAt'), ticket.submittedAt],
    [t('field.acknowledgedAt'), ticket.acknowledgedAt],
    [t('field.firstResponseAt'), ticket.firstResponseAt],
    [t('field.dueAt'), ticket.dueAt],
    [t('field.resumeAt'), ticket.resumeAt],
    [t('field.solvedAt'), ticket.solvedAt],
    [t('field.closedAt'), ticket.closedAt],
  ]
  return (
    <dl className={style.facts}>
      {facts.map(
        ([name, at]) =>
          at && (
            <div key={name} className={style.fact}>
              <dt>{name}</dt>
              <dd data-hint={times.full(at)}>{times.moment(at)}</dd>
            </div>
          ),
      )}
      {ticket.result && (
        <div className={style.fact}>
          <dt>{t('field.result')}</dt>
          <dd>{ticket.result}</dd>
        </div>
      )}
    </dl>
  )
}

type Change = Omit<VerbSent<'ticket.update'>, 'ticketId' | 'version'>

function useUpdate(ticket: TicketRecord) {
  const perform = usePerform()
  const refusalText = useRefusalText()
  const [refused, setRefused] = useState<{ change: Change; problem: unknown }>()
  const save = (change: Change) => perform('ticket.update', { ticketId: ticket.id, ...change, version: ticket.version })
  const send = async (change: Change) => {
    setRefused(undefined)
    try {
      await save(change)
    } catch (error) {
      setRefused({ change, problem: error })
    }
  }
  return {
    change: (change: Change) => void send(change), // shows its own problem
    /** The same for what shows its problem itself. */
    save,
    at(path: keyof Change) {
      if (!refused || !(path in refused.change)) return undefined
      const { problem } = refused
      return (isProblem(problem) ? problem.at(path) : undefined) ?? refusalText(problem)
    },
  }
}
