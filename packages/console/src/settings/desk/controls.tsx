import type { Tie } from '@baton/ui'
import { Input, InputNumber } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import style from './Desk.module.css'

interface TextProps {
  tie: Tie
  value: string
  maxLength: number
  narrow?: boolean
  capitals?: boolean
  mayBeEmpty?: boolean
  fixed: boolean
  onSave: (value: string) => void
}

/** A text that is saved when one has done with it: by Enter or by leaving. Escape takes it back. */
export function TextControl({
  tie,
  value,
  maxLength,
  narrow,
  capitals,
  mayBeEmpty,
  fixed,
  onSave,
}: TextProps): ReactNode {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const done = () => {
    const kept = text.trim()
    if (kept === value) return
    if (!kept && !mayBeEmpty) return setText(value)
    onSave(kept)
  }
  return (
    <Input
      {...tie}
      disabled={fixed}
      maxLength={maxLength}
      value={text}
      style={narrow ? { width: 96 } : {}}
      onChange={event => setText(capitals ? event.target.value.toUpperCase() : event.target.value)}
      onBlur={done}
      onPressEnter={done}
      onKeyDown={event => event.key === 'Escape' && setText(value)}
    />
  )
}

interface NumberProps {
  tie: Tie
  value: number
  unit: string
  fixed: boolean
  onSave: (value: number) => void
}

/** A number of days, saved when one has done with it. */
export function NumberControl({ tie, value, unit, fixed, onSave }: NumberProps): ReactNode {
  const [number, setNumber] = useState<number | null>(value)
  useEffect(() => setNumber(value), [value])
  const done = () => {
    if (number === null) setNumber(value)
    else if (number !== value) onSave(number)
  }
  return (
    <span className={style.number}>
      <InputNumber
        {...tie}
        disabled={fixed}
        min={0}
        max={365}
        step={1}
        value={number}
        style={{ width: 88 }}
        onChange={next => setNumber(next)}
        onBlur={done}
        onPressEnter={done}
        onStep={next => onSave(next)}
      />
      {unit}
    </span>
  )
}
