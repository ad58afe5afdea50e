// @ts-check
// Loaded by every public page; the rest is fetched only inside of WeChat. WeCom calls itself WeChat too, and is not.
const agent = navigator.userAgent;
if (/MicroMessenger/i.test(agent) && !/wxwork/i.test(agent)) {
  import("./wechat-page.js").then((page) => page.start());
}
