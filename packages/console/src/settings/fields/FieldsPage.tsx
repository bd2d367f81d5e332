import { type FieldOwner, fieldOwners, wordIn } from '@baton/contract'
import { Chip, Empty, Icon, Segmented, useSay } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { FieldRecord } from '../../fields/useFields.ts'
import { wordOf } from '../../fields/word.ts'
import { Toggle } from '../../forms/Toggle.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Search } from '../../lists/Search.tsx'
import { Sortable } from '../../lists/Sortable.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { capital } from '../../words/capital.ts'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { FieldSheet, NewField } from './FieldSheets.tsx'
import style from './FieldsPage.module.css'
import { kindIcons } from './kinds.ts'

/** What the desk notes beside what everything has: of tickets, of customers, of companies. */
export function FieldsPage({ id }: PageProps): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const me = useMe()
  const sheet = useSheet('fields')
  const query = useAll('field.list', { archived: true })
  const opened = query.data?.find(field => field.id === id)
  const [chosen, choose] = useState<FieldOwner>()
  const [text, setText] = useState('')
  const [archived, showArchived] = useState(false)
  const of = chosen ?? opened?.of ?? 'ticket'
  const wanted = text.trim().toLowerCase()
  return (
    <>
      <PageHead
        page="fields"
        action={me.may('field.create') && <AddButton word={t('fields.add')} onPress={() => sheet.open('new')} />}
        tools={
          <>
            <Segmented<FieldOwner>
              label={t('fields.of')}
              value={of}
              onChange={choose}
              choices={fieldOwners.map(value => ({
                value,
                label: capital(wordIn(i18n.language, 'fieldOwner', value) ?? value),
              }))}
            />
            <Search value={text} onChange={setText} label={t('fields.search')} />
            {query.data?.some(field => field.of === of && field.archived) && (
              <Toggle on={archived} onChange={showArchived}>
                {t('showArchived')}
              </Toggle>
            )}
          </>
        }
      />
      <Asked query={query}>
        {all => {
          const kept = all.filter(field => field.of === of && (archived || !field.archived))
          const shown = kept.filter(({ name, nameEn, key }) =>
            `${name} ${nameEn ?? ''} ${key}`.toLowerCase().includes(wanted),
          )
          if (kept.length === 0) return <Empty icon="table" title={t('fields.none')} hint={t('fields.noneHint')} />
          if (shown.length === 0) return <Empty icon="search" title={f('noMatch')} />
          return <List fields={shown} open={id} mayMove={!wanted && !archived && me.may('field.update')} />
        }}
      </Asked>
      {id === 'new' && <NewField of={of} onClose={sheet.close} />}
      {id && id !== 'new' && query.data && <FieldSheet key={id} field={opened} onClose={sheet.close} />}
    </>
  )
}

interface ListProps {
  fields: readonly FieldRecord[]
  open: string | undefined
  mayMove: boolean
}

function List({ fields, open, mayMove }: ListProps): ReactNode {
  const { t, i18n } = useWords()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const { data: templates } = useAll('template.list', {})
  const [moved, setMoved] = useState<readonly string[]>()
  const order = fields.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server has told an order, which holds
  useEffect(() => setMoved(undefined), [order])
  // What was just dropped stays where it was dropped, until the server tells the order.
  const placed = moved ? moved.flatMap(id => fields.find(field => field.id === id) ?? []) : fields
  const shown = placed.length === fields.length ? placed : fields
  const uses = (key: string, of: FieldOwner) =>
    (templates ?? []).filter(
      template => template.of === of && template.form.some(item => 'field' in item && item.field === `fields.${key}`),
    ).length
  const move = async (field: FieldRecord, to: number) => {
    const rest = shown.filter(one => one !== field).map(({ id }) => id)
    setMoved([...rest.slice(0, to), field.id, ...rest.slice(to)])
    try {
      await perform('field.update', { fieldId: field.id, position: to + 1 })
    } catch (error) {
      setMoved(undefined)
      say({ title: problemText(error), tone: 'wrong' })
    }
  }
  return (
    <Sortable
      label={t('fields.list')}
      items={shown}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      isPale={({ archived }) => archived}
      onMove={mayMove ? (field, to) => void move(field, to) : undefined}
      row={field => (
        <Link
          to="/settings/{-$page}/{-$id}"
          params={{ page: 'fields', id: field.id }}
          className={style.row}
          {...(open === field.id && { 'aria-current': 'true' as const })}
        >
          <Icon name={kindIcons[field.spec.kind]} size={16} className={style.icon} />
          <span className={style.name}>
            <span className="cut">{wordOf(field, i18n.language)}</span>
            {field.archived && <Chip>{t('archived')}</Chip>}
            {field.unique && <Chip>{t('fields.uniqueMark')}</Chip>}
          </span>
          <span className={style.kind}>{wordIn(i18n.language, 'fieldKind', field.spec.kind)}</span>
          <code className={style.key}>{field.key}</code>
          <span className={style.uses}>{t('fields.uses', { count: uses(field.key, field.of) })}</span>
        </Link>
      )}
    />
  )
}
