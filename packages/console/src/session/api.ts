import type { Beside, ReadName, ReadSent, Records, reads, VerbName, VerbSent, verbs } from '@baton/contract'
import { Problem } from './problem.ts'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

export type VerbAnswer<N extends VerbName> = Records[(typeof verbs)[N]['answers']]
type Answered<N extends ReadName> = Records[(typeof reads)[N]['answers']]
export type ReadAnswer<N extends ReadName> = (typeof reads)[N]['form'] extends 'page'
  ? Page<Answered<N>> & Beside<N>
  : Answered<N>
/** The reads that answer with pages. */
export type PageName = { [N in ReadName]: (typeof reads)[N]['form'] extends 'page' ? N : never }[ReadName]
export type Item<N extends PageName> = Answered<N>

/** Does a verb, and answers with its record as it now stands. The same `key` again is the same press. Throws a `Problem`. */
export function call<N extends VerbName>(
  name: N,
  input: VerbSent<N>,
  key: string = crypto.randomUUID(),
): Promise<VerbAnswer<N>> {
  return post(name, input, { 'idempotency-key': key })
}

/** Asks a read. Throws a `Problem`. */
export function ask<N extends ReadName>(name: N, input: ReadSent<N>, signal?: AbortSignal): Promise<ReadAnswer<N>> {
  return post(name, input, {}, signal)
}

async function post<A>(
  name: string,
  input: unknown,
  headers: Record<string, string>,
  signal?: AbortSignal,
): Promise<A> {
  let response: Response
  try {
    response = await fetch(`/api/v1/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang, ...headers },
      body: JSON.stringify(input),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw Problem.offline()
  }
  if (!response.ok) throw await Problem.of(response)
  return (await response.json()) as A
}
