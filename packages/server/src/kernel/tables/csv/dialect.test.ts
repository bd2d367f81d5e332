import { expect, test } from 'vitest'
import { likeliest } from './dialect.ts'

test.each([
  ['a,b,c\n1,2,3', ','],
  ['a;b;c\n1,5;2,5;3,5', ';'],
  ['a\tb\n"x, y; z"\t2', '\t'],
  ['"甲;乙;丙;丁",b\n1,2', ','],
  ['"两\n行;;;;",b\r\n1,2', ','],
  ['姓名，电话,地址\n李雷，1,2', ','],
  ['a,b;c\n1;2\n3;4', ';'],
  ['标题\n1,2', ','],
  ['标题\n1;2', ';'],
  ['\n\n;a;b\n', ';'],
  ['"没有写完, 的;;;', undefined],
  ['只有一列\n甲', undefined],
  ['姓名，电话', undefined],
  ['', undefined],
])('%j is cut at %j', (text, delimiter) => expect(likeliest(text)).toBe(delimiter))
