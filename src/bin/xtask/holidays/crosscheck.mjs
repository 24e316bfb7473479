// Prints the national holidays of Indonesia that npm `date-holidays` knows, one ISO day a line: the second
// opinion that generate.py compares with.   node crosscheck.mjs FOLDER_OF_NODE_MODULES FIRST LAST
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, first, last] = process.argv.slice(2);
const Holidays = createRequire(join(folder, "package.json"))("date-holidays");
const indonesia = new Holidays("ID");
const days = new Set();
for (let year = Number(first); year <= Number(last); year += 1) {
  for (const holiday of indonesia.getHolidays(year)) {
    if (holiday.type === "public") days.add(holiday.date.slice(0, 10));
  }
}
console.log([...days].sort().join("\n"));
