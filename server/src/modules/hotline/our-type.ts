import { openCategories, type CaseType } from '@xiangli/shared/casework/case-type'
import { typeNamed } from '../casework'

/** What a platform's orders become here, as the county has it now. */
export const ourType = (): CaseType => typeNamed('complaint')
export const openCodes = (): ReadonlySet<string> => new Set(openCategories(ourType()).map(({ code }) => code))
