import { createTransport } from 'nodemailer'
import pg from 'pg'
import { quantile } from './load.ts'
import { body, subject } from './plain.ts'

/** From the moment at which a mail's sender has its 250 to the ticket; at most 2000 is wanted. Milliseconds. */
export interface MailLag {
  p50: number
  p95: number
}

const mails = 100

/** Mails one after the other through the real listener, each from somebody else. */
export async function benchMail(smtpPort: number, connectionString: string): Promise<MailLag> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  })
  for (let n = 0; n < mails; n++)
    await transport.sendMail({ from: `customer${n}@example.cn`, to: 'support@localhost', subject, text: body })
  transport.close()
  const pool = new pg.Pool({ connectionString, max: 1 })
  const lags = await settled(pool)
  await pool.end()
  return { p50: quantile(lags, 0.5), p95: quantile(lags, 0.95) }
}

async function settled(pool: pg.Pool): Promise<number[]> {
  for (;;) {
    const { rows } = await pool.query<{ lag: number | null; outcome: string | null }>(
      `select extract(epoch from settled_at - received_at)::float8 * 1000 as lag, outcome from mails order by 1`,
    )
    const lags = rows.flatMap(({ lag, outcome }) => (lag !== null && outcome === 'opened' ? [lag] : []))
    if (lags.length === mails) return lags
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
