export const report = ({ measures, facts, sizes, say }) => { say(JSON.stringify(sizes)); say(JSON.stringify(facts)); const line = {}
 for (const s of ['submit','list','detail']) { const of=(x)=>measures.filter(m=>m.scenario===s&&m.subject===x).map(m=>m.perSecond).sort((a,b)=>a-b); const med=(l)=>l[Math.floor(l.length/2)]; line[s]={ratio: med(of('ours'))/med(of('bare')), cpu: measures.filter(m=>m.scenario===s).map(m=>m.subject+':'+m.serverCpuMs.toFixed(2)).join(' ')} }
 say(JSON.stringify(line,null,1)); return true }
