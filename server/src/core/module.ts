import type { CommandName, InputOf } from '@xiangli/shared/catalog/contracts'
import type { EventName } from '@xiangli/shared/catalog/events'
import type { JournalDoc } from './journal'
import type { AnyOperation, Emitted } from './operation'

/** An event as reactions see it: what happened, and the journal row it stands in. */
export interface Occurred {
  event: Emitted
  row: JournalDoc
}

/** A reaction that changes something: a command of the dispatcher, keyed by the event, so a repeat is harmless. */
export interface CommandReaction {
  kind: 'command'
  name: string
  on: readonly EventName[]
  /** The command's input, or null when nobody needs to hear. */
  decide: (occurred: Occurred) => Promise<{ operation: CommandName; input: InputOf<CommandName> } | null>
}

/** A reaction that may be repeated freely: a socket push, an upserted row. Not journalled. */
export interface SignalReaction {
  kind: 'signal'
  name: string
  on: readonly EventName[]
  act: (occurred: Occurred) => Promise<void>
}

export type Reaction = CommandReaction | SignalReaction

export interface JobReport {
  done: number
  /** More is waiting than one run's batch took. */
  more: boolean
}

/** What a timetable may run: batched, from state and not from ticks, so a lost tick loses nothing. */
export interface Job {
  name: string
  run: (options: { dry: boolean; deadline: Date; county: string }) => Promise<JobReport>
}

export interface Module {
  name: string
  operations: readonly AnyOperation[]
  reactions?: readonly Reaction[]
  jobs?: readonly Job[]
  /** Loads what the module answers from memory, when a process starts. */
  start?: () => Promise<void>
}

/** Gathers a module's operations; widens each definition, execute narrows it again by name. */
export const module = (spec: Omit<Module, 'operations'> & { operations: readonly unknown[] }): Module => spec as Module
