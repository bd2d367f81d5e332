import { roomWords } from '../../words/rooms.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const useExportWords = roomWords('exports', { 'zh-CN': zhCN, en })
