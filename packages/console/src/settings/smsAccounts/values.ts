import type { OutsideValues } from '../outside/values.ts'

/** An account as it is being entered. */
export interface SmsAccountValues extends OutsideValues {
  templates: Record<string, string>
  isDefault: boolean
}
