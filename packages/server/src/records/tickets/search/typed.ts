import { invalidField } from '../../../kernel/problems.ts'

/** What was typed before and behind the colon. */
export interface Typed {
  prefix: string
  value: string
}

/** Several with commas between them: one of them is enough. */
export const valuesOf = ({ value }: Pick<Typed, 'value'>): string[] =>
  value.split(/[,\uff0c、|]/).flatMap(part => part.trim() || [])

export const unknown = ({ prefix, value }: Typed, options: readonly string[]) =>
  options.length > 0
    ? invalidField('text', 'search.choice', { prefix, value: value.slice(0, 60), options: options.join('、') })
    : invalidField('text', value ? 'search.value' : 'search.missing', { prefix, value: value.slice(0, 60) })
