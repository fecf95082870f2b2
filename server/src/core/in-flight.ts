let people = 0

/** How many people's calls this process is working on; what can wait gives way while there are many. */
export const peopleInFlight = (): number => people

export const noteBegun = (kind: string): void => {
  if (kind !== 'system') people += 1
}

export const noteEnded = (kind: string): void => {
  if (kind !== 'system') people -= 1
}
