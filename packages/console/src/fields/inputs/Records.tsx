import { Combobox, type Option } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useDepartments, useNames } from '../../people/directory.ts'
import { useReach } from '../../people/reach.ts'
import { usePersonOptions } from '../../people/usePersonOptions.tsx'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useSettled } from '../../tickets/new/settled.ts'
import { useWords } from '../../words/Speaking.tsx'
import { type InputProps, textOf } from './input.ts'

interface PickProps {
  options: readonly Option[]
  placeholder: string
  loading?: boolean
  onType?: (text: string) => void
}

function RecordPick({
  tie,
  value,
  onChange,
  disabled,
  options,
  ...rest
}: Pick<InputProps<'person'>, 'tie' | 'value' | 'onChange' | 'disabled'> & PickProps): ReactNode {
  const { t } = useWords()
  return (
    <Combobox
      tie={tie}
      disabled={disabled}
      options={options}
      value={textOf(value) || null}
      onChange={onChange}
      emptyText={t('word.nothingFound')}
      clearLabel={t('word.clear')}
      {...rest}
    />
  )
}

/** Who has left keeps their name where they stand. */
const withChosen = (options: readonly Option[], id: string, name: string | undefined): readonly Option[] =>
  !id || options.some(({ value }) => value === id) ? options : [...options, { value: id, label: name ?? '—' }]

export function PersonInput(props: InputProps<'person'>): ReactNode {
  const { t } = useWords()
  const names = useNames()
  const id = textOf(props.value)
  const options = withChosen(usePersonOptions(), id, names(id))
  return <RecordPick {...props} options={options} placeholder={t('sheet.findPerson')} />
}

export function DepartmentInput(props: InputProps<'department'>): ReactNode {
  const { t } = useWords()
  const names = useNames()
  const id = textOf(props.value)
  const offered = useDepartments()
    .filter(({ archived }) => !archived)
    .map((one): Option => ({ value: one.id, label: one.path }))
  return <RecordPick {...props} options={withChosen(offered, id, names(id))} placeholder={t('word.none')} />
}

/** Found as everywhere: by a number, an address, the start of a name. */
export function CustomerInput(props: InputProps<'customer'>): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const reach = useReach()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim(), 180)
  const searching = text.length >= 2 && me.may('customer.find')
  const { data, isFetching } = useAsk(
    'customer.find',
    { text: text || ' ', limit: 8 },
    { enabled: searching, fresh: 30_000 },
  )
  const id = textOf(props.value)
  const chosen = useAsk('customer.get', { id }, { enabled: id !== '', fresh: 60_000 }).data
  const found = (searching ? (data?.items ?? []) : []).map(
    (customer): Option => ({
      value: customer.id,
      label: customer.name,
      also: `${typed} ${text}`,
      face: (
        <span>
          {customer.name} <span style={{ color: 'var(--ink-3)' }}>{reach(customer)}</span>
        </span>
      ),
    }),
  )
  return (
    <RecordPick
      {...props}
      options={withChosen(found, id, chosen?.name)}
      placeholder={t('new.requesterPlaceholder')}
      loading={isFetching}
      onType={setTyped}
    />
  )
}
