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

/** What waits to be written, the oldest first; what is too much falls off at the old end and is counted. */
const createQueue = <S>() => {
  let samples: S[] = []
  let dropped = 0
  const shorten = (): void => {
    const over = samples.length - MAX_QUEUED
    if (over <= 0) return
    samples = samples.slice(over)
    dropped += over
  }
  return {
    size: () => samples.length,
    droppedCount: () => dropped,
    add: (sample: S): void => {
      samples.push(sample)
      // Not at every sample: a full queue would be copied each time.
      if (samples.length >= MAX_QUEUED + MAX_BATCH) shorten()
    },
    take: (): S[] => {
      shorten()
      return samples.splice(0, MAX_BATCH)
    },
    giveBack: (batch: S[]): void => {
      samples = batch.concat(samples)
    },
  }
}

/**
 * The door for machines' samples (receipts, heartbeats, positions): validated by the caller,
 * batched by time or size, never a transaction, journalled only as summaries.
 */
export const ingest = <S>({ name, write }: Intake<S>) => {
  const queue = createQueue<S>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined
  let isAway = false

  const writeBatch = async (): Promise<void> => {
    const batch = queue.take()
    isAway = await write(batch).then(() => false, (error: unknown) => {
      log.warn({ intake: name, samples: batch.length, error: describeError(error) }, 'samples written again')
      queue.giveBack(batch)
      return true
    })
  }

  /** Full batches one after another; a rest waits its quarter second, and all while nothing can be written. */
  const drain = async (): Promise<void> => {
    do if (queue.size() > 0) await writeBatch()
    while (queue.size() >= MAX_BATCH && !isAway)
    writing = undefined
    if (queue.size() > 0) arm()
  }

  /** One writer at a time, however many ask. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    return (writing ??= drain())
  }

  const arm = (): void => {
    timer ??= setTimeout(() => void flush(), MAX_WAIT_MS)
  }

  const push = (sample: S): void => {
    queue.add(sample)
    if (queue.size() >= MAX_BATCH && !isAway) void flush()
    else arm()
  }

  return { push, flush, droppedCount: queue.droppedCount }
}
