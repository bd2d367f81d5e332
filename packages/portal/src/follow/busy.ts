import { h } from '../dom.ts'

export interface Press {
  button: HTMLButtonElement
  /** A line for what went wrong, heard at once. */
  message: HTMLElement
  /** Does it unless it is being done; says while it is, and afterwards what went wrong. */
  run(work: () => Promise<void>, tellOf: (refused: unknown) => string): Promise<void>
  say(text?: string): void
}

/** A button that does something on the line: once at a time, with room for what went wrong. */
export function press(label: string, doing: string, props: { class?: string; type?: string } = {}): Press {
  const button = h('button', { type: props.type ?? 'submit', class: props.class ?? 'button primary' }, label)
  const message = h('p', { class: 'message', role: 'alert' })
  // Not `disabled`, which would take the focus away from who works with keys.
  const busy = (isBusy: boolean) => {
    button.setAttribute('aria-disabled', String(isBusy))
    button.textContent = isBusy ? doing : label
  }
  const say = (text = '') => {
    message.textContent = text
  }
  return {
    button,
    message,
    say,
    async run(work, tellOf) {
      if (button.getAttribute('aria-disabled') === 'true') return
      say()
      busy(true)
      try {
        await work()
      } catch (refused) {
        say(tellOf(refused))
      } finally {
        busy(false)
      }
    },
  }
}
