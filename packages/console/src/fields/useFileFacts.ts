import { useQueries } from '@tanstack/react-query'
import { fileUrl } from '../session/files.ts'
import { Problem } from '../session/problem.ts'

export interface FileFacts {
  id: string
  name: string
  mediaType: string
  /** Bytes. */
  size: number
}

export const fileKey = (id: string): readonly unknown[] => ['file', id]

/** What files are called and how large they are; those that are still being asked about, or gone, are not there. */
export const useFileFacts = (ids: readonly string[]): FileFacts[] =>
  useQueries({
    queries: ids.map(id => ({
      queryKey: fileKey(id),
      queryFn: () => factsOf(id),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: results => results.flatMap(({ data }) => data ?? []),
  })

/** As the headers of the file tell it. */
async function factsOf(id: string): Promise<FileFacts> {
  const response = await fetch(fileUrl(id), { method: 'HEAD' }).catch(() => {
    throw Problem.offline()
  })
  if (!response.ok) throw await Problem.of(response)
  return {
    id,
    name: nameIn(response.headers.get('content-disposition') ?? '') ?? id,
    mediaType: response.headers.get('content-type') ?? '',
    size: Number(response.headers.get('content-length') ?? 0),
  }
}

/** RFC 6266: the name in all its letters, else the plain one. */
export function nameIn(disposition: string): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? []
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]*)"/i.exec(disposition)?.[1]
}
