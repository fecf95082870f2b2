import { log, describeError } from './log'

interface Intake<S> {
  name: string
  /** Writes one batch; idempotent by construction, because a batch may come twice. */
  write: (samples: readonly S[]) => Promise<void>
}

const MAX_WAIT_MS = 250
const MAX_BATCH = 500
/** Beyond this the oldest samples are dropped: machines repeat themselves, people's requests may not wait. */
const MAX_QUEUED = 20_000

/**
 * The door for machines' samples (receipts, heartbeats, positions): validated by the caller,
 * batched by time or size, never a transaction, journalled only as summaries.
 */
export const ingest = <S>({ name, write }: Intake<S>) => {
  let queue: S[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let dropped = 0

  const flushOnce = async (): Promise<void> => {
    const batch = queue.splice(0, MAX_BATCH)
    if (batch.length === 0) return
    await write(batch).catch((error: unknown) => {
      log.warn({ intake: name, samples: batch.length, error: describeError(error) }, 'samples written again')
      queue = [...batch, ...queue].slice(0, MAX_QUEUED)
      arm()
    })
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(flushOnce).then(() => {
      if (queue.length > 0) arm()
    })
    return writing
  }

  const arm = (): void => {
    timer ??= setTimeout(() => void flush(), MAX_WAIT_MS)
  }

  const push = (sample: S): void => {
    if (queue.length >= MAX_QUEUED) {
      queue.shift()
      dropped += 1
    }
    queue.push(sample)
    if (queue.length >= MAX_BATCH) void flush()
    else arm()
  }

  return { push, flush, droppedCount: () => dropped }
}
