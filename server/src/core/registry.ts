import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'
import type { AnyOperation } from './operation'
import type { Job, Module, Reaction } from './module'

const operations = new Map<OperationName, AnyOperation>()
const reactions: Reaction[] = []
const jobs = new Map<string, Job>()
let installed: readonly Module[] = []

/** Installs the modules; an operation without a contract or without a definition stops the start. */
export const installModules = (modules: readonly Module[]): void => {
  if (installed.length > 0) return
  installed = modules
  for (const each of modules) {
    for (const operation of each.operations) {
      if (!(operation.name in contracts)) throw new Error(`${operation.name} has no contract`)
      if (operations.has(operation.name)) throw new Error(`${operation.name} is defined twice`)
      operations.set(operation.name, operation)
    }
    // The name is in the key that makes a repeat harmless: of two alike the second would never run.
    for (const reaction of each.reactions ?? []) {
      if (reactions.some(({ name }) => name === reaction.name)) throw new Error(`reaction ${reaction.name} is defined twice`)
      reactions.push(reaction)
    }
    for (const job of each.jobs ?? []) jobs.set(job.name, job)
  }
  const missing = Object.keys(contracts).filter((name) => !operations.has(name as OperationName))
  if (missing.length > 0) throw new Error(`no definition for ${missing.join(', ')}`)
}

export const startModules = async (): Promise<void> => {
  for (const each of installed) await each.start?.()
}

export const operationNamed = (name: string): AnyOperation | undefined => operations.get(name as OperationName)
export const allReactions = (): readonly Reaction[] => reactions
export const jobNamed = (name: string): Job | undefined => jobs.get(name)
export const allJobs = (): readonly Job[] => [...jobs.values()]
