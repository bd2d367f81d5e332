import type { Tie } from '@baton/ui'
import { lazy, type ReactNode, Suspense } from 'react'
import { FieldValue } from './FieldValue.tsx'
import { BooleanInput, CascadeInput, ChoiceInput, ChoicesInput } from './inputs/Choices.tsx'
import { FilesInput } from './inputs/Files.tsx'
import { PhoneInput, ReferenceInput } from './inputs/Links.tsx'
import { AmountInput, NumberInput } from './inputs/Numbers.tsx'
import { AddressInput, LocationInput } from './inputs/Places.tsx'
import { CustomerInput, DepartmentInput, PersonInput } from './inputs/Records.tsx'
import { RowsInput } from './inputs/Rows.tsx'
import { LongTextInput, TextInput } from './inputs/Text.tsx'
import { DateInput, TimeInput } from './inputs/Times.tsx'
import type { FieldLike } from './useFields.ts'

const RichInput = lazy(() => import('./inputs/Rich.tsx').then(it => ({ default: it.RichInput })))

interface Props {
  field: FieldLike
  /** Ties it to its label and its words. */
  tie: Tie
  label: string
  value: unknown
  /** Nothing is null. */
  onChange: (value: unknown) => void
  disabled?: boolean | undefined
  /** What is wrong beneath the value: `.2.price`. */
  wrongAt?: (at: string) => string | undefined
}

/** The input of a field, by its kind. */
export function FieldInput({ field, disabled = false, wrongAt = () => undefined, ...rest }: Props): ReactNode {
  const { spec } = field
  const own = { ...rest, disabled, wrongAt }
  switch (spec.kind) {
    case 'text':
      return <TextInput {...own} spec={spec} />
    case 'longText':
      return <LongTextInput {...own} spec={spec} />
    case 'richText':
      return (
        <Suspense fallback={<div style={{ minHeight: 120 }} aria-busy />}>
          <RichInput {...own} spec={spec} />
        </Suspense>
      )
    case 'number':
      return <NumberInput {...own} spec={spec} />
    case 'amount':
      return <AmountInput {...own} spec={spec} />
    case 'date':
      return <DateInput {...own} spec={spec} />
    case 'time':
      return <TimeInput {...own} spec={spec} />
    case 'choice':
      return <ChoiceInput {...own} spec={spec} />
    case 'choices':
      return <ChoicesInput {...own} spec={spec} />
    case 'cascade':
      return <CascadeInput {...own} spec={spec} />
    case 'boolean':
      return <BooleanInput {...own} spec={spec} />
    case 'person':
      return <PersonInput {...own} spec={spec} />
    case 'department':
      return <DepartmentInput {...own} spec={spec} />
    case 'customer':
      return <CustomerInput {...own} spec={spec} />
    case 'reference':
      return <ReferenceInput {...own} spec={spec} />
    case 'phone':
      return <PhoneInput {...own} spec={spec} />
    case 'address':
      return <AddressInput {...own} spec={spec} />
    case 'location':
      return <LocationInput {...own} spec={spec} />
    case 'files':
      return <FilesInput {...own} spec={spec} />
    case 'pictures':
      return <FilesInput {...own} spec={spec} />
    case 'formula':
      return (
        <output id={rest.tie.id} style={{ minHeight: 'var(--control)', alignContent: 'center' }}>
          <FieldValue field={field} value={rest.value} />
        </output>
      )
    case 'rows':
      return <RowsInput {...own} spec={spec} />
  }
}
