import type { FormAnswer, FormSent, FormWelcome } from '@baton/contract'
import type { Language } from './words.ts'

/** What the server refuses, as problem+json says it; `status` 0 when nothing came back at all. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly retryAfter: number
  readonly fields: readonly { path: string; detail: string }[]

  constructor(status: number, problem: Problem = {}) {
    super(problem.detail ?? problem.code ?? `status ${status}`)
    this.status = status
    this.code = problem.code ?? ''
    this.retryAfter = problem.retryAfter ?? 0
    this.fields = problem.fields ?? []
  }
}

interface Problem {
  code?: string
  detail?: string
  retryAfter?: number
  fields?: { path: string; detail: string }[]
}

const patience = 30_000

export const getWelcome = (former: string, language: Language): Promise<FormWelcome> =>
  patiently(() =>
    call<FormWelcome>(`/api/public/form${former ? `?former=${encodeURIComponent(former)}` : ''}`, language),
  )

/** Sent again by itself when the line breaks: the key in it makes twice the same as once. */
export const submit = (sent: FormSent, language: Language): Promise<FormAnswer> =>
  patiently(() => call<FormAnswer>('/api/public/form.submit', language, JSON.stringify(sent)))

export async function call<T>(
  url: string,
  language: Language,
  body?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const headers: Record<string, string> = { 'accept-language': language, ...more }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init = { headers, signal: AbortSignal.timeout(patience), ...(body !== undefined && { method: 'POST', body }) }
  const response = await fetch(url, init).catch(() => undefined)
  const answer: unknown = await response?.json().catch(() => undefined)
  if (!response || (response.ok && answer === undefined)) throw new Refused(0)
  if (!response.ok) throw new Refused(response.status, (answer ?? {}) as Problem)
  return answer as T
}

const pauses = [800, 2500]

/** A broken line and a server that restarts are tried again twice, with growing pauses. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Refused) || (error.status !== 0 && error.status < 502)) throw error
      await wait(pause)
    }
  }
  return attempt()
}

export const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

interface Uploaded {
  id: string
  name: string
  size: number
}

/** Where files go, and what says that they may. */
export interface UploadPlace {
  url: string
  headers: Readonly<Record<string, string>>
}

/** One file, telling how far it is (0 to 1); `stop` when the person takes it away. */
export function upload(
  file: File,
  { url, headers }: UploadPlace,
  language: Language,
  tell: (part: number) => void,
): { done: Promise<Uploaded>; stop: () => void } {
  const request = new XMLHttpRequest()
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.setRequestHeader('accept-language', language)
    request.responseType = 'json'
    request.upload.onprogress = event => tell(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () =>
      request.status === 200 && request.response
        ? resolve(request.response as Uploaded)
        : reject(new Refused(request.status, (request.response ?? {}) as Problem))
    request.onerror = request.onabort = () => reject(new Refused(0))
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
  return { done, stop: () => request.abort() }
}
