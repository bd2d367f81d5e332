/* Shows what the desk sends while no page of it is looked at, and leads to the ticket. It keeps nothing and answers no request. */

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('push', event => {
  event.waitUntil(show(event.data))
})

async function show(data) {
  let said = {}
  try {
    said = data ? data.json() : {}
  } catch {
    // What cannot be read is still a message: browsers punish those that show none.
  }
  const { title = 'Baton', body = '', url = '/', tag, urgent = false } = said
  await self.registration.showNotification(title, {
    body,
    icon: '/favicon.svg',
    data: { url },
    requireInteraction: urgent,
    ...(tag && { tag, renotify: true }),
  })
}

self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(go(event.notification.data.url))
})

/** To a page that stands open already, else a new one. Only ever to our own site. */
async function go(path) {
  const url = new URL(path, self.location.origin)
  if (url.origin !== self.location.origin) return
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const [page] = pages
  if (!page) return self.clients.openWindow(url.href)
  await page.focus()
  // A page that this worker does not govern cannot be led anywhere.
  await page.navigate(url.href).catch(() => self.clients.openWindow(url.href))
}
