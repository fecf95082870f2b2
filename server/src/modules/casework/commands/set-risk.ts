import { stepCommand } from '../step-command'

/** 定风险等级: a person's word, with a reason; it stands whatever the rules say later. */
export const setRisk = stepCommand('casework.setRisk', (ctx, { level, reason }) => ({
  action: 'setRisk',
  event: 'casework.riskSet',
  outcome: () => ({ risk: { level, isProposed: false, at: ctx.now, byId: ctx.actor.id } }),
  said: { words: reason },
}))
