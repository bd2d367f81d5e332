import { useTranslation } from 'react-i18next'
import { addWords } from '../../words/rooms.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

addWords('settings', { 'zh-CN': zhCN, en })

export const useWords = () => useTranslation('settings')
