// WeChat's side of a callback by wechat-crypto. Takes { token, appId, encodingAesKey, act, … } and prints the outcome:
// seal { message, timestamp, nonce } gives the signatures and the cipher text, open { answer } gives the reply.
import { promisify } from "node:util";
import WXBizMsgCrypt from "wechat-crypto";
import xml2js from "xml2js";

const order = JSON.parse(process.argv[2]);
const crypto = new WXBizMsgCrypt(order.token, order.encodingAesKey, order.appId);

if (order.act === "seal") {
  const encrypt = crypto.encrypt(order.message);
  console.log(JSON.stringify({
    encrypt,
    signature: crypto.getSignature(order.timestamp, order.nonce, ""),
    messageSignature: crypto.getSignature(order.timestamp, order.nonce, encrypt),
  }));
} else {
  const { xml } = await promisify(xml2js.parseString)(order.answer, { explicitArray: false });
  const opened = crypto.decrypt(xml.Encrypt);
  console.log(JSON.stringify({
    isSigned: xml.MsgSignature === crypto.getSignature(xml.TimeStamp, xml.Nonce, xml.Encrypt),
    id: opened.id,
    message: opened.message,
  }));
}
