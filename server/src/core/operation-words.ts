import { contracts, type OperationName } from '@xiangli/shared/catalog/contracts'

/** What an operation is called for people; rows of operations since removed keep their name. */
export const operationWords = (operation: OperationName): string => contracts[operation]?.summary ?? operation
