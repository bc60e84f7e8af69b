// Makes cldr-names.json, cldr-months.json, cldr-currencies.json and UNICODE-LICENSE.txt from the Unicode CLDR. Run in a folder where
// cldr-core, cldr-localenames-full, cldr-dates-full and cldr-numbers-full of one version are installed:  node <path>/cldr.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => JSON.parse(readFileSync(join("node_modules", path), "utf8"));
const locales = { en: ["en"], ru: ["ru"], kk: ["kk"], zh: ["zh", "zh-Hant"], ky: ["ky"], uz: ["uz", "uz-Cyrl"], tg: ["tg"],
  tk: ["tk"], mn: ["mn"], tr: ["tr"], fr: ["fr"], es: ["es"], pt: ["pt", "pt-PT"], ar: ["ar"], de: ["de"],
  uk: ["uk"], be: ["be"], az: ["az"], ka: ["ka"], hy: ["hy"], it: ["it"], id: ["id"], ja: ["ja"], ko: ["ko"], vi: ["vi"], pl: ["pl"], fa: ["fa"],
  th: ["th"], nl: ["nl"], sv: ["sv"], nb: ["nb"], da: ["da"], fi: ["fi"], hu: ["hu"], ro: ["ro"], bg: ["bg"], sr: ["sr", "sr-Latn", "sr-Latn-BA"],
  hr: ["hr"], el: ["el"], cs: ["cs"], sk: ["sk"], sl: ["sl"], et: ["et"], lv: ["lv"], lt: ["lt"], he: ["he"],
  ms: ["ms"], mk: ["mk"], sq: ["sq"], bs: ["bs", "bs-Cyrl"], ur: ["ur"], hi: ["hi"], ne: ["ne"], bn: ["bn"], si: ["si"], lo: ["lo"],
  km: ["km"], my: ["my"], sw: ["sw"], am: ["am"], is: ["is"], ca: ["ca"], gl: ["gl"] };

// Croatian "listopad" is October and Czech and Polish "listopad" November; the Sinhala months are those of the moon; "May" in Burmese is a part of other words; short forms of
// these languages are other words ("pro", "bal", "pri", "ag").
const withoutMonths = new Set(["hr", "si", "my"]);
const withoutShortMonths = new Set(["cs", "lt", "sq", "ca"]);

// In CLDR but without an ISO 3166-1 code of their own, or no place.
const left = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]);
const version = read("cldr-core/package.json").version;
const mappings = read("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings;
const contained = read("cldr-core/supplemental/territoryContainment.json").supplemental.territoryContainment;

const names = {};
const territories = new Set();
for (const [language, variants] of Object.entries(locales)) {
  names[language] = {};
  for (const locale of variants) {
    const all = read(`cldr-localenames-full/main/${locale}/territories.json`).main[locale].localeDisplayNames.territories;
    for (const [key, name] of Object.entries(all)) {
      const territory = key.split("-")[0];
      if (left.has(territory) || !/^([A-Z]{2}|\d{3})$/.test(territory)) continue;
      const code = /\d/.test(territory) ? territory : territory === "XK" ? "XKX" : mappings[territory]?._alpha3;
      if (!code || name === territory) continue;
      territories.add(territory);
      const list = (names[language][code] ??= []);
      // The plain name first; CLDR's short and variant forms after it.
      if (!list.includes(name)) key.includes("-") || list.length === 0 ? list.push(name) : list.splice(locale === variants[0] ? 0 : list.length, 0, name);
    }
  }
}

const alpha3 = (territory) => (/\d/.test(territory) ? territory : territory === "XK" ? "XKX" : mappings[territory]._alpha3);
const codes = [...territories].filter((t) => /[A-Z]/.test(t)).sort()
  .map((t) => [t, alpha3(t), t === "XK" ? "" : mappings[t]._numeric]);
const members = {};
for (const [group, { _contains }] of Object.entries(contained))
  if (/^\d{3}$/.test(group)) members[group] = _contains.filter((t) => !left.has(t)).map(alpha3);

const lines = (object) => "{\n" + Object.entries(object).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n") + "\n  }";
writeFileSync(join(here, "cldr-names.json"),
  `{\n  "source": "Unicode CLDR ${version}, see UNICODE-LICENSE.txt",\n  "codes": [\n${codes.map((c) => "    " + JSON.stringify(c)).join(",\n")}\n  ],\n` +
  `  "members": ${lines(members)},\n  "names": {\n` +
  Object.entries(names).map(([language, table]) => `  ${JSON.stringify(language)}: ${lines(table)}`).join(",\n") + "\n  }\n}\n");

const months = {};
for (const [language, variants] of Object.entries(locales)) {
  if (withoutMonths.has(language)) continue;
  months[language] = Array.from({ length: 12 }, () => ({ full: [], short: [] }));
  for (const locale of variants) {
    const table = read(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars.gregorian.months;
    for (const form of ["format", "stand-alone"])
      for (const [width, kind] of [["wide", "full"], ["abbreviated", "short"]]) {
        if (kind === "short" && withoutShortMonths.has(language)) continue;
        for (let month = 1; month <= 12; month++) {
          const name = table[form][width][month].toLowerCase().replace(/\.$/, "");
          const { full, short } = months[language][month - 1];
          if (!/\d/.test(name) && !full.includes(name) && !short.includes(name)) (kind === "full" ? full : short).push(name);
        }
      }
  }
}
writeFileSync(join(here, "cldr-months.json"),
  `{\n  "source": "Unicode CLDR ${version}, see UNICODE-LICENSE.txt",\n  "months": {\n` +
  Object.entries(months).map(([language, list]) => `    ${JSON.stringify(language)}: [\n${list.map((m) => "      " + JSON.stringify(m)).join(",\n")}\n    ]`).join(",\n") + "\n  }\n}\n");

// Names that stand beside codes: in the languages of the pages and documents.
const currencies = {};
for (const language of ["en", "ru", "kk", "zh"]) {
  const table = read(`cldr-numbers-full/main/${language}/currencies.json`).main[language].numbers.currencies;
  currencies[language] = Object.fromEntries(
    Object.entries(table).filter(([code, one]) => one.displayName && one.displayName !== code).map(([code, one]) => [code, one.displayName]));
}
writeFileSync(join(here, "cldr-currencies.json"),
  `{\n  "source": "Unicode CLDR ${version}, see UNICODE-LICENSE.txt",\n  "names": {\n` +
  Object.entries(currencies).map(([language, table]) => `  ${JSON.stringify(language)}: ${lines(table)}`).join(",\n") + "\n  }\n}\n");
writeFileSync(join(here, "UNICODE-LICENSE.txt"), readFileSync("node_modules/cldr-core/LICENSE", "utf8"));
