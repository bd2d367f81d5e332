import { parentPort } from 'node:worker_threads'
import type { Envelope } from './machine.ts'
import { readWhole } from './reading.ts'

/** The thread in which mails are read; see `reader.ts`. */
parentPort?.on('message', ({ raw, envelope }: { raw: Uint8Array<ArrayBuffer>; envelope: Envelope }) => {
  const mail = readWhole(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), envelope)
  parentPort?.postMessage(
    mail,
    mail.attachments.map(({ content }) => content.buffer),
  )
})
