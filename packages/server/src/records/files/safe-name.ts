const longest = 200
const longestEnding = 20

/**
 * A file's name without what could harm where it is shown or saved: folders, control characters, letters that turn the
 * direction of reading (`exe.‮gnp`), what Windows forbids. At most 200 characters; a long one keeps its ending.
 */
export function safeName(name: string): string {
  const plain = name.toWellFormed().normalize('NFC').replace(hidden, '')
  const base = plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1)
  const clean = base
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
  const kept = shorten(clean)
  if (kept === '') return 'file'
  return reserved.test(kept) ? `_${kept}` : kept
}

/** Controls, direction marks, zero-width and line separators; the joiner that emoji are made with may stay. */
const hidden = /[\p{Cc}\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

function shorten(name: string): string {
  if (name.length <= longest) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : ''
  return whole(name.slice(0, longest - ending.length)).trimEnd() + ending
}

/** Without half of a character at the end. */
const whole = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')
