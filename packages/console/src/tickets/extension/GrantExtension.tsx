import { Field } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useForm } from '../../forms/useForm.ts'
import { useAll } from '../../lists/useAll.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useClockWords } from '../clocks/words/index.ts'
import type { SheetProps } from '../sheets/own.ts'
import { useFinish } from '../sheets/useFinish.ts'
import { VerbModal } from '../sheets/VerbModal.tsx'
import { Effect } from './Effect.tsx'
import { HoursInput } from './HoursInput.tsx'
import { askedOn, Request } from './Request.tsx'

/** 同意延期: as much as was asked for, or less. */
export function GrantExtension({ ticket, verb, target, onClose }: SheetProps): ReactNode {
  const { t } = useClockWords()
  const { t: shared } = useWords()
  const times = useTimes()
  const clock = askedOn(ticket, target)
  const finish = useFinish(verb, onClose)
  const form = useForm<{ seconds: number | null; note: string }>(
    { seconds: clock?.asked.seconds ?? null, note: '' },
    ({ seconds }) => ({ seconds: seconds ? undefined : t('extension.hoursMissing') }),
  )
  const { values, set } = form
  const explained = useAll('ticket.clocks', { id: ticket.id }).data?.find(({ id }) => id === clock?.id)
  const submit = () =>
    void form.submit(({ seconds, note }) =>
      finish({ ticketId: ticket.id, target: clock?.target, seconds, ...(note.trim() && { note: note.trim() }) }),
    ) // shows its own problem
  return (
    <VerbModal ticket={ticket} verb={verb} onClose={onClose} {...form} submit={submit}>
      <Request clock={clock} />
      <Field
        label={t('extension.grant')}
        error={form.error('seconds')}
        hint={
          clock && (
            <>
              {t('extension.grantHint', { length: times.worked(clock.asked.seconds) })}
              <br />
              <Effect clock={explained} seconds={values.seconds} />
            </>
          )
        }
      >
        {tie => <HoursInput tie={tie} seconds={values.seconds} onChange={value => set('seconds', value)} />}
      </Field>
      <Field label={`${shared('sheet.note')}${shared('sheet.optional')}`} error={form.error('note')}>
        {tie => (
          <Input {...tie} maxLength={2000} value={values.note} onChange={event => set('note', event.target.value)} />
        )}
      </Field>
    </VerbModal>
  )
}
