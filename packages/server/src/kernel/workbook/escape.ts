/** Text between tags. What XML cannot hold is written as Excel does, `_x0007_`, and what looks so already is kept apart. */
export const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, found => `_x005F${found}`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, letter => `_x${hex(letter)}_`)
    .replace(/[&<>]/g, letter => entities[letter] ?? letter)

export const attribute = (value: string): string => text(value).replace(/"/g, '&quot;')

const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
