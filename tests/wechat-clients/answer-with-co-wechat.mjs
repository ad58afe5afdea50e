// A site whose callback is co-wechat: tells its port, then answers pushes until it is ended.
// Takes { token, appId, encodingAesKey }; without the key it expects pushes in clear.
import http from "node:http";
import wechat from "co-wechat";

const { token, appId, encodingAesKey } = JSON.parse(process.argv[2]);
const handle = wechat({ token, appid: appId, encodingAESKey: encodingAesKey }).middleware(async (message) => {
  if (message.MsgType !== "event") {
    return `收到：${message.Content}`;
  }
  return message.Event === "subscribe"
    ? [{ title: "欢迎", description: "从这里开始", picurl: "https://dj.example.cn/a.png", url: "https://dj.example.cn/" }]
    : "";
});

const server = http.createServer(async (req, res) => {
  const query = Object.fromEntries(new URL(req.url, "http://site").searchParams);
  const context = { query, method: req.method, req, request: { length: Number(req.headers["content-length"]) || null }, status: 200 };
  try {
    await handle(context);
    res.writeHead(context.status, { "Content-Type": "text/plain" });
    res.end(context.body ?? "");
  } catch {
    res.writeHead(500);
    res.end();
  }
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
