import type { CaseType } from '@xiangli/shared/casework/case-type'
import { fail } from '../../core/fail'

const types = new Map<string, CaseType>()

/** Case types are declared in their own domains and registered at start; the engine knows none. */
export const registerCaseType = (type: CaseType): void => {
  types.set(type.name, type)
}

export const typeNamed = (name: string): CaseType => types.get(name) ?? fail('casework.unknownType', { field: 'type' })
export const allCaseTypes = (): CaseType[] => [...types.values()]
