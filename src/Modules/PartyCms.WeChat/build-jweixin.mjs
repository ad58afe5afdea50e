// Turns WeChat's script, which npm has as a CommonJS module, into an ES module that a page can import.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [source, target] = process.argv.slice(2);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `const module = { exports: {} };\n${readFileSync(source, "utf8")}\nexport default module.exports;\n`);
