export interface Callbacks {
  success?: (result: object) => void
  fail?: (failure: { errMsg: string }) => void
  complete?: (result: object) => void
}

/** WeChat answers later, by callback; a call without callbacks gets a promise. */
export function reply(options: Callbacks | undefined, result: object = {}): Promise<object> | undefined {
  const whole = { errMsg: 'ok', ...result }
  if (!options?.success && !options?.fail && !options?.complete) return Promise.resolve(whole)
  setTimeout(() => {
    options.success?.(whole)
    options.complete?.(whole)
  })
  return undefined
}

export function refuse(options: Callbacks | undefined, errMsg: string): Promise<never> | undefined {
  const failure = { errMsg }
  if (!options?.fail && !options?.complete) return Promise.reject(failure)
  setTimeout(() => {
    options.fail?.(failure)
    options.complete?.(failure)
  })
  return undefined
}
