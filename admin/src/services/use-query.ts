import type { InputOf, OutputOf, QueryName } from '@xiangli/shared/catalog/contracts'
import type { CallError } from '@xiangli/shared/catalog/call'
import { keepPreviousData, useInfiniteQuery, useQuery as useTanstackQuery } from '@tanstack/react-query'
import { call } from './call'

type Options = { isOff?: boolean; isKept?: boolean; freshFor?: number; every?: number }

export const queryKey = <N extends QueryName>(operation: N, input: InputOf<N>) => [operation, input] as const

/** A query by its operation's name; input and answer are typed by the contract. */
export function useQuery<N extends QueryName>(operation: N, input: InputOf<N>, { isOff, isKept, freshFor, every }: Options = {}) {
  return useTanstackQuery<OutputOf<N>, CallError>({
    queryKey: queryKey(operation, input),
    queryFn: () => call(operation, input),
    enabled: !isOff,
    ...(isKept ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(freshFor === undefined ? {} : { staleTime: freshFor }),
  })
}

type Page = { items: unknown[]; next?: string | undefined }
export type PagedName = { [N in QueryName]: OutputOf<N> extends Page ? (InputOf<N> extends { cursor?: string | undefined } ? N : never) : never }[QueryName]
export type ItemOf<N extends PagedName> = OutputOf<N> extends { items: (infer T)[] } ? T : never

/** A long list read page by page along stable cursors. */
export function usePages<N extends PagedName>(operation: N, input: InputOf<N>, { isOff }: { isOff?: boolean } = {}) {
  const query = useInfiniteQuery({
    queryKey: [operation, input, 'pages'],
    queryFn: ({ pageParam }) => call(operation, { ...input, cursor: pageParam }) as Promise<Page>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page) => last.next,
    placeholderData: keepPreviousData,
    enabled: !isOff,
  })
  const items = (query.data?.pages.flatMap((page) => page.items) ?? []) as ItemOf<N>[]
  return { ...query, items, error: query.error as CallError | null }
}
