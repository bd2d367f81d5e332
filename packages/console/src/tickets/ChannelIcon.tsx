import type { Channel } from '@baton/contract'
import { Icon, type IconName } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'

const icons: Record<Channel, IconName> = {
  email: 'mail',
  form: 'form',
  api: 'code',
  web: 'globe',
  phone: 'phone',
  portal: 'people',
  sms: 'sms',
}

export const isChannel = (name: string): name is Channel => Object.hasOwn(icons, name)

/** How it came to us. */
export function ChannelIcon({ channel, size = 14 }: { channel: string; size?: number }): ReactNode {
  const { t } = useWords()
  const known: Channel = isChannel(channel) ? channel : 'api'
  return <Icon name={icons[known]} size={size} label={t(`channel.${known}`)} />
}
