/** As what a number format shows a number. `elapsed` is a length of time, in days. */
export type Shown = 'number' | 'date' | 'moment' | 'clock' | 'elapsed'

/** What a format such as `yyyy"年"m"月"d"日"` or `[$-804]上午/下午h:mm` shows, by its first section. */
export function shownBy(code: string): Shown {
  const bare = code
    // Letters that are shown as they stand: quoted, escaped, and the widths and fillings of a letter.
    .replace(/"[^"]*("|$)|[\\_*]./g, '')
    .replace(/;.*$/s, '')
    .toLowerCase()
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'elapsed'
  const letters = bare
    // Colours, languages and conditions; exponents; a half of the day.
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|g\/通用格式|e[+-]/g, '')
    .replace(/am\/pm|a\/p/g, 'h')
  const time = /[hs]/.test(letters)
  // An m beside hours or seconds is minutes. e is a year where eras are counted, aaa a day of the week.
  const date = /[ydeg]|aaa/.test(letters) || (!time && letters.includes('m'))
  if (date) return time ? 'moment' : 'date'
  return time ? 'clock' : 'number'
}

/** The formats that need not be written down (ECMA-376, 18.8.30), those of Chinese Excel among them. */
export function builtIn(id: number): Shown {
  if (id === 22) return 'moment'
  if (id === 46) return 'elapsed'
  if (within(id, 14, 17) || within(id, 27, 31) || id === 36 || within(id, 50, 54) || id === 57 || id === 58)
    return 'date'
  return within(id, 18, 21) || within(id, 32, 35) || id === 45 || id === 47 || id === 55 || id === 56
    ? 'clock'
    : 'number'
}

const within = (id: number, from: number, to: number) => id >= from && id <= to
