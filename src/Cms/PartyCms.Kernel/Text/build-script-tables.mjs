// Writes the character tables of ChineseScript from the dictionaries of the npm package opencc-js.
// Run by the build of PartyCms.Kernel; by hand: node build-script-tables.mjs [output file]
//
// The output is UTF-8 compressed with Brotli, five lines:
//   1 simplified and traditional characters, in pairs      3, 4 the same from traditional to simplified
//   2 simplified phrases, shortest first, divided by "|";  5 pairs of characters that search takes for one
//     " value" follows where the characters' own values do not make it up
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import STCharacters from "opencc-js/dict/STCharacters";
import STPhrases from "opencc-js/dict/STPhrases";
import STPhrasesOfRegions from "opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases";
import TSCharacters from "opencc-js/dict/TSCharacters";
import TSPhrases from "opencc-js/dict/TSPhrases";
import TWVariants from "opencc-js/dict/TWVariants";

const FIRST_EAST_ASIAN = 0x2e80;

const entries = (dictionary) => dictionary.split("|").map((entry) => entry.split(" "));
const byLength = ([a], [b]) => a.length - b.length || (a < b ? -1 : 1);

const simplified = new Map(entries(TSCharacters));
const simplify = (character) => simplified.get(character) ?? character;

// The standard tables choose the oldest forms (羣, 爲, 麪); readers everywhere expect 群, 為, 麵. A variant is taken only
// if it leads back to the same simplified character, so that nothing is lost on the way.
const everyday = new Map(
  entries(TWVariants).filter(([old, variant]) => simplify(old) !== old && simplify(variant) === simplify(old)),
);
const useEveryday = ([from, to]) => [from, [...to].map((character) => everyday.get(character) ?? character).join("")];

function characters(pairs) {
  return pairs.filter(([from, to]) => from !== to).map(([from, to]) => from + to).join("");
}

function phrases(pairs, characterPairs) {
  const single = new Map(characterPairs);
  const convert = (text) => [...text].map((character) => single.get(character) ?? character).join("");
  const unique = new Map([...pairs].reverse().filter(([from]) => from.codePointAt(0) >= FIRST_EAST_ASIAN));
  return [...unique]
    .sort(byLength)
    .map(([from, to]) => (convert(from) === to ? from : `${from} ${to}`))
    .join("|");
}

const toTraditional = entries(STCharacters).map(useEveryday);
const phrasesToTraditional = [...entries(STPhrases), ...entries(STPhrasesOfRegions)].map(useEveryday);
const toSimplified = entries(TSCharacters);
const lookalikes = entries(TWVariants)
  .filter(([old, variant]) => simplify(old) !== simplify(variant))
  .map(([old, variant]) => [variant, simplify(old)]);

const output = process.argv[2] ?? join(import.meta.dirname, "Generated", "chinese-script.br");
mkdirSync(dirname(output), { recursive: true });
writeFileSync(
  output,
  brotliCompressSync(
    [
      characters(toTraditional),
      phrases(phrasesToTraditional, toTraditional),
      characters(toSimplified),
      phrases(entries(TSPhrases), toSimplified),
      characters(lookalikes),
    ].join("\n"),
  ),
);
