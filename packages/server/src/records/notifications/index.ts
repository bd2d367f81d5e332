/** Notifications: what each person is told, what they have read of it, and how they want to be reached. */
import { module } from '../../kernel/module.ts'
import { notificationDefaults } from './choices.ts'
import { countNotifications, presentCount } from './count.ts'
import { getDefaults, presentDefaults, updateDefaults } from './defaults.ts'
import { listNotifications } from './list.ts'
import { readNotifications } from './mark-read.ts'
import { getPreferences, presentPreferences } from './preferences.ts'
import { presentNotifications } from './present.ts'
import { subscribe, unsubscribe } from './subscribe.ts'
import { tryOut } from './try-out.ts'
import { updatePreferences } from './update-preferences.ts'

export { notificationDefaults, unchosen, waysOf } from './choices.ts'
export { dueAt } from './hours.ts'
export { forgetOld, keepNews, type News, settlePool } from './keep.ts'
export { type Due, settleUnlisted, takeDue } from './outgoing.ts'
export { preferencesOf } from './preferences.ts'
export { type ShownNotification, textOf } from './present.ts'
export { pushKeys } from './push-keys.ts'
export type { OutgoingWay, PreferencesRow, SubscriptionRow } from './tables.ts'

export const notificationsRoom = module({
  name: 'notificationsRoom',
  verbs: {
    'notification.read': readNotifications,
    'notification.updatePreferences': updatePreferences,
    'notification.updateDefaults': updateDefaults,
    'notification.test': tryOut,
    'notification.subscribe': subscribe,
    'notification.unsubscribe': unsubscribe,
  },
  reads: {
    'notification.list': listNotifications,
    'notification.count': countNotifications,
    'notification.preferences': getPreferences,
    'notification.defaults': getDefaults,
  },
  presenters: {
    notification: presentNotifications,
    notificationCount: presentCount,
    notificationPreferences: presentPreferences,
    notificationDefaults: presentDefaults,
  },
  configuration: [notificationDefaults],
})
