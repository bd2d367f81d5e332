import type { Records } from '@baton/contract'
import { Field, Segmented } from '@baton/ui'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import { Part } from '../forms/Part.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { Asked } from '../lists/Asked.tsx'
import { ask } from '../session/api.ts'
import { useAsk } from '../session/ask.ts'
import { fetchFile } from '../session/files.ts'
import { useProblemText } from '../session/problem-text.ts'
import style from './ExportSheet.module.css'
import type { Exported } from './exported.ts'
import { useExportWords } from './words/index.ts'

interface Props {
  of: Exported
  name: string | undefined
  onClose: () => void
}

type Format = 'xlsx' | 'csv'

/** Which columns, into what kind of file. */
export function ExportSheet({ of, name, onClose }: Props): ReactNode {
  const { t } = useExportWords()
  const problemText = useProblemText()
  const view = of.kind === 'ticket' ? of.chosen.view : undefined
  const query = useAsk('export.columns', { of: of.kind, ...(view && { view }) })
  const [format, setFormat] = useState<Format>('xlsx')
  const [picked, pick] = useState<ReadonlySet<string>>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const all = query.data?.columns ?? []
  const chosen = picked ?? new Set(all.filter(({ usual }) => usual).map(({ id }) => id))
  const run = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const columns = all.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
      fetchFile(await asked(of, { columns, format }))
      onClose()
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    pick(next)
  }
  return (
    <Sheet
      title={name ? t('ofView', { name }) : t(`of.${of.kind}.${of.chosen.text ? 'found' : 'all'}`)}
      under={t(`of.${of.kind}.under`)}
      onClose={onClose}
      problem={problem}
      foot={t('told')}
      submit={{ label: t('run'), busy, disabled: chosen.size === 0, run: () => void run() }} // shows its own problem
    >
      <Field label={t('format')}>
        {() => (
          <Segmented<Format>
            label={t('format')}
            value={format}
            onChange={setFormat}
            choices={(['xlsx', 'csv'] as const).map(value => ({ value, label: t(value) }))}
          />
        )}
      </Field>
      <Part
        title={t('columns')}
        end={
          <span className={style.ways}>
            <span className={style.count} role="status">
              {chosen.size === 0 ? t('none') : t('chosen', { count: chosen.size })}
            </span>
            <Button size="small" onClick={() => pick(new Set(all.map(({ id }) => id)))}>
              {t('all')}
            </Button>
            <Button size="small" onClick={() => pick(undefined)}>
              {t('usual')}
            </Button>
          </span>
        }
      >
        <Asked query={query} rows={6}>
          {({ columns }) => (
            <ul className={style.columns}>
              {columns.map(({ id, name: word }) => (
                <li key={id}>
                  <Checkbox checked={chosen.has(id)} onChange={() => toggle(id)}>
                    {word}
                  </Checkbox>
                </li>
              ))}
            </ul>
          )}
        </Asked>
      </Part>
    </Sheet>
  )
}

const asked = (of: Exported, as: { columns: string[]; format: Format }): Promise<Records['workbook']> =>
  of.kind === 'ticket' ? ask('ticket.export', { ...of.chosen, ...as }) : ask('customer.export', { ...of.chosen, ...as })
