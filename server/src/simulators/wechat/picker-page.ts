/** Addresses are relative to `…/wechat/picker`, because a proxy may hang the simulator anywhere. */
export const pickerPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<title>选择微信号 · 乡里</title>
<link rel="stylesheet" href="picker/style.css">
</head>
<body>
<main>
  <header>
    <h1>用哪个微信号进入？</h1>
    <p>演示环境代替真机上的微信登录，名单里的人都是虚构的。</p>
    <label class="search" for="words">
      <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="11" cy="11" r="7"/><path d="m20 20-4-4"/></svg>
      <input id="words" type="search" placeholder="找姓名或村名" autocomplete="off" enterkeyhint="search">
    </label>
  </header>
  <p id="state" role="status" aria-live="polite"></p>
  <ul id="people" aria-label="微信号"></ul>
  <section id="done" hidden>
    <h2>登录码</h2>
    <output id="code"></output>
    <p>五分钟内有效，只能用一次。</p>
    <button id="copy" type="button" class="quiet">复制</button>
  </section>
</main>
<form id="add">
  <input id="nickname" maxlength="32" placeholder="新微信号的昵称" aria-label="新微信号的昵称" autocomplete="off" required>
  <button type="submit">新建并进入</button>
</form>
<script src="picker/script.js"></script>
</body>
</html>
`

/** A path of this very site: nothing that a browser could read as another host. */
export const isSafeReturn = (path: string): boolean => {
  // oxlint-disable-next-line no-control-regex
  if (!/^\/(?![/\\])[^\\\s\u0000-\u001f]*$/.test(path)) return false
  return new URL(path, 'http://here.invalid').origin === 'http://here.invalid'
}
