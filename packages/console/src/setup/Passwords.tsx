import { Icon } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import style from './Setup.module.css'
import { sheetOf } from './sheet.ts'
import { useWords } from './words/index.ts'

export interface Made {
  employeeNo: string
  name: string
  password: string
}

/** The passwords of those who were just added: to be taken along now, since nobody will ever see them again. */
export function Passwords({ made }: { made: readonly Made[] }): ReactNode {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const rows = [
    [t('people.employeeNo'), t('people.name'), t('people.password')],
    ...made.map(({ employeeNo, name, password }) => [employeeNo, name, password]),
  ]
  const copy = () =>
    navigator.clipboard.writeText(rows.map(row => row.join('\t')).join('\n')).then(
      () => setCopied(true),
      () => undefined, // they can be selected by hand
    )
  const download = () => {
    const address = URL.createObjectURL(new Blob([sheetOf(rows)], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: t('people.file') })
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <section style={{ marginTop: 16 }} aria-label={t('people.passwords')}>
      <div className={style.told}>
        <Icon name="key" size={20} />
        <p>{t('people.passwordsUnder')}</p>
      </div>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">{t('people.employeeNo')}</th>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.password')}</th>
          </tr>
        </thead>
        <tbody>
          {made.map(({ employeeNo, name, password }) => (
            <tr key={employeeNo}>
              <td>{employeeNo}</td>
              <td>{name}</td>
              <td>
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={style.line}>
        <Button icon={<Icon name="download" size={14} />} onClick={download}>
          {t('people.download')}
        </Button>
        <Button icon={<Icon name={copied ? 'check' : 'copy'} size={14} />} onClick={() => void copy()}>
          {t(copied ? 'people.copied' : 'people.copy')}
        </Button>
      </div>
    </section>
  )
}
