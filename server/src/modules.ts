import type { Module } from './core/module'
import { calendarModule } from './modules/calendar'
import { caseworkModule, registerCaseType } from './modules/casework'
import { dutyModule } from './modules/duty'
import { fileModule } from './modules/file'
import { handoverModule } from './modules/handover'
import { hotlineModule } from './modules/hotline'
import { identityModule } from './modules/identity'
import { journalModule } from './modules/journal'
import { noticeModule } from './modules/notice'
import { regionModule } from './modules/region'
import { open311Module } from './modules/open311'
import { registryModule } from './modules/registry'
import { statsModule } from './modules/stats'
import { sheetModule } from './modules/sheet'
import { complaint } from '@xiangli/shared/complaint/case-type'

registerCaseType(complaint)

/** Every module, lower ones first: a module may call only those before it. */
export const modules: readonly Module[] = [
  journalModule,
  calendarModule,
  fileModule,
  regionModule,
  registryModule,
  identityModule,
  dutyModule,
  noticeModule,
  caseworkModule,
  handoverModule,
  statsModule,
  open311Module,
  hotlineModule,
  sheetModule,
]
