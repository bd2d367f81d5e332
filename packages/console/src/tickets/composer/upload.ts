import type { Records } from '@baton/contract'
import { useCallback, useRef, useState } from 'react'
import { Problem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'

type FileRecord = Pick<Records['file'], 'id' | 'name' | 'mediaType' | 'size'>

export interface Upload {
  key: string
  name: string
  size: number
  /** 0 to 1. */
  done: number
  file?: FileRecord
  problem?: string
}

/** Files that go up while one writes; each can be taken away again. */
export function useUploads() {
  const [uploads, set] = useState<Upload[]>([])
  const requests = useRef(new Map<string, XMLHttpRequest>())
  const problemText = useProblemText()
  const change = useCallback(
    (key: string, part: Partial<Upload>) =>
      set(list => list.map(upload => (upload.key === key ? { ...upload, ...part } : upload))),
    [],
  )
  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const key = crypto.randomUUID()
      set(list => [...list, { key, name: file.name, size: file.size, done: 0 }])
      const { request, answer } = send(file, done => change(key, { done }))
      requests.current.set(key, request)
      answer.then(
        record => change(key, { file: record, done: 1 }),
        error => change(key, { problem: problemText(error) }),
      )
    }
  }
  const remove = (key: string) => {
    requests.current.get(key)?.abort()
    set(list => list.filter(upload => upload.key !== key))
  }
  return {
    uploads,
    add,
    remove,
    /** Files that are there already, as this person's own uploads. */
    adopt: (records: readonly FileRecord[]) =>
      set(list => [
        ...list,
        ...records.map(file => ({ key: file.id, name: file.name, size: file.size, done: 1, file })),
      ]),
    clear: () => set([]),
    busy: uploads.some(upload => !upload.file && !upload.problem),
    ids: uploads.flatMap(upload => upload.file?.id ?? []),
  }
}

/** By XMLHttpRequest, which alone tells how far it is. */
function send(file: File, progress: (share: number) => void) {
  const request = new XMLHttpRequest()
  const answer = new Promise<FileRecord>((resolve, reject) => {
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total)
    request.onerror = () => reject(Problem.offline())
    request.onabort = () => reject(Problem.offline())
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status })
      if (response.ok) response.json().then(record => resolve(record as FileRecord), reject)
      else Problem.of(response).then(reject, reject)
    }
    const form = new FormData()
    form.append('file', file, file.name)
    request.open('POST', '/api/v1/file.upload')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.send(form)
  })
  return { request, answer }
}
