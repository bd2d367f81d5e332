import type { Language } from '../words.ts'

const shown = (at: string, language: Language, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, how).format(new Date(at))

/** 11月22日 10:30 */
export const moment = (at: string, language: Language): string =>
  shown(at, language, { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' })

/** 11/22 */
export const day = (at: string, language: Language): string => shown(at, language, { month: 'numeric', day: 'numeric' })

/** 10:30 */
export const clock = (at: string, language: Language): string =>
  shown(at, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
