import { wordIn } from '@baton/contract'
import { Chip, Icon, useSay } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { TemplateRecord } from '../../fields/useTemplates.ts'
import { wordOf } from '../../fields/word.ts'
import { Deed } from '../../forms/Deed.tsx'
import { Gone } from '../../forms/Gone.tsx'
import { Part } from '../../forms/Part.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { Toggle } from '../../forms/Toggle.tsx'
import { useDo } from '../../forms/useDo.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Sortable } from '../../lists/Sortable.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { Designer } from './Designer.tsx'
import { NewTemplate } from './NewTemplate.tsx'
import style from './TemplatesPage.module.css'

/** The kinds of matter that tickets are opened with, and the forms of customers and companies. */
export function TemplatesPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const sheet = useSheet('templates')
  const query = useAll('template.list', { archived: true })
  const [archived, showArchived] = useState(false)
  return (
    <>
      <PageHead
        page="templates"
        action={me.may('template.create') && <AddButton word={t('templates.add')} onPress={() => sheet.open('new')} />}
        tools={
          query.data?.some(template => template.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      <Asked query={query} rows={3}>
        {all => (
          <>
            <Tickets
              templates={all.filter(one => one.of === 'ticket' && (archived || !one.archived))}
              mayMove={!archived && me.may('template.update')}
            />
            <Part title={t('templates.others')}>
              <Sortable
                label={t('templates.others')}
                items={all.filter(({ of }) => of !== 'ticket')}
                keyOf={({ id }) => id}
                nameOf={({ name }) => name}
                onMove={undefined}
                row={template => <Row template={template} />}
              />
            </Part>
          </>
        )}
      </Asked>
      {id === 'new' && query.data && (
        <NewTemplate templates={query.data} onClose={sheet.close} onMade={made => sheet.open(made.id)} />
      )}
      {id && id !== 'new' && query.data && (
        <Opened key={id} template={query.data.find(one => one.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}

function Opened({ template, onClose }: { template: TemplateRecord | undefined; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const say = useSay()
  if (!template) return <Gone onClose={onClose} />
  if (!template.archived) return <Designer template={template} onClose={onClose} />
  return (
    <Sheet title={template.name} mark={<Chip>{t('archived')}</Chip>} under={template.description} onClose={onClose}>
      {template.allowed.includes('template.restore') && (
        <Deed
          word={t('fields.restore')}
          effect={t('templates.restoreEffect')}
          run={async () => {
            await perform('template.restore', { templateId: template.id })
            say({ title: t('templates.didRestore', { name: template.name }) })
          }}
        />
      )}
    </Sheet>
  )
}

function Tickets({ templates, mayMove }: { templates: readonly TemplateRecord[]; mayMove: boolean }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const [placed, setPlaced] = useState<readonly string[]>()
  const order = templates.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server has told an order, which holds
  useEffect(() => setPlaced(undefined), [order])
  const shown = placed ? placed.flatMap(id => templates.find(one => one.id === id) ?? []) : templates
  const move = async (template: TemplateRecord, to: number) => {
    const rest = shown.filter(one => one !== template).map(({ id }) => id)
    setPlaced([...rest.slice(0, to), template.id, ...rest.slice(to)])
    try {
      await perform('template.update', { templateId: template.id, position: to + 1 })
    } catch (error) {
      setPlaced(undefined)
      say({ title: problemText(error), tone: 'wrong' })
    }
  }
  return (
    <Sortable
      label={t('templates.list')}
      items={shown}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      isPale={template => template.archived}
      onMove={mayMove ? (template, to) => void move(template, to) : undefined}
      row={template => <Row template={template} />}
    />
  )
}

function Row({ template }: { template: TemplateRecord }): ReactNode {
  const { t, i18n } = useWords()
  const { id, of, description, form, formVersion, isDefault, onPortal, archived } = template
  const count = form.filter(item => 'field' in item).length
  return (
    <Link to="/settings/{-$page}/{-$id}" params={{ page: 'templates', id }} className={style.row}>
      <Icon
        name={of === 'ticket' ? 'form' : of === 'customer' ? 'people' : 'building'}
        size={16}
        className={style.icon}
      />
      <span className={style.words}>
        <span className={style.name}>
          <span className="cut">{wordOf(template, i18n.language)}</span>
          {isDefault && of === 'ticket' && <Chip>{t('templates.usual')}</Chip>}
          {onPortal && <Chip tone="accent">{t('templates.portalMark')}</Chip>}
          {archived && <Chip>{t('archived')}</Chip>}
        </span>
        <span className={style.under}>
          {description ?? (of === 'ticket' ? '' : wordIn(i18n.language, 'fieldOwner', of))}
        </span>
      </span>
      <span className={style.fact}>{t('templates.count', { count })}</span>
      <span className={style.fact}>{t('templates.version', { version: formVersion })}</span>
    </Link>
  )
}
