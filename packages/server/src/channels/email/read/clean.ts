/** What the contract refuses and a mail may hold is taken out here: a mail is never refused for its content. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Several lines, at most `most` characters; line ends become `\n`, space at their ends goes. */
export function cleanLines(text: string, most: number): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(controls, '')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
  return shorten(clean, most)
}

/** One line, at most `most` characters. */
export function cleanLine(text: string, most: number): string {
  const clean = text
    .toWellFormed()
    .replace(/[\r\n\t\u0085\u2028\u2029]+/g, ' ')
    .replace(controls, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return shorten(clean, most)
}

/** Cut between characters, with a sign that it is cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
