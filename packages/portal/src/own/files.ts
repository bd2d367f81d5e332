import type { SpecOf } from '@baton/contract'
import { pictureTypes } from '@baton/contract/pictures'
import type { KeptFile } from '../draft.ts'
import { files } from '../files.ts'
import { fill } from '../words.ts'
import type { Control, ControlSetting } from './control.ts'

/** Pictures and files of a field: sent at once, like attachments. */
export function attached(setting: ControlSetting<SpecOf<'files' | 'pictures'>>): Control {
  const { id, label, field: asked, before, words, own, language, place, changed } = setting
  const { most, kind } = asked.spec
  const made = files({
    words: kind === 'pictures' ? { ...words, addFiles: own.addPictures } : words,
    language,
    place,
    before: Array.isArray(before) ? (before as KeptFile[]) : [],
    changed,
    own: {
      id,
      label,
      hint: [asked.help, fill(own.filesMost, { most })].filter(Boolean).join(' '),
      most,
      ...(kind === 'pictures' && { accept: pictureTypes.join() }),
    },
  })
  return {
    element: made.element,
    complain: made.complain,
    require: made.require,
    focus: made.focus,
    under: made,
    value() {
      const kept = made.kept()
      return kept.length > 0 ? kept : null
    },
  }
}
