// Drives a WeChat with wechat-api, the older client with callbacks. Takes and prints the same as its neighbor.
import { promisify } from "node:util";
import API from "wechat-api";

const { origin, appId, appSecret, openId, picture, url } = JSON.parse(process.argv[2]);
const api = new API(appId, appSecret);
Object.assign(api, { endpoint: origin, mpPrefix: `${origin}/cgi-bin/` });
const call = (name, ...values) => promisify(api[name].bind(api))(...values);

const refusal = async (...values) => {
  try {
    await call(...values);
    return 0;
  } catch (fault) {
    return fault.code;
  }
};

await call("createMenu", { button: [{ name: "支部", sub_button: [{ type: "view", name: "公开", url: "https://dj.example.cn/disclosures" }] }] });
const uploaded = await call("uploadMaterial", picture, "image");
await call("sendText", openId, "党课😀 <已开始>");

console.log(JSON.stringify({
  menu: await call("getMenu"),
  mediaId: uploaded.media_id,
  material: (await call("getMaterial", uploaded.media_id)).length,
  user: await call("getUser", openId),
  followers: await call("getFollowers"),
  code: await call("createTmpQRCode", "b:7:ab12", 600),
  config: await call("getJsConfig", { debug: false, jsApiList: ["scanQRCode"], url }),
  refusals: { user: await refusal("getUser", "oNobody") },
}));
