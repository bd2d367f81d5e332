import type { SpecOf } from '@baton/contract'
import { h } from '../dom.ts'
import { group } from '../field.ts'
import type { Control, ControlSetting } from './control.ts'
import { type Levels, levels, type Node } from './levels.ts'

interface Address {
  region: string[]
  detail: string | null
}

const depths = { province: 1, city: 2, district: 3 } as const

/** A region of China and a street. The tree of regions is heavy: it comes when the field is first seen. */
export function address(setting: ControlSetting<SpecOf<'address'>>): Control {
  const { id, label, field: asked, own, words, changed } = setting
  const { level, detail: wants } = asked.spec
  const before = setting.before as Partial<Address> | null
  let lists: Levels | undefined
  let begun = false
  const place = h('div', { 'aria-live': 'polite' }, h('p', { class: 'hint' }, own.loading))
  const street = h('input', { 'aria-label': `${label}: ${own.detail}`, placeholder: own.detail, maxlength: 200 })
  street.value = before?.detail ?? ''
  const { element, complain, require } = group(
    { id, label, hint: asked.help, optional: words.optional },
    place,
    wants ? street : undefined,
  )
  return {
    element,
    complain,
    require,
    focus: () => (lists ?? street).focus(),
    reveal() {
      if (!begun) void load()
      begun = true
    },
    value(): Address | null {
      // Until the tree is there, what was chosen before is what is chosen.
      const region = lists ? lists.path() : (before?.region ?? [])
      const detail = (wants && street.value.trim()) || null
      return region.length > 0 || detail ? { region, detail } : null
    },
  }

  /** Ends well in any case: a broken line is said in its place. */
  async function load(): Promise<void> {
    try {
      const { regionNames } = await import('@baton/contract/regions')
      const named = [own.province, own.city, own.district]
      lists = levels(nodesOf(regionNames, depths[level]), before?.region ?? [], {
        choose: own.choose,
        labelAt: depth => `${label}: ${named[depth] ?? own.next}`,
      })
      place.replaceChildren(lists.element)
      changed()
    } catch {
      const again = () => location.reload()
      place.replaceChildren(
        h('p', { class: 'error' }, words.fieldsFailed),
        h('button', { type: 'button', class: 'link', onclick: again }, words.reload),
      )
    }
  }
}

/** A province is `440000`, its cities `44xx00`, their districts `44xxxx`; without such a city a district stands under its province. */
function nodesOf(names: ReadonlyMap<string, string>, depth: number): Node[] {
  return [...names].flatMap(([key, name]) => {
    const isProvince = key.endsWith('0000')
    if (depth === 1 && !isProvince) return []
    if (depth === 2 && !key.endsWith('00')) return []
    const parent = [`${key.slice(0, 4)}00`, `${key.slice(0, 2)}0000`].find(code => code !== key && names.has(code))
    return [{ key, name, ...(parent !== undefined && !isProvince && { parent }) }]
  })
}
