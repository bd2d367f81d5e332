import { roomWords } from '../../words/rooms.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const useFormWords = roomWords('forms', { 'zh-CN': zhCN, en })
