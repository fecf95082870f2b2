import { module } from '../../core/module'
import { importOrders } from './commands/import-orders'
import { enqueue, resend, settleMessage } from './commands/messages'
import { previewImport } from './commands/preview-import'
import { reconcile, reconcileDay } from './commands/reconcile'
import { saveSource } from './commands/save-source'
import { takeCallBack } from './commands/take-call-back'
import { takeOrder } from './commands/take-order'
import { jobs } from './jobs'
import { downloadImport, listImports, listMessages, listOrders, listReports, listSources } from './queries/look'
import { reactions } from './reactions'

export const hotlineModule = module({
  name: 'hotline',
  operations: [
    listSources, saveSource, previewImport, importOrders, listImports, downloadImport, listOrders, listMessages, resend, reconcile, reconcileDay, listReports,
    takeOrder, takeCallBack, enqueue, settleMessage,
  ],
  reactions,
  jobs,
})
