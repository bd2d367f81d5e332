/** How much of a file's beginning tells what it is, in bytes. */
export const headSize = 4096

/** What a file is by its first bytes, never by what its sender says; the name only tells apart what bytes cannot. */
export function mediaTypeOf(head: Buffer, name: string): string {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const found = signatures.find(({ at = 0, bytes }) => head.subarray(at, at + bytes.length).equals(bytes))
  if (found) return typeof found.type === 'string' ? found.type : found.type(ending, head)
  return isText(head) ? (texts[ending] ?? 'text/plain') : 'application/octet-stream'
}

interface Signature {
  at?: number
  bytes: Buffer
  type: string | ((ending: string, head: Buffer) => string)
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')
const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const within = (types: Record<string, string>, otherwise: string) => (ending: string) => types[ending] ?? otherwise

const zipped: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ofd: 'application/ofd',
  epub: 'application/epub+zip',
  apk: 'application/vnd.android.package-archive',
}
const compound: Record<string, string> = {
  doc: 'application/msword',
  wps: 'application/msword',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  dps: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}
/** HTML and SVG are plain text here: a browser must never run them. */
const texts: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  eml: 'message/rfc822',
  ics: 'text/calendar',
}

const riff = (_ending: string, head: Buffer): string =>
  ({ WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' })[head.subarray(8, 12).toString('latin1')] ??
  'application/octet-stream'

function isoMedia(ending: string, head: Buffer): string {
  const brand = head.subarray(8, 12).toString('latin1')
  if (/^(heic|heix|hevc|mif1|msf1)/.test(brand)) return 'image/heic'
  if (/^avi[fs]/.test(brand)) return 'image/avif'
  if (/^M4A/.test(brand) || ending === 'm4a') return 'audio/mp4'
  return brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4'
}

/** Two letters may also begin a word. */
const unlessText = (type: string) => (_ending: string, head: Buffer) => (isText(head) ? 'text/plain' : type)

const signatures: readonly Signature[] = [
  { bytes: hex('89504e470d0a1a0a'), type: 'image/png' },
  { bytes: hex('ffd8ff'), type: 'image/jpeg' },
  { bytes: ascii('GIF87a'), type: 'image/gif' },
  { bytes: ascii('GIF89a'), type: 'image/gif' },
  { bytes: ascii('RIFF'), type: riff },
  { bytes: ascii('ftyp'), at: 4, type: isoMedia },
  { bytes: ascii('%PDF-'), type: 'application/pdf' },
  { bytes: hex('504b0304'), type: within(zipped, 'application/zip') },
  { bytes: hex('504b0506'), type: 'application/zip' },
  { bytes: hex('d0cf11e0a1b11ae1'), type: within(compound, 'application/x-ole-storage') },
  { bytes: ascii('BM'), type: unlessText('image/bmp') },
  { bytes: hex('49492a00'), type: 'image/tiff' },
  { bytes: hex('4d4d002a'), type: 'image/tiff' },
  { bytes: ascii('#!AMR'), type: 'audio/amr' },
  { bytes: ascii('ID3'), type: 'audio/mpeg' },
  { bytes: hex('fffb'), type: 'audio/mpeg' },
  { bytes: hex('fff3'), type: 'audio/mpeg' },
  { bytes: ascii('OggS'), type: 'audio/ogg' },
  { bytes: ascii('fLaC'), type: 'audio/flac' },
  { bytes: hex('1a45dfa3'), type: 'video/webm' },
  { bytes: hex('1f8b'), type: 'application/gzip' },
  { bytes: hex('377abcaf271c'), type: 'application/x-7z-compressed' },
  { bytes: ascii('Rar!\x1a\x07'), type: 'application/vnd.rar' },
  { bytes: ascii('MZ'), type: unlessText('application/x-msdownload') },
  { bytes: hex('7f454c46'), type: 'application/x-executable' },
  { bytes: ascii('{\\rtf'), type: 'application/rtf' },
]

/** No byte that text never has; GBK and the like count as text too. */
function isText(head: Buffer): boolean {
  return (
    head.length > 0 &&
    !head.some(byte => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32) || byte === 127)
  )
}
