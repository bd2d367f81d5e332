import { Field } from '@baton/ui'
import type { ReactNode } from 'react'
import { TimeInput } from '../fields/inputs/Times.tsx'
import { useFieldWords } from '../fields/words/index.ts'
import { useWords } from '../words/Speaking.tsx'

interface Props {
  value: string | null
  onChange: (value: string | null) => void
  star?: string
  error?: string | undefined
}

/** When the customer expects us; whoever has the ticket is called then. */
export function AppointmentField({ value, onChange, star = '', error }: Props): ReactNode {
  const { t } = useWords()
  const { t: own } = useFieldWords()
  const label = t('field.appointmentAt')
  return (
    <Field label={`${label}${star}`} error={error} hint={own('form.appointment')}>
      {tie => (
        <TimeInput
          tie={tie}
          label={label}
          spec={{ kind: 'time' }}
          value={value}
          onChange={at => onChange(typeof at === 'string' ? at : null)}
          disabled={false}
          wrongAt={() => undefined}
        />
      )}
    </Field>
  )
}
