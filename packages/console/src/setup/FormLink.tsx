import { Icon, useSay } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Toggle } from '../forms/Toggle.tsx'
import { useDo } from '../forms/useDo.ts'
import { useAsk } from '../session/ask.ts'
import { useProblemText } from '../session/problem-text.ts'
import style from './Setup.module.css'
import { sawForm } from './steps.ts'
import { useWords } from './words/index.ts'

/** Where customers write on the web: an address to take along, and the switch. */
export function FormLink(): ReactNode {
  const { t } = useWords()
  const { data: settings } = useAsk('settings.get', {})
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}/form`
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => {
        sawForm()
        setCopied(true)
      },
      () => undefined, // it can be selected by hand
    )
  const switchTo = (formEnabled: boolean) =>
    perform('settings.update', { formEnabled }).catch((error: unknown) =>
      say({ tone: 'wrong', title: problemText(error) }),
    )
  return (
    <>
      <h2 className={style.heading}>{t('form.title')}</h2>
      <p className={style.note}>{t('form.under')}</p>
      <div className={style.form}>
        <div>
          <code className={style.link}>{address}</code>
          <p className={style.note}>{t('form.hint')}</p>
        </div>
        <div className={style.line}>
          <Button icon={<Icon name={copied ? 'check' : 'copy'} size={14} />} onClick={() => void copy()}>
            {t(copied ? 'form.copied' : 'form.copy')}
          </Button>
          <Button icon={<Icon name="form" size={14} />} href="/form" target="_blank" onClick={sawForm}>
            {t('form.open')}
          </Button>
        </div>
        {settings && (
          <Toggle on={settings.formEnabled} onChange={on => void switchTo(on)}>
            {t('form.on')}
          </Toggle>
        )}
      </div>
    </>
  )
}
