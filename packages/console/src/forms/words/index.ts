import { useTranslation } from 'react-i18next'
import { addWords } from '../../words/rooms.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

addWords('forms', { 'zh-CN': zhCN, en })

export const useFormWords = () => useTranslation('forms')
