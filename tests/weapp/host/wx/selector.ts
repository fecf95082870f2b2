/** Answers in the order asked; nothing in the program measures its own elements, Taro's runtime only waits for the answer. */
export function createSelectorQuery() {
  const query = {
    in: () => query, select: () => query, selectAll: () => query, selectViewport: () => query,
    fields: () => query, boundingClientRect: () => query, scrollOffset: () => query, context: () => query,
    exec: (done?: (answers: unknown[]) => void) => { setTimeout(() => done?.([[], [], []])) },
  }
  return query
}
