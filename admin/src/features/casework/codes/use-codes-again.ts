import { useQueryClient } from '@tanstack/react-query'

/** After codes were made or retired the list tells the truth again. */
export function useCodesAgain(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ predicate: ({ queryKey: [operation] }) => operation === 'casework.listPlaceCodes' })
}
