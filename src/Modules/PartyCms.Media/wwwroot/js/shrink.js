// Makes a large photo smaller before it is sent, which also drops where it was taken.
import "../lib/compressorjs/compressor.min.js";

const longestSide = 2000;
const smallEnough = 400_000;
const kinds = ["image/jpeg", "image/png", "image/webp"];

/**
 * The same file, or a smaller picture of the same name.
 * @param {File} file
 * @returns {Promise<File>}
 */
export function shrink(file) {
  if (!kinds.includes(file.type) || file.size < smallEnough) {
    return Promise.resolve(file);
  }

  return new Promise((resolve) => {
    new globalThis.Compressor(file, {
      maxWidth: longestSide,
      maxHeight: longestSide,
      quality: 0.86,
      convertSize: Infinity, // A name and its content must stay of one kind.
      success: (smaller) => resolve(smaller.size < file.size ? new File([smaller], file.name, { type: smaller.type }) : file),
      error: () => resolve(file), // The browser cannot read it; the server says what is wrong with it.
    });
  });
}
