/** Any case may have moved in a list; the list asks again. */
export const isCaseEvent = ({ event }: { event: string }): boolean => event.startsWith('casework.') || event === 'refetch'
