import { Chip, useSay } from '@baton/ui'
import type { ReactNode } from 'react'
import { changedOf, pick } from '../forms/changed.ts'
import { Gone } from '../forms/Gone.tsx'
import { LastChange } from '../forms/LastChange.tsx'
import { Part } from '../forms/Part.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { useBegun } from '../forms/useBegun.ts'
import { useDo } from '../forms/useDo.ts'
import { useForm, type Wrongs } from '../forms/useForm.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useMe } from '../session/me.ts'
import { Said } from '../steps/placeholders/Said.tsx'
import { useValuesOn } from '../steps/placeholders/useValuesOn.ts'
import { EndPart } from './EndPart.tsx'
import style from './Macros.module.css'
import { ReplyFields } from './ReplyFields.tsx'
import type { CannedReplyRecord } from './records.ts'
import { TicketSample } from './TicketSample.tsx'
import { useUsedText } from './useUsedText.ts'
import { isSameReach, newReply, type ReplyValues, reachSent, replyValuesOf } from './values.ts'
import { useMacroWords } from './words/index.ts'

/** What is missing, before anything is sent. */
function useCheck(): (values: ReplyValues) => Wrongs<ReplyValues> {
  const { t: f } = useFormWords()
  return ({ name, body, audience, departmentIds }) => ({
    name: name.trim() ? undefined : f('required'),
    body: body.trim() ? undefined : f('required'),
    departmentIds: audience === 'departments' && departmentIds.length === 0 ? f('required') : undefined,
  })
}

interface NewProps {
  /** What has just been written, to be kept. */
  body?: string
  onClose: () => void
}

export function NewReply({ body = '', onClose }: NewProps): ReactNode {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const me = useMe()
  const form = useForm<ReplyValues>({ ...newReply, body }, useCheck())
  const create = () =>
    void form.submit(async ({ name, shortcut, body: words, attachmentIds, ...reach }) => {
      const made = await perform('cannedReply.create', {
        name: name.trim(),
        ...(shortcut.trim() && { shortcut: shortcut.trim() }),
        body: words,
        attachmentIds,
        ...reachSent(reach),
      })
      onClose()
      say({ title: t('made', { name: made.name }) })
    })
  return (
    <Sheet
      title={t('addReply')}
      onClose={onClose}
      dirty={form.dirty || body !== ''}
      problem={form.problem}
      submit={{ label: f('create'), busy: form.busy, run: create }}
      aside={<Preview body={form.values.body} />}
    >
      <ReplyFields form={form} fresh mayPublish={me.may('cannedReply.publish')} />
    </Sheet>
  )
}

export function Reply({ reply, onClose }: { reply: CannedReplyRecord | undefined; onClose: () => void }): ReactNode {
  return reply ? <Editor reply={reply} onClose={onClose} /> : <Gone onClose={onClose} />
}

function Editor({ reply, onClose }: { reply: CannedReplyRecord; onClose: () => void }): ReactNode {
  const { t } = useMacroWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const usedText = useUsedText()
  const me = useMe().agent.id
  const { before, versionFor } = useBegun(reply, replyValuesOf)
  const form = useForm<ReplyValues>(before, useCheck())
  const { id: cannedReplyId, allowed } = reply
  const may = allowed.includes('cannedReply.update')
  const save = () =>
    void form.submit(async values => {
      const { name, shortcut, body, attachmentIds } = before
      const said = { ...values, name: values.name.trim(), shortcut: values.shortcut.trim() }
      const words = { name, shortcut, body, attachmentIds }
      const patch = changedOf(words, pick(said, words) as typeof words)
      if (Object.keys(patch).length > 0)
        await perform('cannedReply.update', {
          cannedReplyId,
          ...(patch as object),
          ...('shortcut' in patch && { shortcut: said.shortcut || null }),
          version: versionFor(patch),
        })
      if (!isSameReach(values, before)) await perform('cannedReply.publish', { cannedReplyId, ...reachSent(values) })
      onClose()
      say({ title: f('savedNamed', { name: said.name }) })
    })
  return (
    <Sheet
      title={reply.name}
      mark={reply.archived && <Chip>{t('archived')}</Chip>}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      {...(may && { submit: { label: f('save'), busy: form.busy, disabled: !form.dirty, run: save } })}
      foot={<LastChange subjectId={reply.id} />}
      aside={<Preview body={form.values.body} />}
    >
      <ReplyFields
        form={form}
        kept={reply.attachments}
        fixed={!may}
        mayPublish={allowed.includes('cannedReply.publish')}
        mine={reply.owner?.id === me}
      />
      <Part title={t('usedTitle')}>
        <p>{usedText(reply)}</p>
      </Part>
      <EndPart
        name={reply.name}
        effect={t('archiveReply')}
        archive={allowed.includes('cannedReply.archive') && (() => perform('cannedReply.archive', { cannedReplyId }))}
        restore={allowed.includes('cannedReply.restore') && (() => perform('cannedReply.restore', { cannedReplyId }))}
        onClose={onClose}
      />
    </Sheet>
  )
}

function Preview({ body }: { body: string }): ReactNode {
  const { t } = useMacroWords()
  const valuesOn = useValuesOn()
  return (
    <Part title={t('preview')}>
      <TicketSample>
        {ticket => (
          <div className={style.words}>
            {body.trim() ? <Said text={body} values={valuesOn(ticket)} /> : t('nothingSaid')}
          </div>
        )}
      </TicketSample>
    </Part>
  )
}
