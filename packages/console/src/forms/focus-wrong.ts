/** Leads to the first field that is wrong, once it is marked. */
export function focusWrong(): false {
  setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 50)
  return false
}
