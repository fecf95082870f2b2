/**
 * Calls `stop` when the launcher that started this process is gone (kill -9, too), so that nothing stays behind.
 * Without a launcher (a container runs this file directly) it does nothing.
 */
export const watchParent = (stop: () => void): void => {
  if (!process.connected) return
  process.once('disconnect', stop)
  process.channel?.unref()
}
