/** The Chinese public holidays that Baton ships, by the key of their name in the words of the console. */
const keys = {
  元旦: 'newYear',
  春节: 'springFestival',
  清明节: 'tombSweeping',
  劳动节: 'labour',
  端午节: 'dragonBoat',
  中秋节: 'midAutumn',
  国庆节: 'national',
} as const
export type ShippedKey = (typeof keys)[keyof typeof keys]

export interface ShippedName {
  /** Two holidays that fall together have one run of days. */
  holidays: ShippedKey[]
  isMakeUp: boolean
}

/** What a shipped name is made of: `国庆节、中秋节调休`. Undefined for a name that is not one of them. */
export function shippedName(name: string): ShippedName | undefined {
  const [, said = '', makeUp] = /^(.*?)(调休)?$/.exec(name) ?? []
  const holidays = said.split('、').map(one => (keys as Record<string, ShippedKey>)[one])
  return holidays.every(key => key !== undefined) ? { holidays, isMakeUp: makeUp !== undefined } : undefined
}
