import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLook } from '../frame/look.tsx'
import style from './Figures.module.css'
import { optionOf } from './option.ts'
import type { Line, Point } from './Picture.tsx'
import { useValues } from './values.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

interface Props {
  points: readonly Point[]
  lines: readonly Line[]
  lying: boolean
  onOpen: (point: number, line: number) => void
}

/** Drawn as SVG: sharp at every size, and few enough things to draw. */
export function Drawing({ points, lines, lying, onOpen }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof init>>(undefined)
  const latest = useRef(onOpen)
  latest.current = onOpen
  const { dark } = useLook()
  const { text } = useValues()

  useEffect(() => {
    const element = place.current
    if (!element) return
    const made = init(element, null, { renderer: 'svg' })
    chart.current = made
    made.on('click', ({ dataIndex, seriesIndex }) => latest.current(dataIndex, seriesIndex ?? 0))
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    const element = place.current
    // The theme is set on the root a moment after it is known here.
    const drawn = requestAnimationFrame(() => {
      if (element)
        chart.current?.setOption(optionOf({ points, lines, lying, text, dark, colour: colourOf(element) }), true)
    })
    return () => cancelAnimationFrame(drawn)
  }, [points, lines, lying, text, dark])

  return <div ref={place} className={style.drawing} {...(lying && { style: { height: 40 + points.length * 44 } })} />
}

/** The tokens' colours as they are now, in light or dark. */
const colourOf = (element: HTMLElement) => {
  const computed = getComputedStyle(element)
  return (name: string) => computed.getPropertyValue(`--${name}`).trim()
}
