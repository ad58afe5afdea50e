// Sends a picture to the media library; a large photo is made smaller first, which also drops where it was taken.
const longestSide = 2000;
const smallEnough = 400_000;

/** Uploads a file and gives its address; the error's message is for people. */
export async function upload(file, form) {
  const body = new FormData();
  body.append("file", await shrink(file), file.name);
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  let answer;
  try {
    answer = await fetch("/admin/media/upload", { method: "POST", body, headers: { "X-CSRF-Token": token, "Accept": "application/json" } });
  } catch {
    throw new Error("网络不通，图片没有传上去。");
  }

  const result = await answer.json().catch(() => ({}));
  if (!answer.ok || !result.url) {
    throw new Error(result.detail ?? result.title ?? (answer.status === 413 ? "图片太大，请压缩后再传。" : "图片没有传上去，请再试一次。"));
  }

  return result;
}

async function shrink(file) {
  if (!["image/jpeg", "image/png", "image/webp"].includes(file.type) || file.size < smallEnough) {
    return file;
  }

  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const type = file.type === "image/png" ? "image/png" : "image/jpeg";
    const smaller = await new Promise((resolve) => canvas.toBlob(resolve, type, 0.86));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file; // The browser cannot read it; the server says what is wrong with it.
  }
}

/** Asks what a picture shows; resolves with the text, empty when nothing was said. */
export function askForAlt() {
  const dialog = document.querySelector("[data-alt-dialog]");
  const field = dialog.querySelector("[name=alt]");
  field.value = "";
  dialog.showModal();
  field.focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(field.value.trim()), { once: true }));
}
