// Validates an OpenAPI document from standard input against the schema of its version; prints the faults, one a line.
import { Validator } from "@seriousme/openapi-schema-validator";
import { text } from "node:stream/consumers";

const validator = new Validator();
const result = await validator.validate(JSON.parse(await text(process.stdin)));
console.log(`OpenAPI ${validator.version}`);
for (const fault of result.valid ? [] : [].concat(result.errors)) {
  console.log(typeof fault === "string" ? fault : `${fault.instancePath}: ${fault.message}`);
}
