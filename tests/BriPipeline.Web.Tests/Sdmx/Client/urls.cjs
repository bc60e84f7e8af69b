// Prints the addresses that the library makes of some questions, a line each: what it asks for, a tab, the address.
"use strict";

const { getDataQuery, getMetadataQuery, getService, getUrl } = require("sdmx-rest");

const service = getService({ url: process.argv[2], api: "v1.5.0" });

const questions = {
  "data everything": getDataQuery({ flow: "TRADE" }),
  "data key": getDataQuery({ flow: "TRADE", key: "UZB.CHN.X.TOTAL.USD.M._Z.api-test" }),
  "data wildcards": getDataQuery({ flow: "BRIPIPELINE,TRADE,latest", key: "UZB.......api-test" }),
  "data either": getDataQuery({ flow: "TRADE", key: "UZB.CHN+DEU.X+M.TOTAL.USD.M._Z.api-test" }),
  "data years": getDataQuery({ flow: "TRADE", key: "UZB.CHN.X.TOTAL.USD.M._Z.api-test", start: "2021-01", end: "2021-01" }),
  "data last": getDataQuery({ flow: "TRADE", key: "UZB.CHN.X.TOTAL.USD.M._Z.api-test", lastNObs: 1 }),
  "data keys only": getDataQuery({ flow: "TRADE", key: "UZB.CHN.X.TOTAL.USD.M._Z.api-test", detail: "serieskeysonly" }),
  "data changed": getDataQuery({ flow: "TRADE", key: "UZB.CHN.X.TOTAL.USD.M._Z.api-test", updatedAfter: "2020-01-01T00:00:00Z" }),
  dataflow: getMetadataQuery({ resource: "dataflow", agency: "BRIPIPELINE", id: "TRADE" }),
  "dataflow all": getMetadataQuery({ resource: "dataflow" }),
  datastructure: getMetadataQuery({ resource: "datastructure", agency: "BRIPIPELINE", id: "TRADE", references: "children" }),
  codelist: getMetadataQuery({ resource: "codelist", agency: "BRIPIPELINE", id: "all" }),
};

for (const [name, query] of Object.entries(questions)) {
  console.log(`${name}\t${getUrl(query, service)}`);
}
