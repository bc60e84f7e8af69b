// Makes han.json, the simplified character for each traditional one, from the dictionaries of OpenCC. Run in a folder where
// opencc-js is installed:  node <path>/han.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const library = join(process.cwd(), "node_modules", "opencc-js");
const { Converter } = await import(pathToFileURL(join(library, "dist", "esm", "t2cn.js")));
const { version } = JSON.parse(readFileSync(join(library, "package.json"), "utf8"));
const simple = Converter({ from: "t", to: "cn" });

let [traditional, simplified] = ["", ""];
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code);
  const other = simple(character);
  if (other !== character && other.length === 1 && simple(other) === other) {
    traditional += character;
    simplified += other;
  }
}

writeFileSync(
  join(here, "han.json"),
  JSON.stringify({ source: `OpenCC, by opencc-js ${version}, Apache-2.0`, traditional, simplified }, null, 2) + "\n",
);
