// tests/weapp/runner/open-weapp.ts
import { spawnSync } from "node:child_process";
import { readFileSync as readFileSync2 } from "node:fs";
import { fileURLToPath } from "node:url";

// tests/weapp/runner/compile.ts
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { TmplGroup } from "glass-easel-template-compiler";
var filesOf = (folder) => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? filesOf(path) : [path];
});
var withColons = (wxml) => wxml.replace(/(\s)(bind|catch|capture-bind|capture-catch)(?!:)([a-z]+)=/g, "$1$2:$3=");
function compileTemplates(wxml, wxs) {
  const group = new TmplGroup();
  for (const [path, text] of Object.entries(wxs)) group.addScript(path, text);
  for (const [path, text] of Object.entries(wxml)) {
    const faults = group.addTmpl(path, withColons(text));
    const [fault] = faults.filter(({ isError }) => isError);
    if (fault) throw new Error(`${path}.wxml: ${fault.message}`);
  }
  return `return ${group.getTmplGenObjectGroups()}`;
}
function compileWeapp(dist) {
  const files = filesOf(dist);
  const withEnd = (end) => Object.fromEntries(
    files.filter((path) => path.endsWith(end)).map((path) => [relative(dist, path).replaceAll("\\", "/").slice(0, -end.length), readFileSync(path, "utf8")])
  );
  const configs = Object.entries(withEnd(".json")).map(([path, text]) => [path, JSON.parse(text)]);
  return { templates: compileTemplates(withEnd(".wxml"), withEnd(".wxs")), scripts: withEnd(".js"), styles: withEnd(".wxss"), configs: Object.fromEntries(configs) };
}

// tests/weapp/runner/open-weapp.ts
var here = (path) => fileURLToPath(new URL(path, "file:///work/main/tests/weapp/runner/x.ts"));
var FIXTURES = { "photo.jpg": "image/jpeg", "voice.mp3": "audio/mpeg" };
function bundleHost() {
  const run = spawnSync(process.execPath, [here("./bundle-host.mjs")], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
var pageFor = (phone, bundle) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>weapp</title></head><body>
<script>window.phone=${JSON.stringify(phone)};window.bundle=${bundle}</script><script type="module" src="/weapp-runner/host.js"></script></body></html>`;
async function openWeapp({ browser, url, dist, phone }) {
  const [host, bundle] = [bundleHost(), JSON.stringify(compileWeapp(dist)).replaceAll("</", "<\\/")];
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await context.grantPermissions(["local-network-access"]);
  await context.route("**/weapp-runner/**", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").pop() ?? "";
    if (name === "host.js") return route.fulfill({ contentType: "text/javascript", body: host });
    if (FIXTURES[name]) return route.fulfill({ contentType: FIXTURES[name], body: readFileSync2(here(`../fixtures/${name}`)) });
    return route.fulfill({ contentType: "text/html; charset=utf-8", body: pageFor(phone, bundle) });
  });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${url}/weapp-runner/`);
  return {
    page,
    faults,
    noted: () => page.evaluate(() => window.weapp.noted.map(({ words }) => words)),
    close: () => context.close()
  };
}

// tests/weapp/runner/hand.ts
var WAIT = 15e3;
function handOn(page) {
  const at = (target) => page.locator(`${target}:visible`).last();
  return {
    at,
    see: (words) => page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: WAIT }),
    tap: (target) => at(target).click({ timeout: WAIT }),
    write: (target, words) => at(target).fill(words, { timeout: WAIT }),
    speak: async (milliseconds) => {
      const button = at("#hold-to-talk");
      await button.waitFor({ timeout: WAIT });
      await button.dispatchEvent("touchstart");
      await page.waitForTimeout(milliseconds);
      await button.dispatchEvent("touchend");
    }
  };
}

// ../../tmp/dev/wrun2.ts
import { chromium } from "playwright-core";
import { readFileSync as readFileSync3 } from "node:fs";
var t = JSON.parse(readFileSync3("/tmp/dev/town.json", "utf8"));
var b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox", "--disable-gpu"] });
var w = await openWeapp({ browser: b, url: t.url, dist: "/work/main/miniprogram/dist/weapp", phone: { openid: process.argv[2] ?? "villager-wang", isPrivacyAgreed: true } });
var h = handOn(w.page);
await h.tap("#report");
await h.speak(1500);
await w.page.waitForTimeout(500);
await h.tap("#add-photo");
await w.page.waitForTimeout(1500);
await w.page.screenshot({ path: "/tmp/dev/shots/w-submit.png" });
console.log(w.faults, await w.noted(), await w.page.evaluate(() => Object.keys(localStorage)), await w.page.evaluate(() => [...document.querySelectorAll(".picker")].map((e) => e.outerHTML.slice(0, 800))));
await b.close();
