import { type FormItem, wordIn } from '@baton/contract'
import { Chip, Icon, Segmented, Select, useSay } from '@baton/ui'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { FieldRecord } from '../../fields/useFields.ts'
import type { TemplateRecord } from '../../fields/useTemplates.ts'
import { wrongAt } from '../../fields/wrongs.ts'
import { changedOf } from '../../forms/changed.ts'
import { LastChange } from '../../forms/LastChange.tsx'
import { Sheet } from '../../forms/Sheet.tsx'
import { useBegun } from '../../forms/useBegun.ts'
import { useDo } from '../../forms/useDo.ts'
import { type Form, useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAsk } from '../../session/ask.ts'
import { ArchivePart } from '../ArchivePart.tsx'
import { NewField } from '../fields/FieldSheets.tsx'
import { useWords } from '../words/index.ts'
import { About } from './About.tsx'
import { Canvas } from './Canvas.tsx'
import style from './Designer.module.css'
import { Dragging } from './Dragging.tsx'
import {
  draftOf,
  formOf,
  freshItem,
  itemsOf,
  moved,
  patchOf,
  type TemplateDraft,
  withChanged,
  withItem,
  without,
} from './draft.ts'
import { Palette } from './Palette.tsx'
import { Properties } from './Properties.tsx'
import { Trial } from './Trial.tsx'

interface Props {
  template: TemplateRecord
  onClose: () => void
}

/** A template, designed over the whole window: what there is to ask, the form, and what is said of the chosen item. */
export function Designer({ template, onClose }: Props): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const [making, setMaking] = useState(false)
  const { before, versionFor } = useBegun(template, draftOf)
  const form = useForm<TemplateDraft>(before, ({ name, items }) => ({
    name: name.trim() ? undefined : f('required'),
    items: items.some(({ item }) => !('field' in item) && !item.section.trim())
      ? t('templates.sectionUnnamed')
      : undefined,
  }))
  const { id: templateId, of, formVersion, archived, allowed } = template
  const may = allowed.includes('template.update')
  const save = () =>
    void form.submit(async values => {
      const patch = changedOf(before, values)
      const saved = await perform('template.update', {
        templateId,
        ...patchOf(patch),
        version: versionFor(patch),
      } as never)
      onClose()
      say({
        title: f('savedNamed', { name: saved.name }),
        detail: patch.items ? t('templates.nowVersion', { version: (saved as TemplateRecord).formVersion }) : '',
      })
    })
  const add = (item: FormItem) => form.set('items', withItem(form.values.items, item, form.values.items.length))
  return (
    <>
      <Sheet
        full
        title={template.name}
        mark={
          <>
            <Chip>{wordIn(i18n.language, 'fieldOwner', of)}</Chip>
            <Chip>{t('templates.version', { version: formVersion })}</Chip>
            {archived && <Chip>{t('archived')}</Chip>}
          </>
        }
        onClose={onClose}
        dirty={form.dirty}
        problem={form.problem ?? form.error('items')}
        {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
        foot={<LastChange subjectId={templateId} />}
      >
        <Board template={template} form={form} onMake={() => setMaking(true)} />
        {allowed.includes('template.archive') && (
          <ArchivePart
            title={t('templates.end')}
            name={template.name}
            effect={t('templates.archiveEffect')}
            sure={t('templates.archiveSure', { name: template.name })}
            run={() => perform('template.archive', { templateId })}
            onClose={onClose}
          />
        )}
      </Sheet>
      {making && (
        <NewField
          of={of}
          onClose={() => setMaking(false)}
          onMade={(field: FieldRecord) => add(freshItem(`fields.${field.key}`))}
        />
      )}
    </>
  )
}

type Way = 'design' | 'agent' | 'customer'

interface BoardProps {
  template: TemplateRecord
  form: Form<TemplateDraft>
  onMake: () => void
}

function Board({ template, form, onMake }: BoardProps): ReactNode {
  const { t } = useWords()
  const { of, formVersion } = template
  const [way, setWay] = useState<Way>('design')
  const [chosen, choose] = useState<string>()
  const [version, setVersion] = useState(formVersion)
  const { items } = form.values
  const set = (next: typeof items) => form.set('items', next)
  const at = items.findIndex(({ id }) => id === chosen)
  const current = items[at]
  const add = (item: FormItem) => {
    const next = withItem(items, item, at < 0 ? items.length : at + 1)
    set(next)
    choose(next.find(one => !items.includes(one))?.id)
  }
  const older = version !== formVersion
  const asked = useAsk('template.get', { id: template.id, formVersion: version }, { enabled: older, fresh: 60_000 })
  // What was put on the canvas is asked about, and not sent by Enter in a field that is only tried out.
  const stay = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey)
      event.preventDefault()
  }
  return (
    <Dragging of={of} form={form} onAdded={choose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps Enter from sending the whole */}
      <div className={style.board} onKeyDown={stay}>
        <Palette of={of} items={items} onAdd={add} onMake={onMake} />
        <div className={style.middle}>
          <div className={style.ways}>
            <Segmented<Way>
              label={t('templates.way')}
              value={way}
              onChange={setWay}
              choices={(of === 'ticket'
                ? (['design', 'agent', 'customer'] as const)
                : (['design', 'agent'] as const)
              ).map(value => ({ value, label: t(`templates.ways.${value}`) }))}
            />
            {formVersion > 1 && (
              <Select
                label={t('templates.versions')}
                value={String(version)}
                onChange={next => setVersion(Number(next))}
                options={Array.from({ length: formVersion }, (_, index) => String(formVersion - index)).map(value => ({
                  value,
                  label: t(Number(value) === formVersion ? 'templates.thisVersion' : 'templates.version', {
                    version: value,
                  }),
                }))}
              />
            )}
          </div>
          {older ? (
            <>
              <p className={style.note}>{t('templates.olderHint')}</p>
              {asked.data && (
                <>
                  <Trial key={version} of={of} form={asked.data.form} eyes="agent" />
                  <Button
                    icon={<Icon name="back" size={14} />}
                    onClick={() => {
                      if (asked.data) set(itemsOf(asked.data.form))
                      setVersion(formVersion)
                      setWay('design')
                    }}
                  >
                    {t('templates.takeOlder', { version })}
                  </Button>
                </>
              )}
            </>
          ) : way === 'design' ? (
            <Canvas
              of={of}
              items={items}
              chosen={chosen}
              onChoose={choose}
              onMove={(id, by) => set(moved(items, id, items.findIndex(item => item.id === id) + by))}
              onRemove={id => set(without(items, id))}
              wrongAt={place => wrongIn(form, place)}
            />
          ) : (
            <Trial of={of} form={formOf(items)} eyes={way} />
          )}
        </div>
        {current ? (
          <Properties
            key={current.id}
            of={of}
            item={current.item}
            onChange={item => set(withChanged(items, current.id, item))}
            onMove={by => set(moved(items, current.id, at + by))}
            onClose={() => choose(undefined)}
            wrongAt={path => wrongAt(form.refused, `form.${at}.${path}`) ?? wrongBeneath(form, `form.${at}.${path}.`)}
          />
        ) : (
          <About of={of} form={form} />
        )}
      </div>
    </Dragging>
  )
}

const wrongBeneath = (form: Form<TemplateDraft>, place: string): string | undefined =>
  form.refused?.fields.find(({ path }) => path.startsWith(place))?.detail

const wrongIn = (form: Form<TemplateDraft>, at: number): string | undefined => wrongBeneath(form, `form.${at}.`)
