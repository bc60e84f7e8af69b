// Makes country-names.json, further names of countries that cldr-names.json and aliases.json lack, from i18n-iso-countries. Run in a
// folder where it is installed:  node <path>/countries.mjs
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const library = join(process.cwd(), "node_modules", "i18n-iso-countries");
const cldr = read(join(here, "cldr-names.json"));
const aliases = read(join(here, "aliases.json"));
const groups = read(join(here, "groups.json")).groups;

// Names that a neighbour of another code bears as well in some language: the Congos, the Koreas, the Guianas, the Virgin Islands, ...
const shared = new Set(["COG", "COD", "PRK", "GUF", "GUY", "UMI", "VIR", "VGB", "MAF", "SXM", "IMN", "CCK", "COK", "IOT", "MNP", "PYF", "AIA", "ESH", "ASM", "SHN"]);

// Slips of the source, and names that are ordinary words.
const wrong = new Set(["Benign", "Mkutano", "Sulemani", "Mtakatifu LUCIA", "Kofia ya kijani", "Jamhuri ya Czech", "Bán đảo Mã Lai", "गुआना",
  "Mena", "ஹங்கேரி", "Burund", "नामीबिया", "Repubblica di Cina", "Republikken Kina Taiwan", "Δημοκρατία της Κίνας", "中華民國", "중화민국", "გვინეა"]);

const key = (name) => (name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
const known = new Map();
const add = (name, code) => known.set(key(name), (known.get(key(name)) ?? new Set()).add(code));
for (const table of Object.values(cldr.names)) for (const [code, list] of Object.entries(table)) list.forEach((name) => add(name, code));
for (const [code, list] of [...Object.entries(aliases.names), ...Object.entries(aliases.labels)]) list.forEach((name) => add(name, code));
for (const [code, group] of Object.entries(groups)) Object.values(group.names).flat().forEach((name) => add(name, code));

const codes = Object.fromEntries(cldr.codes.map(([two, three]) => [two, three]));
const found = [];
for (const language of Object.keys(cldr.names)) {
  const file = join(library, "langs", `${language}.json`);
  if (!existsSync(file)) continue;
  for (const [two, list] of Object.entries(read(file).countries))
    for (const name of [list].flat().map((text) => text.replace(/\s+/g, " ").trim()))
      if (codes[two] && key(name).length > 1 && !shared.has(codes[two]) && !wrong.has(name) && !known.has(key(name))) found.push([language, codes[two], name]);
}

// What two areas are called, in whatever languages, is left to a person.
const areasOf = new Map();
for (const [, code, name] of found) areasOf.set(key(name), (areasOf.get(key(name)) ?? new Set()).add(code));
const names = {};
for (const [language, code, name] of found) if (areasOf.get(key(name)).size === 1) ((names[language] ??= {})[code] ??= []).push(name);

const { version } = read(join(library, "package.json"));
writeFileSync(join(here, "country-names.json"),
  `{\n  "source": "i18n-iso-countries ${version}, MIT, copyright widdix GmbH",\n  "names": {\n` +
  Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)).map(([language, table]) =>
    `  ${JSON.stringify(language)}: {\n` + Object.entries(table).sort().map(([code, list]) => `    ${JSON.stringify(code)}: ${JSON.stringify([...new Set(list)])}`).join(",\n") + "\n  }").join(",\n") +
  "\n  }\n}\n");
