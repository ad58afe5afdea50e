// Reads a QR code with jsqr. Takes { picture }, the path of a PNG, and prints what the code says.
import fs from "node:fs";
import jsQR from "jsqr";
import { PNG } from "pngjs";

const { picture } = JSON.parse(process.argv[2]);
const { data, width, height } = PNG.sync.read(fs.readFileSync(picture));
console.log(JSON.stringify((jsQR.default ?? jsQR)(new Uint8ClampedArray(data), width, height)?.data ?? null));
