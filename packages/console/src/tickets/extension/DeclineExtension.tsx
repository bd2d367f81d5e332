import { Field } from '@baton/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { SheetProps } from '../sheets/own.ts'
import { useFinish } from '../sheets/useFinish.ts'
import { VerbModal } from '../sheets/VerbModal.tsx'
import { askedOn, Request } from './Request.tsx'

/** 不同意延期, and why. */
export function DeclineExtension({ ticket, verb, target, onClose }: SheetProps): ReactNode {
  const { t: shared } = useWords()
  const { t: f } = useFormWords()
  const clock = askedOn(ticket, target)
  const finish = useFinish(verb, onClose)
  const form = useForm({ reason: '' }, ({ reason }) => ({ reason: reason.trim() ? undefined : f('required') }))
  const submit = () =>
    void form.submit(({ reason }) => finish({ ticketId: ticket.id, target: clock?.target, reason: reason.trim() })) // shows its own problem
  return (
    <VerbModal ticket={ticket} verb={verb} onClose={onClose} {...form} submit={submit}>
      <Request clock={clock} />
      <Field label={shared('sheet.reason')} error={form.error('reason')}>
        {tie => (
          <Input.TextArea
            {...tie}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={2000}
            value={form.values.reason}
            onChange={event => form.set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbModal>
  )
}
