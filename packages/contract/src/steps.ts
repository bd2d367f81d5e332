import { fillText, type PlaceholderValues } from './placeholders.ts'

/** The parts of a kept verb's input that are words, and may hold placeholders. */
export const spokenKeys = ['subject', 'body', 'result', 'reason', 'note'] as const

/** The input with its words as they are said: placeholders filled, everything else as it is. */
export function spokenInput(
  input: Readonly<Record<string, unknown>>,
  values: PlaceholderValues,
): Record<string, unknown> {
  const spoken = Object.entries(input).map(([key, value]) => {
    const isSpoken = (spokenKeys as readonly string[]).includes(key) && typeof value === 'string'
    return [key, isSpoken ? fillText(value, values) : value]
  })
  return Object.fromEntries(spoken)
}

/** The words of it that hold placeholders, by their keys. */
export const spokenIn = (input: Readonly<Record<string, unknown>>): [string, string][] =>
  spokenKeys.flatMap(key => {
    const text = input[key]
    return typeof text === 'string' ? [[key, text] as [string, string]] : []
  })
