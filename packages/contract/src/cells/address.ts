import type { SpecOf } from '../fields/spec.ts'
import type { CellReading } from './cell.ts'

type Region = ReturnType<CellReading['regionsUnder']>[number]

const depthOf = { province: 1, city: 2, district: 3 } as const
const endings = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区|省|市|盟)$/

/** 广东省深圳市南山区科技园路 1 号, also without 省 and 市: as many regions as the field asks for, and what remains. */
export function addressIn(
  said: string,
  { level }: Pick<SpecOf<'address'>, 'level'>,
  { regionsUnder }: Pick<CellReading, 'regionsUnder'>,
): { region: string[]; detail: string | null } {
  const region: string[] = []
  let rest = said.normalize('NFKC').trim()
  while (region.length < 3) {
    const under = regionsUnder(region.at(-1) ?? null)
    const found = begins(under, rest, region.length < depthOf[level])
    if (!found) {
      // A city that is called like its province is said once: 北京市朝阳区.
      const same = region.length === 1 ? sameCity(regionsUnder, region[0], rest) : undefined
      if (!same) break
      region.push(same)
      continue
    }
    region.push(found.region.code)
    rest = found.rest
  }
  return { region, detail: rest === '' ? null : rest }
}

/** The region that a text begins with, by its whole name, or where it must have one by the short one. */
function begins(
  regions: readonly Region[],
  text: string,
  isWanted: boolean,
): { region: Region; rest: string } | undefined {
  const after = (name: string) => text.slice(name.length).replace(/^[\s,/·-]+/, '')
  const whole = regions.filter(({ name }) => text.startsWith(name)).sort((a, b) => b.name.length - a.name.length)[0]
  if (whole) return { region: whole, rest: after(whole.name) }
  if (!isWanted) return undefined
  for (const region of regions) {
    const short = region.name.replace(endings, '')
    if (short.length >= 2 && short !== region.name && text.startsWith(short)) return { region, rest: after(short) }
  }
  return undefined
}

function sameCity(
  regionsUnder: CellReading['regionsUnder'],
  province: string | undefined,
  rest: string,
): string | undefined {
  const name = regionsUnder(null).find(({ code }) => code === province)?.name
  const city = regionsUnder(province ?? null).find(one => one.name === name)
  if (!city) return undefined
  return rest === '' || begins(regionsUnder(city.code), rest, true) || regionsUnder(province ?? null).length === 1
    ? city.code
    : undefined
}
