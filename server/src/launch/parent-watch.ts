/**
 * Calls `stop` when the launcher that started this process is gone (kill -9, too), so that nothing stays behind;
 * also when it went before this process had started. Without a launcher (a container runs this file directly)
 * it does nothing.
 */
export const watchParent = (stop: () => void): void => {
  // A channel that was there once leaves its function behind; without one there never was any.
  if (!process.send) return
  if (!process.connected) return stop()
  process.once('disconnect', stop)
  process.channel?.unref()
}
