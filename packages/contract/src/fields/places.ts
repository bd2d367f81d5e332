import { rounded } from './formula/index.ts'
import { isObject, type Known, ok, type ReadValue, readLine, wrong } from './reading.ts'
import type { SpecOf } from './spec.ts'

const depthOf = { province: 1, city: 2, district: 3 } as const

/** `{region: ['440000', '440300', '440305'], detail: '科技园路 1 号'}`. */
export function readAddress(sent: unknown, { level, detail: wants }: SpecOf<'address'>, { regions }: Known): ReadValue {
  if (!isObject(sent, ['region', 'detail'])) return wrong('field.address')
  const { region = [], detail = null } = sent
  if (!Array.isArray(region) || !isRegionPath(region, regions)) return wrong('field.region', {}, '.region')
  const last = region.at(-1)
  if (last !== undefined && region.length < depthOf[level] && regions.isDivided(last))
    return wrong('field.regionDeeper', {}, '.region')
  const read = wants ? readLine(detail ?? '', 200) : ok(null)
  if ('problems' in read) return { problems: read.problems.map(problem => ({ ...problem, at: '.detail' })) }
  if (region.length === 0) return read.value === null ? ok(null) : wrong('required', {}, '.region')
  return ok({ region, detail: read.value })
}

function isRegionPath(path: readonly unknown[], regions: Known['regions']): path is string[] {
  return (
    path.length <= 3 &&
    path.every((code, at) => typeof code === 'string' && regions.has(code) && isBeneath(code, path[at - 1], at))
  )
}

/** A province is 44 0000, its cities 44xx 00, their districts 44xx xx. */
const isBeneath = (code: string, above: unknown, at: number): boolean =>
  at === 0
    ? code.endsWith('0000')
    : typeof above === 'string' && code !== above && code.startsWith(above.slice(0, above.endsWith('0000') ? 2 : 4))

/** `{longitude: 113.95, latitude: 22.53, name: '科技园'}`. */
export function readLocation(sent: unknown): ReadValue {
  if (!isObject(sent, ['longitude', 'latitude', 'name'])) return wrong('field.location')
  const { longitude, latitude, name = '' } = sent
  const isWithin = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most
  if (!isWithin(longitude, 180)) return wrong('field.longitude', {}, '.longitude')
  if (!isWithin(latitude, 90)) return wrong('field.latitude', {}, '.latitude')
  const read = readLine(name ?? '', 200)
  if ('problems' in read) return { problems: read.problems.map(problem => ({ ...problem, at: '.name' })) }
  return ok({ longitude: rounded(longitude as number, 6), latitude: rounded(latitude as number, 6), name: read.value })
}
