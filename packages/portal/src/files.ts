import { Refused, type UploadPlace, upload } from './api.ts'
import { h, icon } from './dom.ts'
import type { KeptFile } from './draft.ts'
import { mark } from './field.ts'
import { fill, type Language, type Words } from './words.ts'

const most = { files: 5, bytes: 25 * 1024 * 1024 }

interface Item {
  name: string
  size: number
  file: File | undefined
  /** Once the server has it. */
  id: string | undefined
  part: number
  problem: string | undefined
  stop: () => void
}

export interface Files {
  element: HTMLElement
  kept(): KeptFile[]
  /** Resolves when nothing is on its way any more; false when something failed. */
  settled(): Promise<boolean>
  isBusy(): boolean
  /** Files that were pasted elsewhere on the page. */
  take(chosen: FileList | null | undefined): void
  complain(message?: string): void
  require(required: boolean): void
  focus(): void
}

interface Setting {
  words: FileWords
  language: Language
  place: () => UploadPlace
  before: readonly KeptFile[]
  changed: () => void
  /** Of a field of its own; the attachments unless told. */
  own?: { id: string; label: string; hint: string; most: number; accept?: string }
}

/** The words of attachments, wherever they are asked for. */
type FileWords = Pick<
  Words,
  | 'files'
  | 'filesHint'
  | 'addFiles'
  | 'remove'
  | 'retryFile'
  | 'uploading'
  | 'uploaded'
  | 'uploadFailed'
  | 'tooManyFiles'
  | 'filesTooLarge'
  | 'fileEmpty'
  | 'optional'
>

/** The attachments: chosen, dropped or pasted, sent at once while the person goes on writing. */
export function files({ words, language, place, before, changed, own }: Setting): Files {
  const { id, label, hint, accept } = own ?? { id: 'files', label: words.files, hint: words.filesHint }
  const mostFiles = own?.most ?? most.files
  const sign = mark(words.optional)
  const items: Item[] = before.map(kept => ({ ...kept, file: undefined, part: 1, problem: undefined, stop: () => {} }))
  const under = new Set<Promise<void>>()
  /** Moves an item's bar without drawing the list anew, which would take the focus out of it. */
  const bars = new WeakMap<Item, (part: number) => void>()
  const input = h('input', {
    type: 'file',
    multiple: true,
    id,
    accept,
    class: 'hidden',
    onchange: () => take(input.files),
  })
  const list = h('ul', { class: 'files' })
  const error = h('p', { class: 'error', id: `${id}-error` })
  const said = h('p', { class: 'hidden', role: 'status' })
  const element = h(
    'div',
    { class: 'field', ondragover: (event: DragEvent) => event.preventDefault(), ondrop: drop },
    h('span', { class: 'label', id: `${id}-label` }, label, sign.element),
    h('p', { class: 'hint', id: `${id}-hint` }, hint),
    list,
    input,
    h('label', { for: id, class: 'button', 'data-files': true }, icon('M10 4v12M4 10h12'), words.addFiles),
    error,
    said,
  )
  input.setAttribute('aria-describedby', `${id}-hint ${id}-error`)
  if (own) input.setAttribute('aria-label', `${label} ${words.addFiles}`)
  draw()

  function drop(event: DragEvent) {
    event.preventDefault()
    take(event.dataTransfer?.files)
  }

  function take(chosen: FileList | null | undefined) {
    const fresh = [...(chosen ?? [])]
    input.value = ''
    const problem = problemWith(fresh)
    complain(problem)
    if (problem) return
    for (const file of fresh) {
      const item = {
        name: file.name,
        size: file.size,
        file,
        id: undefined,
        part: 0,
        problem: undefined,
        stop: () => {},
      }
      items.push(item)
      start(item)
    }
    draw()
  }

  function problemWith(fresh: readonly File[]): string | undefined {
    const empty = fresh.find(file => file.size === 0)
    if (empty) return fill(words.fileEmpty, { name: empty.name })
    if (items.length + fresh.length > mostFiles) return fill(words.tooManyFiles, { most: mostFiles })
    const sum = [...items, ...fresh].reduce((bytes, { size }) => bytes + size, 0)
    return sum > most.bytes ? words.filesTooLarge : undefined
  }

  function start(item: Item) {
    const work = send(item).finally(() => under.delete(work))
    under.add(work)
  }

  async function send(item: Item): Promise<void> {
    item.problem = undefined
    try {
      const { done, stop } = upload(item.file as File, place(), language, part => {
        item.part = part
        bars.get(item)?.(part)
      })
      item.stop = stop
      item.id = (await done).id
      item.part = 1
      said.textContent = fill(words.uploaded, { name: item.name })
    } catch (refused) {
      item.problem = refused instanceof Refused && refused.status > 0 ? refused.message : words.uploadFailed
    }
    draw()
    changed()
  }

  function remove(item: Item) {
    item.stop()
    items.splice(items.indexOf(item), 1)
    complain()
    draw()
    changed()
    input.focus()
  }

  function draw() {
    list.replaceChildren(...items.map(item => line(item)))
  }

  function line(item: Item): HTMLElement {
    const isDone = item.id !== undefined
    const state = h('span', { class: 'file-state' }, item.problem ?? (isDone ? sizeOf(item.size) : ''))
    const again = () => {
      start(item)
      draw()
    }
    return h(
      'li',
      { class: item.problem ? 'wrong' : isDone ? 'done' : '' },
      h('span', { class: 'file-name' }, item.name),
      state,
      item.problem && item.file
        ? h('button', { type: 'button', class: 'link', onclick: again }, words.retryFile)
        : null,
      h(
        'button',
        {
          type: 'button',
          class: 'bare',
          'aria-label': fill(words.remove, { name: item.name }),
          onclick: () => remove(item),
        },
        icon('M5 5l10 10M15 5L5 15'),
      ),
      isDone || item.problem ? null : bar(item, state),
    )
  }

  function bar(item: Item, state: HTMLElement): HTMLElement {
    const progress = h('progress', { max: 100 })
    const move = (part: number) => {
      const percent = Math.round(part * 100)
      progress.value = percent
      progress.setAttribute('aria-label', fill(words.uploading, { name: item.name, percent }))
      state.textContent = `${percent}%`
    }
    bars.set(item, move)
    move(item.part)
    return progress
  }

  function complain(message?: string) {
    error.textContent = message ?? ''
    element.classList.toggle('wrong', message !== undefined)
  }

  return {
    element,
    kept: () => items.flatMap(({ id, name, size }) => (id ? [{ id, name, size }] : [])),
    async settled() {
      while (under.size > 0) await Promise.all(under)
      return items.every(item => item.id !== undefined)
    },
    isBusy: () => under.size > 0,
    take,
    complain,
    require: sign.require,
    focus: () => input.focus(),
  }
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
