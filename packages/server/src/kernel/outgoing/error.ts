/**
 * `address`: it leads where we may not go; `plain`: without encryption only to where the operator has said so; `url`: no
 * http(s) address; `unreachable`: no connection came about; `time`, `cut`, `tooLarge`: it broke off underway.
 */
export type OutgoingFault = 'address' | 'plain' | 'url' | 'unreachable' | 'time' | 'cut' | 'tooLarge'

/** A call that brought no answer. Its words name the host at most: paths and queries hold secrets. */
export class OutgoingError extends Error {
  override name = 'OutgoingError'
  readonly fault: OutgoingFault
  /** Whether the other side may have heard us. */
  readonly isOut: boolean

  constructor(fault: OutgoingFault, message: string, isOut = false) {
    super(message)
    this.fault = fault
    this.isOut = isOut
  }
}
