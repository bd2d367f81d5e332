import { createTransport } from 'nodemailer'
import { pause } from './until.ts'

/**
 * As a customer's mail host does whose other side may be gone at any moment: what was not answered 250 is sent again,
 * byte for byte. Answers whether it was taken at last.
 */
export async function sendUntilTaken(port: number, from: string, raw: string, tries = 600): Promise<boolean> {
  for (let n = 0; n < tries; n++) {
    const line = createTransport({
      host: '127.0.0.1',
      port,
      ignoreTLS: true,
      connectionTimeout: 2000,
      socketTimeout: 5000,
    })
    try {
      await line.sendMail({ envelope: { from, to: 'support@localhost' }, raw })
      return true
    } catch {
      await pause(100)
    } finally {
      line.close()
    }
  }
  return false
}
