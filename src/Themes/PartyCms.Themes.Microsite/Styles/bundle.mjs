// Joins WeUI's base and the theme's files into one style sheet with cascade layers: node bundle.mjs WEUI OUT
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const [weui, target] = process.argv.slice(2);
const folder = import.meta.dirname;
const license = /\/\*![^]*?\*\//;

const base = await readFile(weui, "utf8");
const parts = ["@layer weui, tokens, base, components, pages;", license.exec(base)?.[0] ?? "", `@layer weui{${base.replace(license, "")}}`];
for (const name of (await readdir(folder)).filter((file) => file.endsWith(".css")).sort()) {
  const css = await readFile(join(folder, name), "utf8");
  parts.push(css.replace(/\/\*[^]*?\*\//g, "").replace(/\s*\n\s*/g, "\n").trim());
}

await mkdir(dirname(target), { recursive: true });
await writeFile(target, parts.join("\n") + "\n");
