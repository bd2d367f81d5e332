import { roomWords } from '../../words/rooms.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const useViewWords = roomWords('views', { 'zh-CN': zhCN, en })
