import { Icon } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useKeys } from '../frame/keys.tsx'

/** The first thing to do on a page of the settings; `c` does the same. */
export function AddButton({ word, onPress }: { word: string; onPress: () => void }): ReactNode {
  useKeys({ c: onPress })
  return (
    <Button type="primary" icon={<Icon name="plus" />} onClick={onPress} data-hint={word} data-keys="c">
      {word}
    </Button>
  )
}
