import { fold } from '@baton/contract'
import type { Reading } from '../../../kernel/kinds.ts'
import { type Typed, unknown, valuesOf } from './typed.ts'

/** What it stands for, and what may be written: its key, its Chinese and its English word. */
export type Choices = readonly { names: readonly string[]; value: string }[]

export function chosen(part: Typed, choices: Choices, { caller }: Pick<Reading, 'caller'>): string[] {
  return valuesOf(part).map(value => {
    const meant = find(choices, value)
    if (!meant) throw unknown(part, namesOf(choices, caller.locale))
    return meant
  })
}

export const find = (choices: Choices, value: string): string | undefined =>
  choices.find(({ names }) => names.some(name => fold(name) === fold(value)))?.value

export const namesOf = (choices: Choices, locale: string): string[] =>
  choices.map(({ names: [key = '', zh, en] }) => (locale === 'en' ? en : zh) ?? key)
