import { ask, call } from '../session/api.ts'

export type PushState = 'on' | 'off' | 'denied' | 'unsupported'

const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** Whether this browser takes messages: it must say so itself, and the desk must know its address. */
export async function pushState(endpoints: readonly string[]): Promise<PushState> {
  if (!canPush()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await current()
  return subscription && endpoints.includes(subscription.endpoint) ? 'on' : 'off'
}

async function current(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration('/')
  return (await worker?.pushManager.getSubscription()) ?? null
}

/** Asks the person, then the browser's push service, then tells the desk. Throws when one of them does not want to. */
export async function switchOn(pushKey: string, name: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return
  await navigator.serviceWorker.register('/sw.js', { scope: '/' })
  const worker = await navigator.serviceWorker.ready
  // One that was made with another desk's key is of no use to this one.
  await (await worker.pushManager.getSubscription())?.unsubscribe()
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(pushKey),
  })
  const { p256dh = '', auth = '' } = subscription.toJSON().keys ?? {}
  await call('notification.subscribe', { endpoint: subscription.endpoint, p256dh, auth, name })
}

/** This browser takes no messages any more; what the desk knows of it is forgotten too. */
export async function switchOff(): Promise<void> {
  if (!canPush()) return
  const subscription = await current()
  if (!subscription) return
  const { subscriptions } = await ask('notification.preferences', {})
  const known = subscriptions.find(one => one.endpoint === subscription.endpoint)
  if (known) await call('notification.unsubscribe', { subscriptionId: known.id })
  await subscription.unsubscribe()
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}
