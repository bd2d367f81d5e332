import { Readable } from 'node:stream'
import type { Caller } from '../../kernel/caller.ts'
import type { Desk } from '../../kernel/desk.ts'
import { storeFile } from '../../records/files/index.ts'
import { mostBytes } from './ledger.ts'
import { nameOfCid } from './read/html.ts'
import type { Reading } from './read/reading.ts'

/** Keeps the files of a mail and lets its HTML name them: `src="cid:<file id>"`. */
export async function keepFiles(
  desk: Desk,
  mail: Reading,
  by: Caller,
): Promise<{ ids: string[]; html: string | null }> {
  const ids: string[] = []
  const byCid = new Map<string, string>()
  for (const { name, content, cid } of mail.attachments) {
    const file = await storeFile(desk, {
      name,
      bytes: Readable.from([Buffer.from(content.buffer)]),
      by,
      most: mostBytes,
    })
    ids.push(file.id)
    if (cid) byCid.set(cid, file.id)
  }
  return { ids, html: mail.html && withFiles(mail.html, byCid) }
}

/** The sanitiser writes attributes in one way only. An image that the mail does not have shows its description. */
const withFiles = (html: string, byCid: ReadonlyMap<string, string>): string =>
  html.replace(/ src="cid:([^"]*)"/g, (_, cid: string) => {
    const id = byCid.get(nameOfCid(cid.replaceAll('&amp;', '&')))
    return id ? ` src="cid:${id}"` : ''
  })
