import { module } from '../../kernel/module.ts'
import { getSettings, presentSettings } from './read.ts'
import { settings } from './settings.ts'
import { updateSettings } from './update.ts'

export { loadSettings, type Settings, type SettingsRow, settings, settingsChanged } from './settings.ts'

/** The desk's own arrangements: its name, zone and numbering, when tickets close by themselves. */
export const settingsRoom = module({
  name: 'settings',
  verbs: { 'settings.update': updateSettings },
  reads: { 'settings.get': getSettings },
  presenters: { settings: presentSettings },
  configuration: [settings],
})
