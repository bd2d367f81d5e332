interface FileWords {
  mediaType: string
}

/** Where a file's bytes are. */
export const fileUrl = (id: string): string => `/api/v1/file/${id}`

/** What a browser may draw safely; SVG is none of them. */
export const isPicture = ({ mediaType }: FileWords): boolean =>
  /^image\/(png|jpe?g|gif|webp|avif|bmp)$/i.test(mediaType)

/** What browsers play; AMR and the like are fetched. */
export const isRecording = ({ mediaType }: FileWords): boolean => /^audio\/(mpeg|mp4|wav|ogg|flac)$/.test(mediaType)

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** The browser fetches it as a download, whatever its length. */
export function fetchFile({ url, name }: { url: string; name: string }): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
