import type { FileKind } from '@baton/contract'
import { Icon, useSay, Wrong } from '@baton/ui'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { ask } from '../session/api.ts'
import { fetchFile } from '../session/files.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useUploads } from '../tickets/composer/upload.ts'
import style from './Import.module.css'
import { useImportWords } from './words/index.ts'

interface Props {
  of: FileKind
  onTaken: (file: { id: string; name: string }) => void
}

/** A file, dropped or chosen; and one to fill in for whoever has none. */
export function FileStep({ of, onTaken }: Props): ReactNode {
  const { t } = useImportWords()
  const { uploads, add, remove } = useUploads()
  const [over, setOver] = useState(false)
  const [upload] = uploads
  const taken = upload?.file
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has arrived
  useEffect(() => {
    if (taken) onTaken({ id: taken.id, name: taken.name })
  }, [taken])
  const put = (files: FileList | null) => {
    const [file] = files ?? []
    if (!file) return
    for (const { key } of uploads) remove(key)
    add([file])
  }
  const drag = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is)
  }
  return (
    <>
      <label
        className={style.drop}
        data-over={over || undefined}
        onDragOver={event => drag(event, true)}
        onDragLeave={event => drag(event, false)}
        onDrop={event => {
          drag(event, false)
          put(event.dataTransfer.files)
        }}
      >
        <input type="file" accept=".xlsx,.csv,.txt" className="unseen" onChange={event => put(event.target.files)} />
        <Icon name="file" size={28} />
        <span className={style.dropTitle} role="status">
          {upload && !upload.problem
            ? t('file.going', { name: upload.name, share: Math.round(upload.done * 100) })
            : t('file.drop')}
        </span>
        <span className={style.quiet}>{t('file.hint')}</span>
      </label>
      {upload?.problem && <Wrong>{upload.problem}</Wrong>}
      <p className={style.line}>
        <span className={style.quiet}>{t('file.template')}</span> <TemplateButton of={of} word={t('template')} />
      </p>
    </>
  )
}

/** A workbook to fill in. */
export function TemplateButton({ of, word }: { of: FileKind; word: string }): ReactNode {
  const say = useSay()
  const problemText = useProblemText()
  const { mutate, isPending } = useMutation({
    mutationFn: () => ask('import.template', { of }),
    onSuccess: fetchFile,
    onError: error => say({ title: problemText(error), tone: 'wrong' }),
  })
  return (
    <Button icon={<Icon name="download" size={16} />} loading={isPending} onClick={() => mutate()}>
      {word}
    </Button>
  )
}
