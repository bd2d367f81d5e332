import type { ReactNode } from 'react'
import { Chip } from './Chip.tsx'
import { Combobox, type Option } from './Combobox.tsx'
import type { Tie } from './Field.tsx'
import style from './PickMany.module.css'

interface Props {
  tie?: Tie
  options: readonly Option[]
  value: readonly string[]
  onChange: (value: string[]) => void
  placeholder: string
  emptyText: string
  /** What the cross on a chip does, by the chip's word. */
  removeLabel: (name: string) => string
  /** What a chip is called whose value is not among the options. */
  nameOf?: (value: string) => string | undefined
  autoFocus?: boolean
}

/** Several of many: what is chosen stands as chips above a field that finds the next one. */
export function PickMany(props: Props): ReactNode {
  const { tie, options, value, onChange, placeholder, emptyText, removeLabel, nameOf, autoFocus } = props
  const rest = options.filter(option => !value.includes(option.value))
  const name = (key: string) => options.find(option => option.value === key)?.label ?? nameOf?.(key) ?? key
  return (
    <div className={style.many}>
      {value.length > 0 && (
        <ul className={style.chosen}>
          {value.map(key => (
            <li key={key}>
              <Chip
                onRemove={{ label: removeLabel(name(key)), run: () => onChange(value.filter(other => other !== key)) }}
              >
                {name(key)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {(rest.length > 0 || value.length === 0) && (
        <Combobox
          {...(tie ? { tie } : { label: placeholder })}
          {...(autoFocus && { autoFocus })}
          options={rest}
          value={null}
          onChange={key => key !== null && onChange([...value, key])}
          placeholder={placeholder}
          emptyText={emptyText}
        />
      )}
    </div>
  )
}
