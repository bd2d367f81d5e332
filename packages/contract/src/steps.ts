import { z } from 'zod'
import { fillText, type PlaceholderValues } from './placeholders.ts'
import { line } from './shapes.ts'

/** A verb that is kept to be done later: a rung of a ladder, a step of a macro. */
export const keptVerb = {
  verb: line(60),
  /** What the verb takes, but for what it is done to. */
  input: z.record(z.string().max(60), z.unknown()).default({}),
}

/** The parts of such an input that are words, and may hold placeholders. */
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
