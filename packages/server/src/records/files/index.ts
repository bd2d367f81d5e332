import { every } from '../../kernel/every.ts'
import { module } from '../../kernel/module.ts'
import { sweepUploads } from './sweep.ts'

export { type AttachedFile, attachSteps, freeFiles, loadAttachments } from './attach.ts'
export { type FoundFile, findFile } from './find.ts'
export { disposition, fileHeaders, isPicture } from './headers.ts'
export { copySteps, type KeptFile, keepSteps, loadKept } from './kept.ts'
export { mediaTypeOf } from './media-type.ts'
export { safeName } from './safe-name.ts'
export { mostBytes, type StoredFile, storeFile } from './store.ts'
export { sweepUploads } from './sweep.ts'

const hour = 3_600_000

/** Files: what was uploaded, by whom, and which ticket it belongs to. The bytes lie behind `desk.files`. */
export const files = module({
  name: 'files',
  async start(desk) {
    const sweeping = every(hour, async () => void (await sweepUploads(desk)), desk)
    return () => sweeping.stop()
  },
})
