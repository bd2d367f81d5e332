import type { SpecOf } from '@baton/contract'
import { h } from '../dom.ts'
import { chips, field, group, pressed } from '../field.ts'
import { fill } from '../words.ts'
import { type Control, type ControlSetting, nameOf } from './control.ts'

/** More than these are a list to choose from instead. */
const mostChips = 6

/** One of several, or yes or no. */
export function choice(setting: ControlSetting<SpecOf<'choice' | 'boolean'>>): Control {
  const { field: asked, own, language, before } = setting
  const { spec } = asked
  const options =
    spec.kind === 'boolean'
      ? [
          { key: 'true', name: own.yes },
          { key: 'false', name: own.no },
        ]
      : spec.options.map(option => ({ key: option.key, name: nameOf(option, language) }))
  const meant = (key: string | undefined) => (!key ? null : spec.kind === 'boolean' ? key === 'true' : key)
  const chosen = String(before ?? '')
  // What can be left out must be taken back, too: a list has a line for nothing.
  return setting.always && options.length <= mostChips
    ? pressing(setting, 'radio', options, [chosen], ([key]) => meant(key))
    : listing(setting, options, chosen, meant)
}

type Option = { key: string; name: string }

function listing(
  { id, label, field: { help }, own, words }: ControlSetting,
  options: readonly Option[],
  chosen: string,
  meant: (key: string) => unknown,
): Control {
  const control = h(
    'select',
    {},
    h('option', { value: '' }, own.choose),
    ...options.map(({ key, name }) => h('option', { value: key }, name)),
  )
  control.value = options.some(({ key }) => key === chosen) ? chosen : ''
  const { element, complain, require } = field({ id, label, control, hint: help, optional: words.optional })
  return { element, complain, require, focus: () => control.focus(), value: () => meant(control.value) }
}

/** Several of several. */
export function choices(setting: ControlSetting<SpecOf<'choices'>>): Control {
  const { field: asked, before, language } = setting
  const options = asked.spec.options.map(option => ({ key: option.key, name: nameOf(option, language) }))
  const chosen = Array.isArray(before) ? before.map(String) : []
  return pressing(setting, 'checkbox', options, chosen, keys => (keys.length > 0 ? keys : null))
}

function pressing(
  { id, label, field: { help, spec }, words, own }: ControlSetting,
  type: 'radio' | 'checkbox',
  options: readonly Option[],
  chosen: readonly string[],
  meant: (keys: string[]) => unknown,
): Control {
  const body = chips(type, id, options, chosen)
  const most = spec.kind === 'choices' && spec.most ? fill(own.upTo, { most: spec.most }) : ''
  const hint = [help, most].filter(Boolean).join(' ')
  const { element, complain, require } = group({ id, label, hint, optional: words.optional }, body)
  return {
    element,
    complain,
    require,
    focus: () => body.querySelector('input')?.focus(),
    value: () => meant(pressed(body)),
  }
}
