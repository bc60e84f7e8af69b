// Makes world.json, the outline of the land and a place for each country, from Natural Earth. Run in a folder where world-atlas and
// cldr-core are installed:  node <path>/world.mjs
// No borders are drawn: a circle stands on a country, whoever claims what.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => JSON.parse(readFileSync(join("node_modules", path), "utf8"));
const width = 1520;
const [south, north] = [-56, 84];
// In units of the drawing, half a pixel each.
const tolerance = 1;
const smallest = 12;

// The Natural Earth projection.
const xOf = (l, p) => l * (0.8707 - 0.131979 * p ** 2 + p ** 4 * (-0.013791 + p ** 4 * (0.003971 * p ** 2 - 0.001529 * p ** 4)));
const yOf = (p) => p * (1.007226 + p ** 2 * (0.015085 + p ** 4 * (-0.044475 + 0.028874 * p ** 2 - 0.005916 * p ** 4)));
const radians = (degrees) => (degrees * Math.PI) / 180;
const scale = width / (2 * xOf(Math.PI, 0));
const top = yOf(radians(north));
const project = ([longitude, latitude]) => {
  const p = radians(Math.max(south, Math.min(north, latitude)));
  return [width / 2 + scale * xOf(radians(Math.max(-180, Math.min(180, longitude))), p), scale * (top - yOf(p))];
};

// A ring over the date line goes on beyond it.
function unwrap(ring) {
  let turns = 0;
  return ring.map(([x, y], at) => {
    if (at > 0) turns -= Math.round((x - ring[at - 1][0]) / 360);
    return [x + 360 * turns, y];
  });
}

// What stands beyond the date line is drawn at the other side too.
const sidesOf = (ring) => [0, -360, 360].map((by) => ring.map(([x, y]) => [x + by, y]))
  .map((side) => side.filter((_, at) => [-1, 0, 1].some((by) => Math.abs(side.at((at + by) % side.length)[0]) <= 180)));

// TopoJSON: arcs are differences, and a ring is a chain of arcs, each perhaps backwards.
function polygonsOf(topology, geometry) {
  const { scale: by, translate } = topology.transform;
  const arcOf = (index) => {
    let [x, y] = [0, 0];
    const points = topology.arcs[index < 0 ? ~index : index].map(([dx, dy]) => [(x += dx) * by[0] + translate[0], (y += dy) * by[1] + translate[1]]);
    return index < 0 ? points.reverse() : points;
  };
  const ringOf = (arcs) => arcs.flatMap((index, at) => arcOf(index).slice(at === 0 ? 0 : 1));
  return geometry.type === "Polygon" ? [geometry.arcs.map(ringOf)] : geometry.type === "MultiPolygon" ? geometry.arcs.map((polygon) => polygon.map(ringOf))
    : geometry.geometries?.flatMap((one) => polygonsOf(topology, one)) ?? [];
}

const areaOf = (ring) => ring.reduce((sum, [x, y], at) => { const [u, v] = ring[(at + 1) % ring.length]; return sum + (x * v - u * y) / 2; }, 0);

// Points that lie nearer than the tolerance to the line between those that are kept are left out.
function simplify(points) {
  if (points.length < 3) return points;
  const [[x, y], [u, v]] = [points[0], points.at(-1)];
  const length = Math.hypot(u - x, v - y);
  let [far, at] = [0, 0];
  points.forEach(([a, b], index) => {
    const distance = length === 0 ? Math.hypot(a - x, b - y) : Math.abs((u - x) * (y - b) - (x - a) * (v - y)) / length;
    if (distance > far) [far, at] = [distance, index];
  });
  return far <= tolerance ? [points[0], points.at(-1)] : [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

function pathOf(ring) {
  const points = simplify(ring).map((point) => point.map(Math.round));
  let [x, y] = points[0];
  return `M${x} ${y}l` + points.slice(1, -1).map(([u, v]) => { const step = `${u - x} ${v - y}`; [x, y] = [u, v]; return step; }).join(" ") + "z";
}

const land = read("world-atlas/land-110m.json");
const rings = polygonsOf(land, land.objects.land)
  .filter(([outer]) => Math.max(...outer.map(([, latitude]) => latitude)) > south)
  .flatMap((polygon) => polygon.flatMap((ring) => sidesOf(unwrap(ring)).map((side) => side.map(project))))
  .filter((ring) => ring.length > 2 && Math.abs(areaOf(ring)) >= smallest);

const codes = Object.fromEntries(Object.values(read("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings)
  .filter((one) => one._numeric && one._alpha3).map((one) => [one._numeric, one._alpha3]));
const countries = read("world-atlas/countries-50m.json");
const places = {};
for (const country of countries.objects.countries.geometries) {
  const code = country.properties.name === "Kosovo" ? "XKX" : codes[country.id];
  if (!code || code === "ATA") continue;
  const outer = polygonsOf(countries, country).map((polygon) => unwrap(polygon[0])).sort((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)))[0];
  const area = areaOf(outer);
  const centre = [0, 1].map((axis) => outer.reduce((sum, point, at) => {
    const next = outer[(at + 1) % outer.length];
    return sum + (point[axis] + next[axis]) * (point[0] * next[1] - next[0] * point[1]);
  }, 0) / (6 * area));
  places[code] = project([((centre[0] + 540) % 360) - 180, centre[1]]).map(Math.round);
}

const lines = Object.entries(places).sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, [x, y]]) => `    "${code}": [${x}, ${y}]`);
writeFileSync(join(here, "world.json"), `{
  "source": "Natural Earth by world-atlas ${read("world-atlas/package.json").version}",
  "width": ${width},
  "height": ${Math.round(scale * (top - yOf(radians(south))))},
  "land": "${rings.map(pathOf).join("")}",
  "places": {
${lines.join(",\n")}
  }
}
`);
