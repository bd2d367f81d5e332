import type { EChartsCoreOption } from 'echarts/core'
import type { Line, Point } from './Picture.tsx'
import type { Holds, Values } from './values.ts'

interface Drawn {
  points: readonly Point[]
  lines: readonly Line[]
  lying: boolean
  text: Values['text']
  dark: boolean
  colour: (token: string) => string
}

/** Grey but for what is drawn: one accent, one blue, one orange, told apart by their shape too. */
const tokens = ['accent', 'blue', 'orange']

export function optionOf({ points, lines, lying, text, dark, colour }: Drawn): EChartsCoreOption {
  const said = { color: colour('ink-3'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 }
  const [first] = lines
  const main = lines.filter(line => !line.earlier)
  const names = {
    type: 'category',
    data: points.map(({ label }) => label),
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('line-strong') } },
    axisLabel: { ...said, ...(lying && { width: 132, overflow: 'truncate' }), hideOverlap: true },
  }
  const sizes = {
    type: 'value',
    ...scaleOf(lines, first?.holds),
    splitLine: { lineStyle: { color: colour('line') } },
    axisLabel: {
      ...said,
      formatter: (value: number) => (first ? text(value, first.holds) : String(value)),
      hideOverlap: true,
    },
  }
  return {
    darkMode: dark,
    animationDuration: 200,
    grid: { left: 8, right: 16, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      data: main.map(({ name }) => name),
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 8,
      textStyle: { ...said, color: colour('ink-2') },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: lines.some(line => line.shape === 'bar') ? 'shadow' : 'line' },
      backgroundColor: colour('ground-raised'),
      borderColor: colour('line'),
      textStyle: { ...said, color: colour('ink'), fontSize: 13 },
      confine: true,
    },
    xAxis: lying ? sizes : names,
    yAxis: lying ? names : sizes,
    series: lines.map(({ name, figure, shape, holds, values, earlier }) => {
      // What was before has the colour of what is now.
      const at = main.findIndex(line => line.figure === figure)
      const tone = colour(tokens[at] ?? 'grey')
      return {
        name,
        type: shape,
        data: values.map(value => value ?? null),
        itemStyle: { color: tone, ...(shape === 'bar' && { borderRadius: 2 }), ...(earlier && { opacity: 0.6 }) },
        lineStyle: {
          width: earlier ? 1 : 2,
          color: tone,
          ...(at === 1 && { type: 'dashed' }),
          ...(earlier && { opacity: 0.6 }),
        },
        symbol: at === 1 ? 'diamond' : 'circle',
        symbolSize: earlier ? 3 : 6,
        showSymbol: points.length <= 31,
        connectNulls: true,
        barMaxWidth: lying ? 14 : 22,
        barGap: '20%',
        cursor: 'pointer',
        tooltip: { valueFormatter: (value: unknown) => text(typeof value === 'number' ? value : null, holds) },
      }
    }),
  }
}

/** Steps that people count in: whole tickets, hundredths up to all, minutes, hours and days. */
function scaleOf(lines: readonly Line[], holds: Holds | undefined) {
  if (holds === 'share') return { max: 1, interval: 0.25 }
  if (holds !== 'seconds') return { minInterval: 1, splitNumber: 4 }
  const most = Math.max(60, ...lines.flatMap(({ values }) => values.map(value => value ?? 0)))
  const interval = steps.find(step => most / step <= 5) ?? Math.ceil(most / day / 5) * day
  return { interval, max: Math.ceil(most / interval) * interval }
}

const [minute, hour, day] = [60, 3600, 86_400]
const steps = [
  ...[1, 2, 5, 10, 15, 30].map(n => n * minute),
  ...[1, 2, 3, 6, 12].map(n => n * hour),
  ...[1, 2, 3, 5, 7, 14].map(n => n * day),
]
