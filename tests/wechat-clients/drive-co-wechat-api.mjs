// Drives a WeChat with co-wechat-api. Takes { origin, appId, appSecret, openId, picture, url } and prints what came back.
import API from "co-wechat-api";

const { origin, appId, appSecret, openId, picture, url } = JSON.parse(process.argv[2]);
const api = new API(appId, appSecret);
Object.assign(api, { prefix: `${origin}/cgi-bin/`, snsPrefix: `${origin}/sns/`, mpPrefix: `${origin}/cgi-bin/` });

const refusal = async (call) => {
  try {
    await call();
    return 0;
  } catch (fault) {
    return fault.code;
  }
};

await api.createMenu({ button: [{ type: "click", name: "学习", key: "STUDY" }] });
const uploaded = await api.uploadImageMaterial(picture);
const tag = await api.createTags("第一支部");
await api.batchTagging([openId], tag.tag.id);
await api.sendText(openId, "党课😀 <已开始>");

console.log(JSON.stringify({
  menu: await api.getMenu(),
  mediaId: uploaded.media_id,
  material: (await api.getMaterial(uploaded.media_id)).length,
  count: await api.getMaterialCount(),
  articlePicture: await api.uploadImage(picture),
  user: await api.getUser(openId),
  users: await api.batchGetUsers([openId]),
  followers: await api.getFollowers(),
  tags: await api.getIdList(openId),
  code: await api.createTmpQRCode(1234, 600),
  limitCode: await api.createLimitQRCode("branch"),
  config: await api.getJsConfig({ debug: false, jsApiList: ["scanQRCode"], url }),
  ticket: (await api.ensureTicket("jsapi")).ticket,
  addresses: await api.getIp(),
  refusals: {
    material: await refusal(() => api.getMaterial("nobody")),
    user: await refusal(() => api.getUser("oNobody")),
    menu: await refusal(() => api.createMenu({ button: [] })),
  },
}));
