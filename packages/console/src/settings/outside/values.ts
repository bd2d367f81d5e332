import type { OutsideField } from '@baton/contract'
import { changedOf } from '../../forms/changed.ts'

/** What a way to the outside is made of, as it is being entered. A secret that is null is to be forgotten. */
export interface OutsideValues {
  name: string
  settings: Record<string, string>
  secrets: Record<string, string | null>
}

/** Of what was entered, what this form knows: the kind may have been changed in between. */
export function enteredOf(form: readonly OutsideField[], { settings, secrets }: OutsideValues) {
  const isOf = (secret: boolean) => (key: string) => form.some(field => field.key === key && !!field.secret === secret)
  const some = <T>(all: Record<string, T>, isMine: (key: string) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([key, value]) => isMine(key) && value !== ''))
  return { settings: some(settings, isOf(false)), secrets: some(secrets, isOf(true)) }
}

/** What has been changed about it, as the verb wants it; what was emptied is null. */
export function changesOfOutside(before: OutsideValues, after: OutsideValues) {
  const { name } = changedOf({ name: before.name }, { name: after.name })
  const settings = Object.fromEntries(
    Object.entries(after.settings)
      .filter(([key, value]) => value !== (before.settings[key] ?? ''))
      .map(([key, value]) => [key, value || null]),
  )
  const secrets = Object.fromEntries(Object.entries(after.secrets).filter(([, value]) => value !== ''))
  return {
    ...(name !== undefined && { name }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(Object.keys(secrets).length > 0 && { secrets }),
  }
}
