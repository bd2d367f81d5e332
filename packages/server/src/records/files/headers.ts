import { pictureTypes } from '@baton/contract/pictures'

/** What may be shown in a page; everything else is only saved. */
export const isPicture = (mediaType: string): boolean => pictureTypes.includes(mediaType)

/** What a file is handed out with: always something to save, never a page; in a box where no script runs. */
export const fileHeaders = (file: { name: string; mediaType: string }, inline: boolean) => ({
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'content-disposition': disposition(inline && isPicture(file.mediaType) ? 'inline' : 'attachment', file.name),
  'cross-origin-resource-policy': 'same-origin',
})

/** RFC 6266 with the name in UTF-8 (RFC 8187), and in ASCII for what is very old. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
