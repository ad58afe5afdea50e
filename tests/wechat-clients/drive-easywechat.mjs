// Drives a WeChat with node-easywechat: stable token, raw calls by path, JS ticket and web authorization.
import { OfficialAccount } from "node-easywechat";

const { origin, appId, appSecret, openId, picture, url, code } = JSON.parse(process.argv[2]);
const app = new OfficialAccount({
  app_id: appId,
  secret: appSecret,
  token: "partycms",
  aes_key: "",
  use_stable_access_token: true,
  http: { baseURL: `${origin}/` },
});
const client = app.getClient();
const post = async (path, body) => (await client.postJson(path, body)).toObject();
const get = async (path, params) => (await client.get(path, { params })).toObject();

const refusal = async (act) => {
  try {
    const answer = await act();
    return answer.errcode ?? 0;
  } catch (fault) {
    return fault.response?.data?.errcode ?? JSON.parse(/\{.*\}/s.exec(fault.message)?.[0] ?? "{}").errcode ?? String(fault);
  }
};

const material = (await client.withFile(picture, "media").post("cgi-bin/material/add_material?type=image")).toObject();
const draft = await post("cgi-bin/draft/add", {
  articles: [{ title: "支部工作条例😀", content: "<p>一、总则</p>", thumb_media_id: material.media_id, content_source_url: url }],
});
const stored = await post("cgi-bin/draft/get", { media_id: draft.media_id });
const job = await post("cgi-bin/freepublish/submit", { media_id: draft.media_id });

// The client has no setting for the host of web authorization.
const oauth = app.getOAuth();
oauth._baseUrl = `${origin}/sns`;
const authorized = await oauth.tokenFromCode(code);

console.log(JSON.stringify({
  material,
  stored,
  published: await post("cgi-bin/freepublish/get", { publish_id: job.publish_id }),
  user: await get("cgi-bin/user/info", { openid: openId, lang: "zh_CN" }),
  config: await app.getUtils().buildJsSdkConfig(url, ["scanQRCode"]),
  ticket: await app.getTicket().getTicket(),
  authorized,
  refusals: {
    draft: await refusal(() => post("cgi-bin/draft/get", { media_id: "nobody" })),
    code: await refusal(() => oauth.tokenFromCode(code)),
  },
}));
