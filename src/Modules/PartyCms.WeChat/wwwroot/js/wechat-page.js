// @ts-check
// Gives a page its share card in WeChat, and the buttons for notices and for scanning where the page has a place for them.

/**
 * What a share card shows.
 * @typedef {{ title: string, desc: string, link: string, imgUrl: string }} ShareData
 */

/**
 * What the server signs.
 * @typedef {{ appId: string, timestamp: number, nonceStr: string, signature: string }} PageSignature
 */

/**
 * Reads a value of the page's head.
 * @param {string} name
 * @returns {string}
 */
function meta(name) {
  return document.querySelector(`meta[property="${name}"]`)?.getAttribute("content") ?? "";
}

/**
 * The card of this page, from what its head tells everybody.
 * @returns {ShareData}
 */
export function shareData() {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  return {
    title: meta("og:title") || document.title,
    desc: meta("og:description"),
    link: canonical || location.href.split("#")[0],
    imgUrl: meta("og:image"),
  };
}

/**
 * Asks the server for the signature of this page as the reader has it.
 * @returns {Promise<PageSignature | null>}
 */
async function sign() {
  const page = location.href.split("#")[0];
  const answer = await fetch(`/api/wechat/jsconfig?url=${encodeURIComponent(page)}`);
  return answer.ok ? answer.json() : null;
}

/**
 * Puts the button that asks for one notice where the page wants it. WeChat draws it; our styles do not reach it.
 * @param {HTMLElement} place
 */
function offerNotice(place) {
  const button = document.createElement("wx-open-subscribe");
  button.setAttribute("template", place.dataset.wechatNotice ?? "");
  const template = document.createElement("script");
  template.setAttribute("type", "text/wxtag-template");
  template.textContent = `<button>${place.dataset.wechatNoticeText ?? ""}</button>`;
  button.append(template);
  button.addEventListener("success", () => {
    place.textContent = place.dataset.wechatNoticeDone ?? "";
  });
  place.replaceChildren(button);
  place.hidden = false;
}

/**
 * Where a scanned code of this site leads to, or null for any other code: nobody is sent away from here by a picture.
 * @param {string} scanned what the code says
 * @param {string} start how the path of the codes begins that the page waits for
 * @returns {string | null}
 */
export function scannedPath(scanned, start) {
  return scanned.startsWith(location.origin + start) ? scanned.slice(location.origin.length) : null;
}

/**
 * Shows the button that scans a code of this site and goes where it leads.
 * @param {HTMLElement} place
 * @param {{ scanQRCode: (options: object) => void }} wx
 */
function offerScan(place, wx) {
  place.addEventListener("click", () => {
    wx.scanQRCode({
      needResult: 1,
      scanType: ["qrCode"],
      success: (/** @type {{ resultStr: string }} */ result) => {
        const path = scannedPath(result.resultStr, place.dataset.wechatScan ?? "");
        if (path) {
          location.assign(path);
        } else {
          alert(place.dataset.wechatScanOther ?? "");
        }
      },
    });
  });
  place.hidden = false;
}

/** Starts; a page that cannot be signed stays as it is. */
export async function start() {
  const [signature, sdk] = await Promise.all([sign(), import("../lib/jweixin.js")]);
  if (!signature) {
    return;
  }

  const wx = sdk.default;
  const places = [...document.querySelectorAll("[data-wechat-notice]")];
  const scanners = [...document.querySelectorAll("[data-wechat-scan]")];
  wx.config({
    debug: false,
    ...signature,
    jsApiList: ["updateAppMessageShareData", "updateTimelineShareData", ...(scanners.length > 0 ? ["scanQRCode"] : [])],
    openTagList: places.length > 0 ? ["wx-open-subscribe"] : [],
  });
  wx.ready(() => {
    const data = shareData();
    wx.updateAppMessageShareData(data);
    wx.updateTimelineShareData({ title: data.title, link: data.link, imgUrl: data.imgUrl });
    for (const place of places) {
      offerNotice(/** @type {HTMLElement} */ (place));
    }

    for (const place of scanners) {
      offerScan(/** @type {HTMLElement} */ (place), wx);
    }
  });
}
