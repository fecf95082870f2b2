import { QueryClient } from '@tanstack/react-query'
import { CallError } from '@xiangli/shared/catalog/call'

const TRIES = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      // A refusal stays a refusal; only a silent or busy server is worth another try.
      retry: (failed, error) => failed < TRIES && error instanceof CallError && error.isTransient && error.status !== 429,
    },
  },
})
