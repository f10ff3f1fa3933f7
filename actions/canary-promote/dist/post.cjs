// Made from actions/canary-promote/src by `npm run build`. Do not edit; licences are in THIRD-PARTY-NOTICES.
// actions/canary-promote/src/post-main.ts
process.env["SHIPGATE_POST"] = "true";
var program = "./index.cjs";
void import(program);
