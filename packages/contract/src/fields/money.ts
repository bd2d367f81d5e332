/** ISO 4217, as far as there are two decimals or none. */
export const currencies = ['CNY', 'HKD', 'TWD', 'MOP', 'USD', 'EUR', 'GBP', 'SGD', 'JPY', 'KRW'] as const

/** How many decimals an amount has. */
export const decimalsOf = (currency: (typeof currencies)[number]): number =>
  currency === 'JPY' || currency === 'KRW' ? 0 : 2
