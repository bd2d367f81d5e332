import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fastFolder } from '../test/fast-folder.ts'
import { freePort, type Server, startServer } from '../test/server.ts'
import { pause } from '../test/until.ts'

/** 停机：浏览器预先打开、什么也没说的连接不拖住它。 */
let folder: string
let server: Server
let port: number
beforeAll(async () => {
  folder = await fastFolder('end')
  port = await freePort()
  server = await startServer(port, { BATON_DATA: folder })
}, 90_000)
afterAll(async () => {
  await server.child.kill()
  await rm(folder, { recursive: true, force: true })
})

test('the desk ends within seconds, though a browser holds a line that has not said anything', async () => {
  const line = connect(port, '127.0.0.1')
  line.on('error', () => {}).resume()
  await once(line, 'connect')
  // The server has taken the line when it answers on a later one.
  await server.post('session.open', { login: 'nobody', password: 'x' })
  const ended = await Promise.race([server.child.kill('SIGTERM'), pause(30_000)])
  expect(ended).toBe('0')
})
