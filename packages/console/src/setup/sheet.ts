/** Rows as a file that every spreadsheet opens right: with a mark for its letters, and no cell that it would take for a formula. */
export const sheetOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map(row => row.map(cellOf).join(',')).join('\r\n')}\r\n`

function cellOf(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
