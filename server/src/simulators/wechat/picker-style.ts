import type { Palette } from '@xiangli/shared/look/tokens'
import { dark, fonts, light, phone } from '@xiangli/shared/look/tokens'

/** rpx of a 750-wide screen, as CSS px of a 375-wide one. */
const px = (rpx: number): string => `${rpx / 2}px`

const variables = (palette: Palette): string =>
  (['primary', 'primaryPress', 'primaryTint', 'primaryText', 'onPrimary', 'ink', 'second', 'ground', 'card', 'fill', 'line', 'lineStrong', 'overdue'] as const)
    .map((name) => `--${name}:${palette[name]}`)
    .join(';')

const { type, space, radius, target } = phone

export const pickerStyle = `
:root{${variables(light)};color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
*{box-sizing:border-box;margin:0}
body{background:var(--ground);color:var(--ink);font:${px(type.body)}/1.5 ${fonts.phone};padding-bottom:calc(${px(target.normal)} + ${px(space.s6)} + env(safe-area-inset-bottom))}
main,#add{max-width:480px;margin:0 auto}
header{padding:${px(space.s6)} ${px(space.s4)} ${px(space.s3)};position:sticky;top:0;background:var(--ground);z-index:1}
h1{font-size:${px(type.heading)};line-height:1.35}
h2{font-size:${px(type.section)}}
header p,#done p{color:var(--second);font-size:${px(type.second)};margin:${px(space.s1)} 0 ${px(space.s3)}}
input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--lineStrong);border-radius:${px(radius.control)};height:${px(target.normal)};width:100%;min-width:0;padding:0 ${px(space.s3)}}
input::placeholder{color:var(--second);opacity:1}
.search{position:relative;display:block}
.search input{padding-left:44px}
.search svg{position:absolute;left:13px;top:12px;width:20px;height:20px;fill:none;stroke:var(--second);stroke-width:2;stroke-linecap:round}
ul{list-style:none;margin:0 ${px(space.s4)};padding:0;background:var(--card);border-radius:${px(radius.card)};overflow:hidden}
li+li{border-top:1px solid var(--line)}
#people button{display:flex;align-items:center;gap:${px(space.s3)};width:100%;min-height:64px;padding:${px(space.s2)} ${px(space.s3)};font:inherit;color:inherit;background:none;border:0;text-align:left;cursor:pointer}
#people button:hover{background:var(--fill)}
#people button:active,#people button[aria-busy=true]{background:var(--primaryTint)}
.face{flex:none;width:40px;height:40px;border-radius:${px(radius.control)};display:grid;place-items:center;background:var(--primaryTint);color:var(--primaryText);font-weight:600}
.who{min-width:0;flex:1}
.who b,.who span{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who b{font-weight:500}
.who span{color:var(--second);font-size:${px(type.second)}}
#state{margin:0 ${px(space.s4)};padding:${px(space.s4)} 0;text-align:center;color:var(--second)}
#state:empty{display:none}
#state.wrong{color:var(--overdue)}
.blank{height:64px;background:linear-gradient(var(--fill),var(--fill)) 60px 16px/40% 13px no-repeat,linear-gradient(var(--fill),var(--fill)) 60px 37px/60% 11px no-repeat,linear-gradient(var(--fill),var(--fill)) 12px 12px/40px 40px no-repeat}
#done{margin:${px(space.s3)} ${px(space.s4)};padding:${px(space.s4)};background:var(--card);border-radius:${px(radius.card)}}
#code{display:block;font-family:${fonts.mono};overflow-wrap:anywhere;margin:${px(space.s2)} 0;user-select:all}
#add{position:fixed;inset:auto 0 0;display:flex;gap:${px(space.s2)};padding:${px(space.s2)} ${px(space.s4)} calc(${px(space.s2)} + env(safe-area-inset-bottom));background:var(--card);border-top:1px solid var(--line)}
#add button,.quiet{flex:none;font:inherit;font-weight:500;height:${px(target.normal)};padding:0 ${px(space.s4)};border:0;border-radius:${px(radius.control)};background:var(--primary);color:var(--onPrimary);cursor:pointer}
#add button:active{background:var(--primaryPress)}
.quiet,#state button{background:var(--primaryTint);color:var(--primaryText)}
#state button{font:inherit;min-height:${px(target.normal)};padding:0 ${px(space.s4)};border:0;border-radius:${px(radius.control)};margin-top:${px(space.s2)};cursor:pointer}
:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
#people button:focus-visible{outline-offset:-2px}
`
