import type { Language } from '../words.ts'

const zh = {
  choose: '请选择',
  chooseField: '请选择{field}',
  next: '下一级',
  yes: '是',
  no: '否',
  province: '省份',
  city: '城市',
  district: '区县',
  detail: '街道、门牌号',
  addRow: '添加一行',
  removeRow: '删除第 {row} 行',
  row: '第 {row} 行',
  cellWrong: '第 {row} 行“{column}”：{wrong}',
  withUnit: '{field}（{unit}）',
  filesMost: '最多 {most} 个，所有附件合计 25 MB',
  addPictures: '添加图片',
  loading: '正在加载…',
  upTo: '最多选 {most} 项',
}

export type OwnWords = typeof zh

const en: OwnWords = {
  choose: 'Choose one',
  chooseField: 'Please choose: {field}',
  next: 'More exactly',
  yes: 'Yes',
  no: 'No',
  province: 'Province',
  city: 'City',
  district: 'District',
  detail: 'Street and number',
  addRow: 'Add a row',
  removeRow: 'Remove row {row}',
  row: 'Row {row}',
  cellWrong: 'Row {row}, {column}: {wrong}',
  withUnit: '{field} ({unit})',
  filesMost: 'Up to {most}; all attachments together 25 MB',
  addPictures: 'Add pictures',
  loading: 'Loading …',
  upTo: 'Up to {most}',
}

export const ownWords: Record<Language, OwnWords> = { 'zh-CN': zh, en }
