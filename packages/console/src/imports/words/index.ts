import { roomWords } from '../../words/rooms.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const useImportWords = roomWords('imports', { 'zh-CN': zhCN, en })
