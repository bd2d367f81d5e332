import { useQuery } from '@tanstack/react-query'
import { regionNodes } from './regions.ts'
import type { TreeNode } from './tree.ts'

/** The regions of China as a tree, fetched when they are first wanted. */
export const useRegions = (wanted = true): readonly TreeNode[] | undefined =>
  useQuery({
    queryKey: ['regions'],
    queryFn: async () => regionNodes((await import('@baton/contract/regions')).regionNames),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: wanted,
  }).data
