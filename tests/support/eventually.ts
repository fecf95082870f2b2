/** Repeats until it holds: what follows an event comes soon, not at once. */
export const eventually = async (holds: () => Promise<void>, withinMs = 8_000): Promise<void> => {
  const until = Date.now() + withinMs
  for (;;) {
    try {
      return await holds()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
  }
}
