import { useEffect, useRef, useState } from 'react'
import { MOST_SECONDS, startRecording, stopRecording, type Recorded } from '@/services/recorder'
import { keepFile, openFile } from '@/services/kept'
import { tell } from '@/services/tell'

export interface Recording {
  /** Where the kept copy is. */
  ref: string
  url: string
  seconds: number
}

type Phase = 'idle' | 'asking' | 'recording'

const TOO_SHORT = 1

export function useRecorder(onDone: (recording: Recording) => void) {
  const [phase, setPhase] = useState<Phase>('idle')
  const [seconds, setSeconds] = useState(0)
  const done = useRef(onDone)
  done.current = onDone

  useEffect(() => {
    if (phase !== 'recording') return undefined
    const timer = setInterval(() => setSeconds((count) => Math.min(MOST_SECONDS, count + 1)), 1000)
    return () => clearInterval(timer)
  }, [phase])
  useEffect(() => () => stopRecording(), [])

  const receive = async ({ path, seconds: length }: Recorded) => {
    setPhase('idle')
    if (length < TOO_SHORT) return tell('说得太短，没有录上，再按住说一遍')
    const ref = await keepFile(path)
    done.current({ ref, url: await openFile(ref), seconds: Math.min(MOST_SECONDS, length) })
  }
  const begin = () => {
    setPhase('asking')
    setSeconds(0)
    startRecording({
      onStart: () => setPhase('recording'),
      onStop: (recorded) => void receive(recorded),
      onFail: (words) => { setPhase('idle'); tell(words) },
    })
  }
  return { phase, seconds, begin, end: stopRecording }
}
