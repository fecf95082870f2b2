let source = (): Date => new Date()

/** The server's clock; tests set it, nothing else does. */
export const now = (): Date => source()
export const setClock = (next: (() => Date) | null): void => {
  source = next ?? (() => new Date())
}
