/** Leads to the first field that is wrong, once it is marked; of a group of choices to its first. */
export function focusWrong(): false {
  setTimeout(() => {
    const place = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
    const inside = place?.matches(takesFocus) ? place : place?.querySelector<HTMLElement>(takesFocus)
    inside?.focus()
  }, 50)
  return false
}

const takesFocus = 'input:not([hidden]), textarea, select, button, [contenteditable="true"]'
