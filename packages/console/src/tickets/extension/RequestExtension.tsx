import { hoursOf, type SlaTarget } from '@baton/contract'
import { Field, Segmented, Select } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAll } from '../../lists/useAll.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { nearestOf } from '../clock.ts'
import { useCalendar } from '../clocks/useAhead.ts'
import { useClockWords } from '../clocks/words/index.ts'
import type { SheetProps } from '../sheets/own.ts'
import { useFinish } from '../sheets/useFinish.ts'
import { VerbModal } from '../sheets/VerbModal.tsx'
import { Effect } from './Effect.tsx'
import { canBeExtended } from './extendable.ts'
import { HoursInput } from './HoursInput.tsx'

type Long = '2' | '4' | 'day' | 'own'

/** 申请延期: which promise, how much more, and why. */
export function RequestExtension({ ticket, verb, target, onClose }: SheetProps): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const { t: f } = useFormWords()
  const times = useTimes()
  const open = ticket.clocks.filter(clock => canBeExtended(clock, Date.now()))
  const first = open.find(clock => clock.target === (target ?? 'resolution')) ?? nearestOf(open)
  const finish = useFinish(verb, onClose)
  const form = useForm<{ target: SlaTarget; long: Long; seconds: number | null; reason: string }>(
    { target: (first?.target ?? 'resolution') as SlaTarget, long: '2', seconds: null, reason: '' },
    ({ long, seconds, reason }) => ({
      seconds: long === 'own' && !seconds ? t('extension.hoursMissing') : undefined,
      reason: reason.trim() ? undefined : f('required'),
    }),
  )
  const { values, set } = form
  const explained = useAll('ticket.clocks', { id: ticket.id }).data
  const clock = explained?.findLast(one => one.target === values.target && open.some(({ id }) => id === one.id))
  const day = useDay(clock?.calendar ?? null)
  const seconds = values.long === 'own' ? values.seconds : values.long === 'day' ? day : Number(values.long) * 3600
  const nameOf = (one: (typeof open)[number]) => {
    const name = shared(`target.${one.target as SlaTarget}`)
    return one.state === 'running'
      ? t('extension.clock', { target: name, at: times.when(one.dueAt) })
      : t('extension.clockStands', { target: name })
  }
  const submit = () =>
    void form.submit(({ target, reason }) => finish({ ticketId: ticket.id, target, seconds, reason: reason.trim() })) // shows its own problem
  return (
    <VerbModal ticket={ticket} verb={verb} onClose={onClose} {...form} submit={submit}>
      <Field label={t('extension.which')} error={form.error('target')}>
        {tie => (
          <Select
            tie={tie}
            options={open.map(one => ({ value: one.target as SlaTarget, label: nameOf(one) }))}
            value={values.target}
            onChange={value => set('target', value)}
            disabled={open.length < 2}
          />
        )}
      </Field>
      <Field
        label={t('extension.long')}
        error={values.long === 'own' ? undefined : form.error('seconds')}
        hint={
          <>
            {values.long === 'day' && clock?.calendar && day !== null && (
              <>
                {t('extension.dayIs', { name: clock.calendar.name, length: times.worked(day) })}
                <br />
              </>
            )}
            <Effect clock={clock} seconds={seconds} />
          </>
        }
      >
        {() => (
          <Segmented<Long>
            label={t('extension.long')}
            value={values.long}
            onChange={value => set('long', value)}
            choices={[
              { value: '2', label: t('extension.hours', { count: 2 }) },
              { value: '4', label: t('extension.hours', { count: 4 }) },
              ...(day === null
                ? []
                : [{ value: 'day' as const, label: t(clock?.calendar ? 'extension.day' : 'extension.wholeDay') }]),
              { value: 'own', label: t('extension.own') },
            ]}
          />
        )}
      </Field>
      {values.long === 'own' && (
        <Field label={t('extension.ownHours')} error={form.error('seconds')}>
          {tie => <HoursInput tie={tie} seconds={values.seconds} onChange={value => set('seconds', value)} />}
        </Field>
      )}
      <Field label={shared('sheet.reason')} error={form.error('reason')} hint={t('extension.reasonHint')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={2000}
            value={values.reason}
            onChange={event => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbModal>
  )
}

/** Working seconds of a day; round the clock a whole one; null until the calendar is here. */
function useDay(named: { id: string } | null): number | null {
  const calendar = useCalendar(named)
  if (!named) return 86_400
  if (!calendar) return null
  const { week } = hoursOf(calendar, [])
  if (!week) return 86_400
  const spans = week.find(one => one.length > 0) ?? []
  return spans.reduce((sum, [from, to]) => sum + (to - from) * 60, 0)
}
