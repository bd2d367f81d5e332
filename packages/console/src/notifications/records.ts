import type { Records } from '@baton/contract'

export type PreferencesRecord = Records['notificationPreferences']
