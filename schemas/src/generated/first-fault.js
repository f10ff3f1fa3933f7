// Made from schemas/*.schema.json by scripts/generate-schemas.ts; `npm run fix` makes it anew.
// Holds parts of ajv and ajv-formats (MIT licence).
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS({
  "ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var require_formats = __commonJS({
  "ajv-formats/dist/formats.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.formatNames = exports.fastFormats = exports.fullFormats = void 0;
    function fmtDef(validate, compare) {
      return { validate, compare };
    }
    exports.fullFormats = {
      // date: http://tools.ietf.org/html/rfc3339#section-5.6
      date: fmtDef(date, compareDate),
      // date-time: http://tools.ietf.org/html/rfc3339#section-5.6
      time: fmtDef(getTime(true), compareTime),
      "date-time": fmtDef(getDateTime(true), compareDateTime),
      "iso-time": fmtDef(getTime(), compareIsoTime),
      "iso-date-time": fmtDef(getDateTime(), compareIsoDateTime),
      // duration: https://tools.ietf.org/html/rfc3339#appendix-A
      duration: /^P(?!$)((\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(\d+W)?)$/,
      uri,
      "uri-reference": /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
      // uri-template: https://tools.ietf.org/html/rfc6570
      "uri-template": /^(?:(?:[^\x00-\x20"'<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
      // For the source: https://gist.github.com/dperini/729294
      // For test cases: https://mathiasbynens.be/demo/url-regex
      url: /^(?:https?|ftp):\/\/(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)(?:\.(?:[a-z0-9\u{00a1}-\u{ffff}]+-)*[a-z0-9\u{00a1}-\u{ffff}]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
      email: /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i,
      hostname: /^(?=.{1,253}\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*\.?$/i,
      // optimized https://www.safaribooksonline.com/library/view/regular-expressions-cookbook/9780596802837/ch07s16.html
      ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
      ipv6: /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
      regex,
      // uuid: http://tools.ietf.org/html/rfc4122
      uuid: /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      // JSON-pointer: https://tools.ietf.org/html/rfc6901
      // uri fragment: https://tools.ietf.org/html/rfc3986#appendix-A
      "json-pointer": /^(?:\/(?:[^~/]|~0|~1)*)*$/,
      "json-pointer-uri-fragment": /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
      // relative JSON-pointer: http://tools.ietf.org/html/draft-luff-relative-json-pointer-00
      "relative-json-pointer": /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
      // the following formats are used by the openapi specification: https://spec.openapis.org/oas/v3.0.0#data-types
      // byte: https://github.com/miguelmota/is-base64
      byte,
      // signed 32 bit integer
      int32: { type: "number", validate: validateInt32 },
      // signed 64 bit integer
      int64: { type: "number", validate: validateInt64 },
      // C-type float
      float: { type: "number", validate: validateNumber },
      // C-type double
      double: { type: "number", validate: validateNumber },
      // hint to the UI to hide input strings
      password: true,
      // unchecked string payload
      binary: true
    };
    exports.fastFormats = {
      ...exports.fullFormats,
      date: fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d$/, compareDate),
      time: fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareTime),
      "date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\dt(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i, compareDateTime),
      "iso-time": fmtDef(/^(?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoTime),
      "iso-date-time": fmtDef(/^\d\d\d\d-[0-1]\d-[0-3]\d[t\s](?:[0-2]\d:[0-5]\d:[0-5]\d|23:59:60)(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)?$/i, compareIsoDateTime),
      // uri: https://github.com/mafintosh/is-my-json-valid/blob/master/formats.js
      uri: /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/)?[^\s]*$/i,
      "uri-reference": /^(?:(?:[a-z][a-z0-9+\-.]*:)?\/?\/)?(?:[^\\\s#][^\s#]*)?(?:#[^\\\s]*)?$/i,
      // email (sources from jsen validator):
      // http://stackoverflow.com/questions/201323/using-a-regular-expression-to-validate-an-email-address#answer-8829363
      // http://www.w3.org/TR/html5/forms.html#valid-e-mail-address (search for 'wilful violation')
      email: /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
    };
    exports.formatNames = Object.keys(exports.fullFormats);
    function isLeapYear(year) {
      return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    }
    var DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
    var DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    function date(str) {
      const matches = DATE.exec(str);
      if (!matches)
        return false;
      const year = +matches[1];
      const month = +matches[2];
      const day = +matches[3];
      return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
    }
    function compareDate(d1, d2) {
      if (!(d1 && d2))
        return void 0;
      if (d1 > d2)
        return 1;
      if (d1 < d2)
        return -1;
      return 0;
    }
    var TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
    function getTime(strictTimeZone) {
      return function time(str) {
        const matches = TIME.exec(str);
        if (!matches)
          return false;
        const hr = +matches[1];
        const min = +matches[2];
        const sec = +matches[3];
        const tz = matches[4];
        const tzSign = matches[5] === "-" ? -1 : 1;
        const tzH = +(matches[6] || 0);
        const tzM = +(matches[7] || 0);
        if (tzH > 23 || tzM > 59 || strictTimeZone && !tz)
          return false;
        if (hr <= 23 && min <= 59 && sec < 60)
          return true;
        const utcMin = min - tzM * tzSign;
        const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
        return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
      };
    }
    function compareTime(s1, s2) {
      if (!(s1 && s2))
        return void 0;
      const t1 = (/* @__PURE__ */ new Date("2020-01-01T" + s1)).valueOf();
      const t2 = (/* @__PURE__ */ new Date("2020-01-01T" + s2)).valueOf();
      if (!(t1 && t2))
        return void 0;
      return t1 - t2;
    }
    function compareIsoTime(t1, t2) {
      if (!(t1 && t2))
        return void 0;
      const a1 = TIME.exec(t1);
      const a2 = TIME.exec(t2);
      if (!(a1 && a2))
        return void 0;
      t1 = a1[1] + a1[2] + a1[3];
      t2 = a2[1] + a2[2] + a2[3];
      if (t1 > t2)
        return 1;
      if (t1 < t2)
        return -1;
      return 0;
    }
    var DATE_TIME_SEPARATOR = /t|\s/i;
    function getDateTime(strictTimeZone) {
      const time = getTime(strictTimeZone);
      return function date_time(str) {
        const dateTime = str.split(DATE_TIME_SEPARATOR);
        return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
      };
    }
    function compareDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const d1 = new Date(dt1).valueOf();
      const d2 = new Date(dt2).valueOf();
      if (!(d1 && d2))
        return void 0;
      return d1 - d2;
    }
    function compareIsoDateTime(dt1, dt2) {
      if (!(dt1 && dt2))
        return void 0;
      const [d1, t1] = dt1.split(DATE_TIME_SEPARATOR);
      const [d2, t2] = dt2.split(DATE_TIME_SEPARATOR);
      const res = compareDate(d1, d2);
      if (res === void 0)
        return void 0;
      return res || compareTime(t1, t2);
    }
    var NOT_URI_FRAGMENT = /\/|:/;
    var URI = /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
    function uri(str) {
      return NOT_URI_FRAGMENT.test(str) && URI.test(str);
    }
    var BYTE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/gm;
    function byte(str) {
      BYTE.lastIndex = 0;
      return BYTE.test(str);
    }
    var MIN_INT32 = -(2 ** 31);
    var MAX_INT32 = 2 ** 31 - 1;
    function validateInt32(value) {
      return Number.isInteger(value) && value <= MAX_INT32 && value >= MIN_INT32;
    }
    function validateInt64(value) {
      return Number.isInteger(value);
    }
    function validateNumber() {
      return true;
    }
    var Z_ANCHOR = /[^\\]\\Z/;
    function regex(str) {
      if (Z_ANCHOR.test(str))
        return false;
      try {
        new RegExp(str);
        return true;
      } catch (e) {
        return false;
      }
    }
  }
});
var validateVerdict = validate21;
var schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "urn:shipgate:schema:verdict:1", "title": "Verdict", "description": "What one gate decided about one commit, and why. Written by every gate, read by the plugins.", "type": "object", "additionalProperties": false, "required": ["version", "gate", "outcome", "subject", "headline", "reasons", "proofs", "evidence", "tool", "startedAt", "finishedAt"], "properties": { "version": { "const": 1, "description": "Version of this schema." }, "gate": { "$ref": "#/definitions/gate" }, "outcome": { "$ref": "#/definitions/outcome" }, "headline": { "type": "string", "minLength": 1, "maxLength": 300, "description": "The finding in one sentence that is true when read alone, without the outcome's glyph." }, "subject": { "$ref": "#/definitions/subject" }, "reasons": { "type": "array", "items": { "$ref": "#/definitions/reason" }, "description": "All of them, worst first." }, "proofs": { "type": "array", "items": { "$ref": "#/definitions/proof" } }, "evidence": { "type": "object", "description": "Facts, by gate." }, "tool": { "$ref": "#/definitions/tool" }, "startedAt": { "type": "string", "format": "date-time", "examples": ["2026-11-20T14:03:45Z"] }, "finishedAt": { "type": "string", "format": "date-time", "examples": ["2026-11-20T14:03:48Z"] } }, "allOf": [{ "if": { "properties": { "gate": { "const": "migrate-gate" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/migrateGateEvidence" } } } }, { "if": { "properties": { "gate": { "const": "canary-promote" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/canaryPromoteEvidence" } } } }, { "if": { "properties": { "gate": { "const": "checklist" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/checklistEvidence" } } } }, { "if": { "properties": { "gate": { "const": "security-scan" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/securityScanEvidence" } } } }, { "$comment": "A gate does not pass over a reason that blocks, nor without a required proof.", "if": { "properties": { "outcome": { "const": "pass" } }, "required": ["outcome"] }, "then": { "$ref": "#/definitions/passing" } }, { "$comment": "Nor does security-scan pass without the answer of a scanner that has to give one.", "if": { "properties": { "outcome": { "const": "pass" }, "gate": { "const": "security-scan" } }, "required": ["outcome", "gate"] }, "then": { "properties": { "evidence": { "properties": { "scanners": { "items": { "if": { "properties": { "required": { "const": true } }, "required": ["required"] }, "then": { "properties": { "outcome": { "enum": ["clean", "findings"] } } } } } } } } } }], "definitions": { "gate": { "enum": ["migrate-gate", "canary-promote", "checklist", "security-scan"] }, "tool": { "type": "object", "additionalProperties": false, "required": ["name", "version"], "properties": { "name": { "type": "string", "minLength": 1 }, "version": { "type": "string", "minLength": 1 }, "commit": { "$ref": "#/definitions/commit" } } }, "passing": { "properties": { "reasons": { "items": { "properties": { "blocks": { "const": "no" } } } }, "proofs": { "items": { "if": { "properties": { "required": { "const": true } }, "required": ["required"] }, "then": { "properties": { "outcome": { "const": "pass" } } } } } } }, "outcome": { "enum": ["pass", "fail", "unknown"], "description": "unknown never passes: something required could not be proven." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$", "examples": ["9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70"] }, "severity": { "enum": ["data-loss", "error", "warning", "note"], "description": "Worst first. data-loss and error are faults: they fail the gate." }, "subject": { "type": "object", "additionalProperties": false, "properties": { "service": { "type": "string", "minLength": 1 }, "repository": { "type": "string", "pattern": "^[^/\\s]+/[^/\\s]+$", "examples": ["acme/order-service"] }, "commit": { "$ref": "#/definitions/commit" }, "base": { "$ref": "#/definitions/commit" }, "ref": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "environment": { "type": "string", "minLength": 1 }, "path": { "type": "string", "description": "What was looked at, from the top of the repository." }, "run": { "$ref": "#/definitions/workflowRun" } } }, "workflowRun": { "type": "object", "additionalProperties": false, "required": ["id", "attempt"], "properties": { "id": { "type": "string", "pattern": "^[0-9]+$", "examples": ["19532781146"] }, "attempt": { "type": "integer", "minimum": 1 } } }, "location": { "type": "object", "additionalProperties": false, "required": ["file"], "properties": { "file": { "type": "string", "minLength": 1, "description": "From the top of the repository, with /." }, "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 } } }, "allowance": { "type": "object", "additionalProperties": false, "required": ["by", "reason"], "properties": { "by": { "enum": ["comment", "baseline", "override"] }, "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] } } }, "blocks": { "enum": ["fail", "unknown", "no"], "description": "What a reason makes of the outcome." }, "repair": { "type": "object", "description": "What can be pasted.", "additionalProperties": false, "required": ["language", "text"], "properties": { "language": { "enum": ["sql", "diff", "sh", "yaml"] }, "text": { "type": "string", "minLength": 1 } } }, "reason": { "type": "object", "additionalProperties": false, "required": ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"], "properties": { "code": { "type": "string", "maxLength": 100, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "examples": ["drift", "down-fails"] }, "severity": { "$ref": "#/definitions/severity" }, "blocks": { "$ref": "#/definitions/blocks" }, "title": { "type": "string", "minLength": 1 }, "seen": { "type": "string", "minLength": 1 }, "hurts": { "type": "string", "minLength": 1 }, "mend": { "type": "string", "minLength": 1 }, "repair": { "$ref": "#/definitions/repair" }, "location": { "$ref": "#/definitions/location" }, "excerpt": { "type": "string", "description": "The line of the file at location." }, "docs": { "type": "string", "minLength": 1, "description": "Page of the reason: a URL, or its path in Shipgate's repository." }, "allowance": { "$ref": "#/definitions/allowance" }, "evidence": { "type": "object" } } }, "proofOutcome": { "enum": ["pass", "fail", "not-proven"] }, "proof": { "type": "object", "additionalProperties": false, "required": ["name", "required", "outcome", "seen"], "properties": { "name": { "type": "string", "minLength": 1 }, "required": { "type": "boolean" }, "outcome": { "$ref": "#/definitions/proofOutcome" }, "seen": { "type": "string", "minLength": 1 } } }, "milliseconds": { "type": "number", "minimum": 0 }, "databaseError": { "type": "object", "additionalProperties": false, "required": ["message"], "properties": { "message": { "type": "string" }, "sqlState": { "type": "string", "pattern": "^[0-9A-Z]{5}$", "examples": ["42P01"] }, "detail": { "type": "string" }, "hint": { "type": "string" }, "object": { "type": "string" } } }, "runOutcome": { "enum": ["ok", "failed", "timed-out", "missing", "not-run"] }, "migrationRun": { "type": "object", "additionalProperties": false, "required": ["outcome"], "properties": { "outcome": { "$ref": "#/definitions/runOutcome" }, "durationMs": { "$ref": "#/definitions/milliseconds" }, "error": { "$ref": "#/definitions/databaseError" } } }, "attributeDifference": { "type": "object", "additionalProperties": false, "required": ["name", "expected", "got"], "properties": { "name": { "type": "string" }, "expected": { "type": ["string", "null"] }, "got": { "type": ["string", "null"] } } }, "schemaDifference": { "type": "object", "additionalProperties": false, "required": ["class", "object", "change", "noise", "after"], "properties": { "class": { "type": "string", "minLength": 1 }, "object": { "type": "string", "minLength": 1 }, "change": { "enum": ["gone", "new", "changed"] }, "after": { "enum": ["down", "re-up"], "description": "after down: against the schema before up; after re-up: against the schema after the first up." }, "noise": { "type": ["string", "null"], "description": "Class of noise, null for a real difference." }, "attributes": { "type": "array", "items": { "$ref": "#/definitions/attributeDifference" } } } }, "roundTrip": { "type": "object", "additionalProperties": false, "required": ["migrations", "outcome", "up", "down", "reup", "objects", "schema"], "properties": { "migrations": { "type": "integer", "minimum": 0 }, "outcome": { "enum": ["clean", "noise", "fault", "unknown"] }, "up": { "$ref": "#/definitions/count" }, "down": { "$ref": "#/definitions/count" }, "reup": { "$ref": "#/definitions/count" }, "objects": { "type": "integer", "minimum": 0, "description": "Schema objects compared." }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } }, "count": { "type": "object", "additionalProperties": false, "required": ["ok", "of"], "properties": { "ok": { "type": "integer", "minimum": 0 }, "of": { "type": "integer", "minimum": 0 } } }, "migrationStatus": { "enum": ["clean", "noise", "no-down", "up-fails", "down-fails", "re-up-fails", "drift", "data-loss", "unknown", "allowed"], "description": "Of the round trip alone, the worst that was seen." }, "migrationEvidence": { "type": "object", "additionalProperties": false, "required": ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"], "properties": { "version": { "type": "string" }, "name": { "type": "string" }, "file": { "type": "string" }, "downFile": { "type": "string", "description": "Only where it is another file." }, "status": { "$ref": "#/definitions/migrationStatus" }, "batch": { "type": "boolean", "description": "Part of the new migrations of this change." }, "alone": { "enum": ["reversible", "only-in-group", "not-reversible", "unknown"] }, "group": { "type": "array", "items": { "type": "string" }, "description": "Smallest enclosing group that comes back clean." }, "up": { "$ref": "#/definitions/migrationRun" }, "down": { "$ref": "#/definitions/migrationRun" }, "reup": { "$ref": "#/definitions/migrationRun" }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } }, "engineEvidence": { "type": "object", "additionalProperties": false, "required": ["kind", "version", "startMs"], "properties": { "kind": { "enum": ["embedded", "local", "url"] }, "version": { "type": "string" }, "startMs": { "$ref": "#/definitions/milliseconds" } } }, "planStep": { "type": "object", "additionalProperties": false, "required": ["version", "file", "outcome"], "properties": { "version": { "type": "string" }, "file": { "type": "string" }, "outcome": { "$ref": "#/definitions/runOutcome" }, "durationMs": { "$ref": "#/definitions/milliseconds" } } }, "migrateGateEvidence": { "type": "object", "additionalProperties": false, "required": ["scope", "migrations", "timings"], "properties": { "scope": { "enum": ["new", "all"] }, "layout": { "type": "string" }, "total": { "type": "integer", "minimum": 0 }, "migrations": { "type": "array", "items": { "$ref": "#/definitions/migrationEvidence" }, "description": "In order." }, "batch": { "$ref": "#/definitions/roundTrip" }, "chain": { "$ref": "#/definitions/roundTrip" }, "engine": { "$ref": "#/definitions/engineEvidence" }, "plan": { "type": "array", "description": "The way back as rehearsed: downs in order.", "items": { "$ref": "#/definitions/planStep" } }, "timings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/milliseconds" } } } }, "rate": { "type": "number", "minimum": 0, "maximum": 1 }, "rateOrNull": { "type": ["number", "null"], "minimum": 0, "maximum": 1 }, "whole": { "type": "integer", "minimum": 0 }, "moment": { "type": ["string", "number", "null"], "format": "date-time", "description": "UTC as text, or seconds since the rollout began; null: not yet.", "examples": ["2026-11-20T14:03:45Z"] }, "logE": { "type": ["number", "null"], "description": "Natural logarithm; null: E is 0." }, "bothArms": { "type": "object", "additionalProperties": false, "required": ["canary", "baseline"], "properties": { "canary": { "$ref": "#/definitions/whole" }, "baseline": { "$ref": "#/definitions/whole" } } }, "canaryAction": { "enum": ["hold", "wait", "promote", "finish", "rollback", "stop", null], "description": "hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided." }, "canaryMetricEvidence": { "type": "object", "additionalProperties": true, "required": ["name", "logE", "weight"], "properties": { "name": { "type": "string", "minLength": 1 }, "logE": { "$ref": "#/definitions/logE", "description": "Of the metric alone." }, "weight": { "$ref": "#/definitions/rate" } } }, "canaryShare": { "type": "object", "additionalProperties": true, "required": ["set", "measured"], "properties": { "set": { "$ref": "#/definitions/rate", "description": "As the step asks for." }, "measured": { "$ref": "#/definitions/rateOrNull", "description": "Of the counted requests." } } }, "canaryStepEvidence": { "type": "object", "additionalProperties": true, "required": ["weight", "from", "to", "decision", "strata", "requests", "errors", "logE", "metrics", "share", "breaker"], "properties": { "weight": { "type": "number", "minimum": 0, "maximum": 100, "description": "Percent." }, "from": { "$ref": "#/definitions/moment" }, "to": { "$ref": "#/definitions/moment" }, "decision": { "$ref": "#/definitions/canaryAction" }, "strata": { "type": ["integer", "object"], "minimum": 0, "additionalProperties": true, "description": "Used; or how many of each kind." }, "requests": { "$ref": "#/definitions/bothArms" }, "errors": { "$ref": "#/definitions/bothArms" }, "logE": { "$ref": "#/definitions/logE", "description": "At its end." }, "metrics": { "type": "array", "items": { "$ref": "#/definitions/canaryMetricEvidence" } }, "share": { "$ref": "#/definitions/canaryShare" }, "breaker": { "type": ["boolean", "number", "string", "object", "null"], "description": "The fast part B: whether, or with what, it decided." } } }, "canaryDecision": { "type": "object", "additionalProperties": true, "required": ["action", "at", "reason", "logE"], "properties": { "action": { "$ref": "#/definitions/canaryAction" }, "at": { "$ref": "#/definitions/moment" }, "reason": { "type": "string", "minLength": 1, "description": "Code." }, "logE": { "$ref": "#/definitions/logE" } } }, "canaryRouterEvidence": { "type": ["object", "null"], "additionalProperties": true, "required": ["kind", "object", "before", "after"], "properties": { "kind": { "type": "string", "minLength": 1 }, "object": { "type": ["string", "null"] }, "before": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." }, "after": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." } } }, "canaryPlanEvidence": { "type": "object", "additionalProperties": true, "required": ["hash", "alpha", "beta", "test"], "properties": { "hash": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "sha256 of the plan." }, "alpha": { "$ref": "#/definitions/rate" }, "beta": { "$ref": "#/definitions/rate" }, "test": { "type": "string", "minLength": 1, "examples": ["R15"], "description": "The one that was used." } } }, "canaryPoint": { "type": "object", "description": "One stratum, for charts.", "additionalProperties": true, "required": ["t", "step", "logE", "canary", "baseline"], "properties": { "t": { "type": "number", "description": "Seconds since the rollout began." }, "step": { "$ref": "#/definitions/whole", "description": "From 0." }, "logE": { "$ref": "#/definitions/logE" }, "canary": { "$ref": "#/definitions/rateOrNull", "description": "Error rate; null without requests." }, "baseline": { "$ref": "#/definitions/rateOrNull", "description": "Error rate; null without requests." } } }, "canaryStrata": { "type": "object", "additionalProperties": true, "required": ["used", "dropped"], "properties": { "used": { "$ref": "#/definitions/whole" }, "dropped": { "$ref": "#/definitions/whole" } } }, "canaryPlacebo": { "type": ["object", "null"], "additionalProperties": true, "required": ["groups", "reached"], "properties": { "groups": { "$ref": "#/definitions/whole", "description": "Fake canaries." }, "reached": { "$ref": "#/definitions/whole", "description": "Those that looked guilty." } } }, "canaryPromoteEvidence": { "type": "object", "description": "Facts of a rollout; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "steps": { "type": "array", "items": { "$ref": "#/definitions/canaryStepEvidence" }, "description": "Those that were reached, in order." }, "decision": { "$ref": "#/definitions/canaryDecision" }, "samples": { "type": ["string", "null"], "description": "File of the recorded samples, which replays to the same bytes." }, "router": { "$ref": "#/definitions/canaryRouterEvidence" }, "exposure": { "type": "object", "additionalProperties": false, "required": ["requests", "bad"], "properties": { "requests": { "$ref": "#/definitions/whole" }, "bad": { "$ref": "#/definitions/whole" } }, "description": "Requests that met the canary until the decision, and those of them that failed." }, "plan": { "$ref": "#/definitions/canaryPlanEvidence" }, "series": { "type": "array", "items": { "$ref": "#/definitions/canaryPoint" } }, "strata": { "$ref": "#/definitions/canaryStrata" }, "placebo": { "$ref": "#/definitions/canaryPlacebo" }, "preflight": { "type": ["array", "object"], "items": { "type": "object", "additionalProperties": true }, "additionalProperties": true, "description": "What can be seen, and when." } } }, "checklistItemState": { "enum": ["done", "open", "not-applicable", "unknown"] }, "checklistItemEvidence": { "type": "object", "additionalProperties": false, "required": ["kind", "outcome", "source", "seen"], "properties": { "kind": { "enum": ["gate", "report", "metric", "http", "manifest", "file", "command", "attestation"] }, "outcome": { "enum": ["pass", "fail", "stale", "unknown"], "description": "stale: about another commit, version or image, or older than its limit." }, "value": { "type": "string" }, "threshold": { "type": "string" }, "source": { "type": "string", "minLength": 1 }, "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "at": { "type": "string", "format": "date-time" }, "seen": { "type": "string", "minLength": 1 } } }, "checklistItem": { "type": "object", "additionalProperties": false, "required": ["id", "file", "line", "phase", "text", "depth", "state", "claimed", "gates", "evidence"], "properties": { "id": { "type": "string", "minLength": 1 }, "file": { "type": "string", "minLength": 1 }, "line": { "type": "integer", "minimum": 1 }, "phase": { "type": ["string", "null"], "description": "Anchor of its heading." }, "text": { "type": "string" }, "depth": { "type": "integer", "minimum": 0 }, "state": { "$ref": "#/definitions/checklistItemState" }, "claimed": { "type": "boolean", "description": "Ticked by hand." }, "gates": { "type": "boolean", "description": "Whether this run was about its phase." }, "evidence": { "type": "array", "items": { "$ref": "#/definitions/checklistItemEvidence" } } } }, "checklistPhaseCount": { "type": "object", "description": "Its items, counted. done is proven, claimed and not applicable together.", "additionalProperties": false, "required": ["id", "title", "gates", "items", "done", "proven", "claimed", "notApplicable", "open", "unknown"], "properties": { "id": { "type": "string", "minLength": 1 }, "title": { "type": "string" }, "number": { "type": "integer", "minimum": 0 }, "gates": { "type": "boolean" }, "items": { "type": "integer", "minimum": 0 }, "done": { "type": "integer", "minimum": 0 }, "proven": { "type": "integer", "minimum": 0 }, "claimed": { "type": "integer", "minimum": 0 }, "notApplicable": { "type": "integer", "minimum": 0 }, "open": { "type": "integer", "minimum": 0 }, "unknown": { "type": "integer", "minimum": 0 } } }, "checklistSignature": { "type": "object", "additionalProperties": false, "required": ["role", "label", "claimed", "proven", "state"], "properties": { "role": { "type": "string", "minLength": 1 }, "label": { "type": "string", "minLength": 1 }, "line": { "type": "integer", "minimum": 1 }, "claimed": { "oneOf": [{ "type": "null" }, { "type": "object", "additionalProperties": false, "required": ["name", "date"], "properties": { "name": { "type": ["string", "null"] }, "date": { "type": ["string", "null"] } } }], "description": "As the Markdown says; it proves nobody." }, "proven": { "oneOf": [{ "type": "null" }, { "type": "object", "additionalProperties": false, "required": ["login", "id", "kind", "commit", "at"], "properties": { "login": { "type": "string", "minLength": 1 }, "id": { "type": "integer", "minimum": 1 }, "kind": { "enum": ["review", "commit-comment", "signed-commit", "environment"] }, "commit": { "$ref": "#/definitions/commit" }, "at": { "type": ["string", "null"], "format": "date-time" }, "url": { "type": "string" } } }] }, "state": { "enum": ["proven", "claimed", "missing", "stale", "void", "not-allowed", "unknown"] }, "seen": { "type": "string", "description": "What the state rests on, in words." } } }, "checklistManifest": { "type": "object", "additionalProperties": false, "required": ["file", "line", "kind", "name", "rule", "result", "message"], "properties": { "file": { "type": "string", "minLength": 1 }, "line": { "type": "integer", "minimum": 1 }, "kind": { "type": "string", "minLength": 1 }, "namespace": { "type": "string" }, "name": { "type": "string" }, "container": { "type": "string" }, "rule": { "type": "string", "minLength": 1 }, "result": { "enum": ["pass", "fail", "not-evaluated", "ignored", "error"] }, "message": { "type": "string" } } }, "checklistOverride": { "type": "object", "description": "Break-glass: what was let through in spite of its reasons.", "additionalProperties": false, "required": ["reason", "expires", "people"], "properties": { "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date-time" }, "people": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["login", "id", "at"], "properties": { "login": { "type": "string", "minLength": 1 }, "id": { "type": "integer", "minimum": 1 }, "at": { "type": "string", "format": "date-time" } } } } } }, "checklistEvidence": { "type": "object", "description": "Facts of a checklist; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "mode": { "enum": ["report", "enforce", "manifests"] }, "when": { "enum": ["before", "after"] }, "subject": { "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$", "description": "What is signed: SHA-256 of the tree with the sign-off lines blanked." }, "policy": { "type": "object", "additionalProperties": false, "required": ["file", "commit"], "properties": { "file": { "type": "string", "minLength": 1 }, "commit": { "oneOf": [{ "$ref": "#/definitions/commit" }, { "type": "null" }] } } }, "items": { "type": "array", "items": { "$ref": "#/definitions/checklistItem" } }, "phases": { "type": "array", "items": { "$ref": "#/definitions/checklistPhaseCount" } }, "signatures": { "type": "array", "items": { "$ref": "#/definitions/checklistSignature" } }, "manifests": { "type": "array", "items": { "$ref": "#/definitions/checklistManifest" } }, "override": { "$ref": "#/definitions/checklistOverride" } } }, "securitySeverity": { "enum": ["critical", "high", "medium", "low"], "description": "Worst first." }, "securityScanner": { "type": "object", "description": "One scanner, and whether it answered.", "additionalProperties": false, "required": ["name", "version", "outcome", "findings", "durationMs", "reason", "seen", "source"], "properties": { "name": { "type": "string", "minLength": 1 }, "version": { "type": ["string", "null"], "minLength": 1, "description": "Of the tool; null: it did not say." }, "outcome": { "enum": ["clean", "findings", "error", "not-run"], "description": "error: it looked, or tried to, and gave no answer; not-run: it never looked." }, "findings": { "type": ["integer", "null"], "minimum": 0, "description": "null: not known." }, "durationMs": { "$ref": "#/definitions/milliseconds" }, "reason": { "type": ["string", "null"], "minLength": 1, "description": "Why there is no answer." }, "seen": { "type": ["string", "null"], "minLength": 1, "description": "How much was looked at, in words: 812 packages." }, "source": { "enum": ["ran", "report"], "description": "report: a saved one was read, nothing was run." }, "file": { "type": "string", "minLength": 1, "description": "The saved report, from the top of the repository." }, "required": { "type": "boolean", "description": "Whether the gate does not pass without its answer." } }, "allOf": [{ "if": { "properties": { "outcome": { "enum": ["error", "not-run"] } }, "required": ["outcome"] }, "then": { "properties": { "findings": { "const": null }, "reason": { "type": "string" } } } }, { "if": { "properties": { "outcome": { "const": "clean" } }, "required": ["outcome"] }, "then": { "properties": { "findings": { "const": 0 } } } }, { "if": { "properties": { "outcome": { "const": "findings" } }, "required": ["outcome"] }, "then": { "properties": { "findings": { "type": "integer", "minimum": 1 } } } }] }, "securityLocation": { "type": ["object", "null"], "additionalProperties": false, "required": ["path"], "properties": { "path": { "type": "string", "minLength": 1, "description": "From the top of the repository, with /." }, "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 }, "endLine": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 } } }, "securityPackage": { "type": ["object", "null"], "additionalProperties": false, "required": ["purl", "range", "fixed"], "properties": { "purl": { "type": "string", "pattern": "^pkg:", "examples": ["pkg:npm/table-press@2.3.0"] }, "range": { "type": ["string", "null"], "minLength": 1, "description": "Affected versions." }, "fixed": { "type": ["string", "null"], "minLength": 1, "description": "First version that mends it; null: none, or none is told." }, "via": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "From the direct dependency down to the package, without it." } } }, "securityAllowance": { "type": "object", "description": "Why a finding does not block.", "additionalProperties": false, "required": ["by", "reason", "expires"], "properties": { "by": { "enum": ["policy", "in-source", "external"], "description": "policy: an entry of security.allow; the others are the scanner's own word." }, "reason": { "type": ["string", "null"], "minLength": 1 }, "expires": { "type": ["string", "null"], "format": "date", "examples": ["2027-01-31"] } } }, "securityFinding": { "type": "object", "description": "One thing that was found, by one scanner or several.", "additionalProperties": false, "required": ["scanner", "rule", "category", "title", "severity", "state", "location", "package", "advisories", "kev", "fingerprints", "message"], "properties": { "scanner": { "type": "string", "minLength": 1 }, "also": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Other scanners that found the same." }, "rule": { "type": "string", "minLength": 1 }, "category": { "enum": ["secret", "dependency", "code", "manifest", "contract"] }, "title": { "type": "string", "minLength": 1, "description": "What is there, in a few words. No value of a secret is in any text." }, "severity": { "$ref": "#/definitions/securitySeverity" }, "state": { "enum": ["new", "known", "suppressed"], "description": "known: the base has it too." }, "location": { "$ref": "#/definitions/securityLocation" }, "package": { "$ref": "#/definitions/securityPackage" }, "advisories": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Ids and aliases; the first is the one that people see." }, "kev": { "type": "boolean", "description": "In CISA's catalogue of Known Exploited Vulnerabilities." }, "fingerprints": { "type": "object", "additionalProperties": { "type": "string" } }, "message": { "type": "string" }, "fix": { "type": "string", "minLength": 1, "description": "A command that mends it." }, "commit": { "type": "string", "minLength": 1, "description": "Of the history, when the finding is not in the checkout." }, "allow": { "$ref": "#/definitions/securityAllowance" } }, "allOf": [{ "if": { "properties": { "state": { "const": "suppressed" } }, "required": ["state"] }, "then": { "required": ["allow"], "properties": { "allow": true } } }] }, "securityCount": { "type": "object", "additionalProperties": false, "required": ["critical", "high", "medium", "low"], "properties": { "critical": { "$ref": "#/definitions/whole" }, "high": { "$ref": "#/definitions/whole" }, "medium": { "$ref": "#/definitions/whole" }, "low": { "$ref": "#/definitions/whole" } } }, "securityEnding": { "type": "object", "description": "An allowance that ends soon.", "additionalProperties": false, "required": ["index", "target", "expires", "daysLeft"], "properties": { "index": { "type": "integer", "minimum": 0, "description": "In security.allow." }, "target": { "type": "string", "minLength": 1, "description": "The advisory, fingerprint or rule." }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] }, "daysLeft": { "type": "integer", "description": "Whole days after today on which it still counts." } } }, "securityScanEvidence": { "type": "object", "description": "Facts of security-scan; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "policy": { "type": "object", "additionalProperties": false, "required": ["file", "commit"], "properties": { "file": { "type": "string", "minLength": 1 }, "commit": { "$ref": "#/definitions/commitOrNull" } } }, "failOn": { "type": "object", "description": "What blocks: this severity and worse.", "additionalProperties": false, "required": ["severity", "state"], "properties": { "severity": { "$ref": "#/definitions/securitySeverity" }, "state": { "enum": ["new", "any"] } } }, "base": { "$ref": "#/definitions/commitOrNull", "description": "What new is measured against; null: nothing, or a baseline." }, "baseline": { "type": ["string", "null"], "minLength": 1, "description": "SARIF of the base that was read instead." }, "scanners": { "type": "array", "items": { "$ref": "#/definitions/securityScanner" } }, "counts": { "type": "object", "description": "Of all findings, listed or not.", "additionalProperties": false, "required": ["new", "known", "suppressed"], "properties": { "new": { "$ref": "#/definitions/securityCount" }, "known": { "$ref": "#/definitions/securityCount" }, "suppressed": { "$ref": "#/definitions/securityCount" } } }, "findings": { "type": "array", "maxItems": 1e3, "items": { "$ref": "#/definitions/securityFinding" }, "description": "New and worst first." }, "omitted": { "$ref": "#/definitions/whole", "description": "Findings that are counted and not listed." }, "kev": { "type": ["object", "null"], "additionalProperties": false, "required": ["date", "count"], "properties": { "date": { "type": "string", "format": "date", "examples": ["2027-01-31"] }, "count": { "$ref": "#/definitions/whole" } }, "description": "The catalogue that was read: its own date, and how many entries it has." }, "allow": { "type": "object", "description": "Entries of security.allow.", "additionalProperties": false, "required": ["used", "stale", "expired", "ending"], "properties": { "used": { "$ref": "#/definitions/whole" }, "stale": { "$ref": "#/definitions/whole", "description": "Entries that match nothing." }, "expired": { "$ref": "#/definitions/whole" }, "ending": { "type": "array", "items": { "$ref": "#/definitions/securityEnding" } } } }, "sarif": { "type": "object", "additionalProperties": false, "required": ["results", "uploaded", "dropped"], "properties": { "results": { "$ref": "#/definitions/whole", "description": "In the full file." }, "uploaded": { "$ref": "#/definitions/whole", "description": "In the file for code scanning." }, "dropped": { "$ref": "#/definitions/whole", "description": "Left out of it by GitHub's limits." } } } } }, "commitOrNull": { "type": ["string", "null"], "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$" } } };
var schema7 = { "type": "object", "additionalProperties": false, "required": ["scope", "migrations", "timings"], "properties": { "scope": { "enum": ["new", "all"] }, "layout": { "type": "string" }, "total": { "type": "integer", "minimum": 0 }, "migrations": { "type": "array", "items": { "$ref": "#/definitions/migrationEvidence" }, "description": "In order." }, "batch": { "$ref": "#/definitions/roundTrip" }, "chain": { "$ref": "#/definitions/roundTrip" }, "engine": { "$ref": "#/definitions/engineEvidence" }, "plan": { "type": "array", "description": "The way back as rehearsed: downs in order.", "items": { "$ref": "#/definitions/planStep" } }, "timings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/milliseconds" } } } };
var func2 = Object.prototype.hasOwnProperty;
var schema8 = { "type": "object", "additionalProperties": false, "required": ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"], "properties": { "version": { "type": "string" }, "name": { "type": "string" }, "file": { "type": "string" }, "downFile": { "type": "string", "description": "Only where it is another file." }, "status": { "$ref": "#/definitions/migrationStatus" }, "batch": { "type": "boolean", "description": "Part of the new migrations of this change." }, "alone": { "enum": ["reversible", "only-in-group", "not-reversible", "unknown"] }, "group": { "type": "array", "items": { "type": "string" }, "description": "Smallest enclosing group that comes back clean." }, "up": { "$ref": "#/definitions/migrationRun" }, "down": { "$ref": "#/definitions/migrationRun" }, "reup": { "$ref": "#/definitions/migrationRun" }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } };
var schema9 = { "enum": ["clean", "noise", "no-down", "up-fails", "down-fails", "re-up-fails", "drift", "data-loss", "unknown", "allowed"], "description": "Of the round trip alone, the worst that was seen." };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "clean" || data === "noise" || data === "no-down" || data === "up-fails" || data === "down-fails" || data === "re-up-fails" || data === "drift" || data === "data-loss" || data === "unknown" || data === "allowed")) {
    validate24.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema9.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
var schema11 = { "enum": ["ok", "failed", "timed-out", "missing", "not-run"] };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "ok" || data === "failed" || data === "timed-out" || data === "missing" || data === "not-run")) {
    validate27.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema11.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data < 0 || isNaN(data)) {
        validate29.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
        return false;
      }
    } else {
      validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
      return false;
    }
  }
  validate29.errors = vErrors;
  return errors === 0;
}
var pattern0 = new RegExp("^[0-9A-Z]{5}$", "u");
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.message === void 0 && (missing0 = "message")) {
        validate31.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "message" || key0 === "sqlState" || key0 === "detail" || key0 === "hint" || key0 === "object")) {
            validate31.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.message !== void 0) {
            const _errs2 = errors;
            if (typeof data.message !== "string") {
              validate31.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.sqlState !== void 0) {
              let data1 = data.sqlState;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern0.test(data1)) {
                    validate31.errors = [{ instancePath: instancePath + "/sqlState", schemaPath: "#/properties/sqlState/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Z]{5}$" }, message: 'must match pattern "^[0-9A-Z]{5}$"' }];
                    return false;
                  }
                } else {
                  validate31.errors = [{ instancePath: instancePath + "/sqlState", schemaPath: "#/properties/sqlState/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.detail !== void 0) {
                const _errs6 = errors;
                if (typeof data.detail !== "string") {
                  validate31.errors = [{ instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.hint !== void 0) {
                  const _errs8 = errors;
                  if (typeof data.hint !== "string") {
                    validate31.errors = [{ instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.object !== void 0) {
                    const _errs10 = errors;
                    if (typeof data.object !== "string") {
                      validate31.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.outcome === void 0 && (missing0 = "outcome")) {
        validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "outcome" || key0 === "durationMs" || key0 === "error")) {
            validate26.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.outcome !== void 0) {
            const _errs2 = errors;
            if (!validate27(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
              vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.durationMs !== void 0) {
              const _errs3 = errors;
              if (!validate29(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
                vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.error !== void 0) {
                const _errs4 = errors;
                if (!validate31(data.error, { instancePath: instancePath + "/error", parentData: data, parentDataProperty: "error", rootData })) {
                  vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate26.errors = vErrors;
  return errors === 0;
}
var schema14 = { "type": "object", "additionalProperties": false, "required": ["class", "object", "change", "noise", "after"], "properties": { "class": { "type": "string", "minLength": 1 }, "object": { "type": "string", "minLength": 1 }, "change": { "enum": ["gone", "new", "changed"] }, "after": { "enum": ["down", "re-up"], "description": "after down: against the schema before up; after re-up: against the schema after the first up." }, "noise": { "type": ["string", "null"], "description": "Class of noise, null for a real difference." }, "attributes": { "type": "array", "items": { "$ref": "#/definitions/attributeDifference" } } } };
var func4 = require_ucs2length().default;
var schema15 = { "type": "object", "additionalProperties": false, "required": ["name", "expected", "got"], "properties": { "name": { "type": "string" }, "expected": { "type": ["string", "null"] }, "got": { "type": ["string", "null"] } } };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.expected === void 0 && (missing0 = "expected") || data.got === void 0 && (missing0 = "got")) {
        validate37.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "expected" || key0 === "got")) {
            validate37.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            const _errs2 = errors;
            if (typeof data.name !== "string") {
              validate37.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.expected !== void 0) {
              let data1 = data.expected;
              const _errs4 = errors;
              if (typeof data1 !== "string" && data1 !== null) {
                validate37.errors = [{ instancePath: instancePath + "/expected", schemaPath: "#/properties/expected/type", keyword: "type", params: { type: schema15.properties.expected.type }, message: "must be string,null" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.got !== void 0) {
                let data2 = data.got;
                const _errs6 = errors;
                if (typeof data2 !== "string" && data2 !== null) {
                  validate37.errors = [{ instancePath: instancePath + "/got", schemaPath: "#/properties/got/type", keyword: "type", params: { type: schema15.properties.got.type }, message: "must be string,null" }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate37.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate37.errors = vErrors;
  return errors === 0;
}
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.class === void 0 && (missing0 = "class") || data.object === void 0 && (missing0 = "object") || data.change === void 0 && (missing0 = "change") || data.noise === void 0 && (missing0 = "noise") || data.after === void 0 && (missing0 = "after")) {
        validate36.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "class" || key0 === "object" || key0 === "change" || key0 === "after" || key0 === "noise" || key0 === "attributes")) {
            validate36.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.class !== void 0) {
            let data0 = data.class;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate36.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate36.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.object !== void 0) {
              let data1 = data.object;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate36.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate36.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.change !== void 0) {
                let data2 = data.change;
                const _errs6 = errors;
                if (!(data2 === "gone" || data2 === "new" || data2 === "changed")) {
                  validate36.errors = [{ instancePath: instancePath + "/change", schemaPath: "#/properties/change/enum", keyword: "enum", params: { allowedValues: schema14.properties.change.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.after !== void 0) {
                  let data3 = data.after;
                  const _errs7 = errors;
                  if (!(data3 === "down" || data3 === "re-up")) {
                    validate36.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/enum", keyword: "enum", params: { allowedValues: schema14.properties.after.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.noise !== void 0) {
                    let data4 = data.noise;
                    const _errs8 = errors;
                    if (typeof data4 !== "string" && data4 !== null) {
                      validate36.errors = [{ instancePath: instancePath + "/noise", schemaPath: "#/properties/noise/type", keyword: "type", params: { type: schema14.properties.noise.type }, message: "must be string,null" }];
                      return false;
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.attributes !== void 0) {
                      let data5 = data.attributes;
                      const _errs10 = errors;
                      if (errors === _errs10) {
                        if (Array.isArray(data5)) {
                          var valid1 = true;
                          const len0 = data5.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs12 = errors;
                            if (!validate37(data5[i0], { instancePath: instancePath + "/attributes/" + i0, parentData: data5, parentDataProperty: i0, rootData })) {
                              vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs12 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate36.errors = [{ instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate36.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate36.errors = vErrors;
  return errors === 0;
}
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.version === void 0 && (missing0 = "version") || data.name === void 0 && (missing0 = "name") || data.file === void 0 && (missing0 = "file") || data.status === void 0 && (missing0 = "status") || data.batch === void 0 && (missing0 = "batch") || data.up === void 0 && (missing0 = "up") || data.down === void 0 && (missing0 = "down") || data.reup === void 0 && (missing0 = "reup") || data.schema === void 0 && (missing0 = "schema")) {
        validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema8.properties, key0)) {
            validate23.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.version !== void 0) {
            const _errs2 = errors;
            if (typeof data.version !== "string") {
              validate23.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.name !== void 0) {
              const _errs4 = errors;
              if (typeof data.name !== "string") {
                validate23.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.file !== void 0) {
                const _errs6 = errors;
                if (typeof data.file !== "string") {
                  validate23.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.downFile !== void 0) {
                  const _errs8 = errors;
                  if (typeof data.downFile !== "string") {
                    validate23.errors = [{ instancePath: instancePath + "/downFile", schemaPath: "#/properties/downFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.status !== void 0) {
                    const _errs10 = errors;
                    if (!validate24(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                      vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.batch !== void 0) {
                      const _errs11 = errors;
                      if (typeof data.batch !== "boolean") {
                        validate23.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.alone !== void 0) {
                        let data6 = data.alone;
                        const _errs13 = errors;
                        if (!(data6 === "reversible" || data6 === "only-in-group" || data6 === "not-reversible" || data6 === "unknown")) {
                          validate23.errors = [{ instancePath: instancePath + "/alone", schemaPath: "#/properties/alone/enum", keyword: "enum", params: { allowedValues: schema8.properties.alone.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.group !== void 0) {
                          let data7 = data.group;
                          const _errs14 = errors;
                          if (errors === _errs14) {
                            if (Array.isArray(data7)) {
                              var valid1 = true;
                              const len0 = data7.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                const _errs16 = errors;
                                if (typeof data7[i0] !== "string") {
                                  validate23.errors = [{ instancePath: instancePath + "/group/" + i0, schemaPath: "#/properties/group/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid1 = _errs16 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            } else {
                              validate23.errors = [{ instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.up !== void 0) {
                            const _errs18 = errors;
                            if (!validate26(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData })) {
                              vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs18 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.down !== void 0) {
                              const _errs19 = errors;
                              if (!validate26(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData })) {
                                vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs19 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.reup !== void 0) {
                                const _errs20 = errors;
                                if (!validate26(data.reup, { instancePath: instancePath + "/reup", parentData: data, parentDataProperty: "reup", rootData })) {
                                  vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs20 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.schema !== void 0) {
                                  let data12 = data.schema;
                                  const _errs21 = errors;
                                  if (errors === _errs21) {
                                    if (Array.isArray(data12)) {
                                      var valid2 = true;
                                      const len1 = data12.length;
                                      for (let i1 = 0; i1 < len1; i1++) {
                                        const _errs23 = errors;
                                        if (!validate36(data12[i1], { instancePath: instancePath + "/schema/" + i1, parentData: data12, parentDataProperty: i1, rootData })) {
                                          vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid2 = _errs23 === errors;
                                        if (!valid2) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate23.errors = [{ instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs21 === errors;
                                } else {
                                  var valid0 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
var schema16 = { "type": "object", "additionalProperties": false, "required": ["migrations", "outcome", "up", "down", "reup", "objects", "schema"], "properties": { "migrations": { "type": "integer", "minimum": 0 }, "outcome": { "enum": ["clean", "noise", "fault", "unknown"] }, "up": { "$ref": "#/definitions/count" }, "down": { "$ref": "#/definitions/count" }, "reup": { "$ref": "#/definitions/count" }, "objects": { "type": "integer", "minimum": 0, "description": "Schema objects compared." }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.ok === void 0 && (missing0 = "ok") || data.of === void 0 && (missing0 = "of")) {
        validate42.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "ok" || key0 === "of")) {
            validate42.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.ok !== void 0) {
            let data0 = data.ok;
            const _errs2 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate42.errors = [{ instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  validate42.errors = [{ instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                  return false;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.of !== void 0) {
              let data1 = data.of;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate42.errors = [{ instancePath: instancePath + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 0 || isNaN(data1)) {
                    validate42.errors = [{ instancePath: instancePath + "/of", schemaPath: "#/properties/of/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate42.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate42.errors = vErrors;
  return errors === 0;
}
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.migrations === void 0 && (missing0 = "migrations") || data.outcome === void 0 && (missing0 = "outcome") || data.up === void 0 && (missing0 = "up") || data.down === void 0 && (missing0 = "down") || data.reup === void 0 && (missing0 = "reup") || data.objects === void 0 && (missing0 = "objects") || data.schema === void 0 && (missing0 = "schema")) {
        validate41.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "migrations" || key0 === "outcome" || key0 === "up" || key0 === "down" || key0 === "reup" || key0 === "objects" || key0 === "schema")) {
            validate41.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.migrations !== void 0) {
            let data0 = data.migrations;
            const _errs2 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate41.errors = [{ instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  validate41.errors = [{ instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                  return false;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.outcome !== void 0) {
              let data1 = data.outcome;
              const _errs4 = errors;
              if (!(data1 === "clean" || data1 === "noise" || data1 === "fault" || data1 === "unknown")) {
                validate41.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema16.properties.outcome.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.up !== void 0) {
                const _errs5 = errors;
                if (!validate42(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData })) {
                  vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.down !== void 0) {
                  const _errs6 = errors;
                  if (!validate42(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData })) {
                    vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.reup !== void 0) {
                    const _errs7 = errors;
                    if (!validate42(data.reup, { instancePath: instancePath + "/reup", parentData: data, parentDataProperty: "reup", rootData })) {
                      vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.objects !== void 0) {
                      let data5 = data.objects;
                      const _errs8 = errors;
                      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                        validate41.errors = [{ instancePath: instancePath + "/objects", schemaPath: "#/properties/objects/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs8) {
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
                            validate41.errors = [{ instancePath: instancePath + "/objects", schemaPath: "#/properties/objects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.schema !== void 0) {
                        let data6 = data.schema;
                        const _errs10 = errors;
                        if (errors === _errs10) {
                          if (Array.isArray(data6)) {
                            var valid1 = true;
                            const len0 = data6.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              const _errs12 = errors;
                              if (!validate36(data6[i0], { instancePath: instancePath + "/schema/" + i0, parentData: data6, parentDataProperty: i0, rootData })) {
                                vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs12 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          } else {
                            validate41.errors = [{ instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid0 = _errs10 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate41.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate41.errors = vErrors;
  return errors === 0;
}
var schema18 = { "type": "object", "additionalProperties": false, "required": ["kind", "version", "startMs"], "properties": { "kind": { "enum": ["embedded", "local", "url"] }, "version": { "type": "string" }, "startMs": { "$ref": "#/definitions/milliseconds" } } };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.kind === void 0 && (missing0 = "kind") || data.version === void 0 && (missing0 = "version") || data.startMs === void 0 && (missing0 = "startMs")) {
        validate49.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "kind" || key0 === "version" || key0 === "startMs")) {
            validate49.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.kind !== void 0) {
            let data0 = data.kind;
            const _errs2 = errors;
            if (!(data0 === "embedded" || data0 === "local" || data0 === "url")) {
              validate49.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema18.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.version !== void 0) {
              const _errs3 = errors;
              if (typeof data.version !== "string") {
                validate49.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.startMs !== void 0) {
                const _errs5 = errors;
                if (!validate29(data.startMs, { instancePath: instancePath + "/startMs", parentData: data, parentDataProperty: "startMs", rootData })) {
                  vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate49.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate49.errors = vErrors;
  return errors === 0;
}
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.version === void 0 && (missing0 = "version") || data.file === void 0 && (missing0 = "file") || data.outcome === void 0 && (missing0 = "outcome")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "version" || key0 === "file" || key0 === "outcome" || key0 === "durationMs")) {
            validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.version !== void 0) {
            const _errs2 = errors;
            if (typeof data.version !== "string") {
              validate52.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.file !== void 0) {
              const _errs4 = errors;
              if (typeof data.file !== "string") {
                validate52.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.outcome !== void 0) {
                const _errs6 = errors;
                if (!validate27(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                  vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.durationMs !== void 0) {
                  const _errs7 = errors;
                  if (!validate29(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
                    vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.scope === void 0 && (missing0 = "scope") || data.migrations === void 0 && (missing0 = "migrations") || data.timings === void 0 && (missing0 = "timings")) {
        validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema7.properties, key0)) {
            validate22.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.scope !== void 0) {
            let data0 = data.scope;
            const _errs2 = errors;
            if (!(data0 === "new" || data0 === "all")) {
              validate22.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema7.properties.scope.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.layout !== void 0) {
              const _errs3 = errors;
              if (typeof data.layout !== "string") {
                validate22.errors = [{ instancePath: instancePath + "/layout", schemaPath: "#/properties/layout/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.total !== void 0) {
                let data2 = data.total;
                const _errs5 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate22.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs5) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 0 || isNaN(data2)) {
                      validate22.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.migrations !== void 0) {
                  let data3 = data.migrations;
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (Array.isArray(data3)) {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        const _errs9 = errors;
                        if (!validate23(data3[i0], { instancePath: instancePath + "/migrations/" + i0, parentData: data3, parentDataProperty: i0, rootData })) {
                          vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    } else {
                      validate22.errors = [{ instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.batch !== void 0) {
                    const _errs10 = errors;
                    if (!validate41(data.batch, { instancePath: instancePath + "/batch", parentData: data, parentDataProperty: "batch", rootData })) {
                      vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.chain !== void 0) {
                      const _errs11 = errors;
                      if (!validate41(data.chain, { instancePath: instancePath + "/chain", parentData: data, parentDataProperty: "chain", rootData })) {
                        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.engine !== void 0) {
                        const _errs12 = errors;
                        if (!validate49(data.engine, { instancePath: instancePath + "/engine", parentData: data, parentDataProperty: "engine", rootData })) {
                          vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.plan !== void 0) {
                          let data8 = data.plan;
                          const _errs13 = errors;
                          if (errors === _errs13) {
                            if (Array.isArray(data8)) {
                              var valid2 = true;
                              const len1 = data8.length;
                              for (let i1 = 0; i1 < len1; i1++) {
                                const _errs15 = errors;
                                if (!validate52(data8[i1], { instancePath: instancePath + "/plan/" + i1, parentData: data8, parentDataProperty: i1, rootData })) {
                                  vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
                                  errors = vErrors.length;
                                }
                                var valid2 = _errs15 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            } else {
                              validate22.errors = [{ instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs13 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.timings !== void 0) {
                            let data10 = data.timings;
                            const _errs16 = errors;
                            if (errors === _errs16) {
                              if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                for (const key1 in data10) {
                                  const _errs19 = errors;
                                  if (!validate29(data10[key1], { instancePath: instancePath + "/timings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data10, parentDataProperty: key1, rootData })) {
                                    vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid3 = _errs19 === errors;
                                  if (!valid3) {
                                    break;
                                  }
                                }
                              } else {
                                validate22.errors = [{ instancePath: instancePath + "/timings", schemaPath: "#/properties/timings/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                return false;
                              }
                            }
                            var valid0 = _errs16 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema20 = { "type": "object", "description": "Facts of a rollout; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "steps": { "type": "array", "items": { "$ref": "#/definitions/canaryStepEvidence" }, "description": "Those that were reached, in order." }, "decision": { "$ref": "#/definitions/canaryDecision" }, "samples": { "type": ["string", "null"], "description": "File of the recorded samples, which replays to the same bytes." }, "router": { "$ref": "#/definitions/canaryRouterEvidence" }, "exposure": { "type": "object", "additionalProperties": false, "required": ["requests", "bad"], "properties": { "requests": { "$ref": "#/definitions/whole" }, "bad": { "$ref": "#/definitions/whole" } }, "description": "Requests that met the canary until the decision, and those of them that failed." }, "plan": { "$ref": "#/definitions/canaryPlanEvidence" }, "series": { "type": "array", "items": { "$ref": "#/definitions/canaryPoint" } }, "strata": { "$ref": "#/definitions/canaryStrata" }, "placebo": { "$ref": "#/definitions/canaryPlacebo" }, "preflight": { "type": ["array", "object"], "items": { "type": "object", "additionalProperties": true }, "additionalProperties": true, "description": "What can be seen, and when." } } };
var schema21 = { "type": "object", "additionalProperties": true, "required": ["weight", "from", "to", "decision", "strata", "requests", "errors", "logE", "metrics", "share", "breaker"], "properties": { "weight": { "type": "number", "minimum": 0, "maximum": 100, "description": "Percent." }, "from": { "$ref": "#/definitions/moment" }, "to": { "$ref": "#/definitions/moment" }, "decision": { "$ref": "#/definitions/canaryAction" }, "strata": { "type": ["integer", "object"], "minimum": 0, "additionalProperties": true, "description": "Used; or how many of each kind." }, "requests": { "$ref": "#/definitions/bothArms" }, "errors": { "$ref": "#/definitions/bothArms" }, "logE": { "$ref": "#/definitions/logE", "description": "At its end." }, "metrics": { "type": "array", "items": { "$ref": "#/definitions/canaryMetricEvidence" } }, "share": { "$ref": "#/definitions/canaryShare" }, "breaker": { "type": ["boolean", "number", "string", "object", "null"], "description": "The fast part B: whether, or with what, it decided." } } };
var schema22 = { "type": ["string", "number", "null"], "format": "date-time", "description": "UTC as text, or seconds since the rollout began; null: not yet.", "examples": ["2026-11-20T14:03:45Z"] };
var formats0 = require_formats().fullFormats["date-time"];
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && data !== null) {
    validate60.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema22.type }, message: "must be string,number,null" }];
    return false;
  }
  if (errors === 0) {
    if (errors === 0) {
      if (typeof data === "string") {
        if (!formats0.validate(data)) {
          validate60.errors = [{ instancePath, schemaPath: "#/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
          return false;
        }
      }
    }
  }
  validate60.errors = vErrors;
  return errors === 0;
}
var schema23 = { "enum": ["hold", "wait", "promote", "finish", "rollback", "stop", null], "description": "hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided." };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "hold" || data === "wait" || data === "promote" || data === "finish" || data === "rollback" || data === "stop" || data === null)) {
    validate63.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema23.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    validate66.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data < 0 || isNaN(data)) {
        validate66.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
        return false;
      }
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.canary === void 0 && (missing0 = "canary") || data.baseline === void 0 && (missing0 = "baseline")) {
        validate65.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "canary" || key0 === "baseline")) {
            validate65.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.canary !== void 0) {
            const _errs2 = errors;
            if (!validate66(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.baseline !== void 0) {
              const _errs3 = errors;
              if (!validate66(data.baseline, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate65.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate65.errors = vErrors;
  return errors === 0;
}
var schema26 = { "type": ["number", "null"], "description": "Natural logarithm; null: E is 0." };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && data !== null) {
    validate71.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema26.type }, message: "must be number,null" }];
    return false;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 1 || isNaN(data)) {
        validate75.errors = [{ instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" }];
        return false;
      } else {
        if (data < 0 || isNaN(data)) {
          validate75.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
          return false;
        }
      }
    } else {
      validate75.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
      return false;
    }
  }
  validate75.errors = vErrors;
  return errors === 0;
}
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.logE === void 0 && (missing0 = "logE") || data.weight === void 0 && (missing0 = "weight")) {
        validate73.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.name !== void 0) {
          let data0 = data.name;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func4(data0) < 1) {
                validate73.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            } else {
              validate73.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.logE !== void 0) {
            const _errs4 = errors;
            if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
              vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.weight !== void 0) {
              const _errs5 = errors;
              if (!validate75(data.weight, { instancePath: instancePath + "/weight", parentData: data, parentDataProperty: "weight", rootData })) {
                vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate73.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate73.errors = vErrors;
  return errors === 0;
}
var schema30 = { "type": ["number", "null"], "minimum": 0, "maximum": 1 };
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && data !== null) {
    validate80.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema30.type }, message: "must be number,null" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 1 || isNaN(data)) {
        validate80.errors = [{ instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" }];
        return false;
      } else {
        if (data < 0 || isNaN(data)) {
          validate80.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
          return false;
        }
      }
    }
  }
  validate80.errors = vErrors;
  return errors === 0;
}
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.set === void 0 && (missing0 = "set") || data.measured === void 0 && (missing0 = "measured")) {
        validate78.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.set !== void 0) {
          const _errs2 = errors;
          if (!validate75(data.set, { instancePath: instancePath + "/set", parentData: data, parentDataProperty: "set", rootData })) {
            vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.measured !== void 0) {
            const _errs3 = errors;
            if (!validate80(data.measured, { instancePath: instancePath + "/measured", parentData: data, parentDataProperty: "measured", rootData })) {
              vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate78.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate78.errors = vErrors;
  return errors === 0;
}
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.weight === void 0 && (missing0 = "weight") || data.from === void 0 && (missing0 = "from") || data.to === void 0 && (missing0 = "to") || data.decision === void 0 && (missing0 = "decision") || data.strata === void 0 && (missing0 = "strata") || data.requests === void 0 && (missing0 = "requests") || data.errors === void 0 && (missing0 = "errors") || data.logE === void 0 && (missing0 = "logE") || data.metrics === void 0 && (missing0 = "metrics") || data.share === void 0 && (missing0 = "share") || data.breaker === void 0 && (missing0 = "breaker")) {
        validate59.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.weight !== void 0) {
          let data0 = data.weight;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 100 || isNaN(data0)) {
                validate59.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                return false;
              } else {
                if (data0 < 0 || isNaN(data0)) {
                  validate59.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                  return false;
                }
              }
            } else {
              validate59.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.from !== void 0) {
            const _errs4 = errors;
            if (!validate60(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData })) {
              vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.to !== void 0) {
              const _errs5 = errors;
              if (!validate60(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData })) {
                vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.decision !== void 0) {
                const _errs6 = errors;
                if (!validate63(data.decision, { instancePath: instancePath + "/decision", parentData: data, parentDataProperty: "decision", rootData })) {
                  vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.strata !== void 0) {
                  let data4 = data.strata;
                  const _errs7 = errors;
                  if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4)) && !(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
                    validate59.errors = [{ instancePath: instancePath + "/strata", schemaPath: "#/properties/strata/type", keyword: "type", params: { type: schema21.properties.strata.type }, message: "must be integer,object" }];
                    return false;
                  }
                  if (errors === _errs7) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 < 0 || isNaN(data4)) {
                        validate59.errors = [{ instancePath: instancePath + "/strata", schemaPath: "#/properties/strata/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.requests !== void 0) {
                    const _errs10 = errors;
                    if (!validate65(data.requests, { instancePath: instancePath + "/requests", parentData: data, parentDataProperty: "requests", rootData })) {
                      vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.errors !== void 0) {
                      const _errs11 = errors;
                      if (!validate65(data.errors, { instancePath: instancePath + "/errors", parentData: data, parentDataProperty: "errors", rootData })) {
                        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.logE !== void 0) {
                        const _errs12 = errors;
                        if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
                          vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.metrics !== void 0) {
                          let data8 = data.metrics;
                          const _errs13 = errors;
                          if (errors === _errs13) {
                            if (Array.isArray(data8)) {
                              var valid1 = true;
                              const len0 = data8.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                const _errs15 = errors;
                                if (!validate73(data8[i0], { instancePath: instancePath + "/metrics/" + i0, parentData: data8, parentDataProperty: i0, rootData })) {
                                  vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
                                  errors = vErrors.length;
                                }
                                var valid1 = _errs15 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            } else {
                              validate59.errors = [{ instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                              return false;
                            }
                          }
                          var valid0 = _errs13 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.share !== void 0) {
                            const _errs16 = errors;
                            if (!validate78(data.share, { instancePath: instancePath + "/share", parentData: data, parentDataProperty: "share", rootData })) {
                              vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs16 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.breaker !== void 0) {
                              let data11 = data.breaker;
                              const _errs17 = errors;
                              if (typeof data11 !== "boolean" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "string" && !(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
                                validate59.errors = [{ instancePath: instancePath + "/breaker", schemaPath: "#/properties/breaker/type", keyword: "type", params: { type: schema21.properties.breaker.type }, message: "must be boolean,number,string,object,null" }];
                                return false;
                              }
                              var valid0 = _errs17 === errors;
                            } else {
                              var valid0 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate59.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.action === void 0 && (missing0 = "action") || data.at === void 0 && (missing0 = "at") || data.reason === void 0 && (missing0 = "reason") || data.logE === void 0 && (missing0 = "logE")) {
        validate84.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.action !== void 0) {
          const _errs2 = errors;
          if (!validate63(data.action, { instancePath: instancePath + "/action", parentData: data, parentDataProperty: "action", rootData })) {
            vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.at !== void 0) {
            const _errs3 = errors;
            if (!validate60(data.at, { instancePath: instancePath + "/at", parentData: data, parentDataProperty: "at", rootData })) {
              vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.reason !== void 0) {
              let data2 = data.reason;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data2 === "string") {
                  if (func4(data2) < 1) {
                    validate84.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate84.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.logE !== void 0) {
                const _errs6 = errors;
                if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
                  vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate84.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate84.errors = vErrors;
  return errors === 0;
}
var schema32 = { "type": ["object", "null"], "additionalProperties": true, "required": ["kind", "object", "before", "after"], "properties": { "kind": { "type": "string", "minLength": 1 }, "object": { "type": ["string", "null"] }, "before": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." }, "after": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." } } };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    validate89.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema32.type }, message: "must be object,null" }];
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.kind === void 0 && (missing0 = "kind") || data.object === void 0 && (missing0 = "object") || data.before === void 0 && (missing0 = "before") || data.after === void 0 && (missing0 = "after")) {
        validate89.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.kind !== void 0) {
          let data0 = data.kind;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func4(data0) < 1) {
                validate89.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            } else {
              validate89.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.object !== void 0) {
            let data1 = data.object;
            const _errs4 = errors;
            if (typeof data1 !== "string" && data1 !== null) {
              validate89.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: schema32.properties.object.type }, message: "must be string,null" }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.before !== void 0) {
              let data2 = data.before;
              const _errs6 = errors;
              if (!(typeof data2 == "number" && isFinite(data2)) && data2 !== null) {
                validate89.errors = [{ instancePath: instancePath + "/before", schemaPath: "#/properties/before/type", keyword: "type", params: { type: schema32.properties.before.type }, message: "must be number,null" }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 > 100 || isNaN(data2)) {
                    validate89.errors = [{ instancePath: instancePath + "/before", schemaPath: "#/properties/before/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                    return false;
                  } else {
                    if (data2 < 0 || isNaN(data2)) {
                      validate89.errors = [{ instancePath: instancePath + "/before", schemaPath: "#/properties/before/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.after !== void 0) {
                let data3 = data.after;
                const _errs8 = errors;
                if (!(typeof data3 == "number" && isFinite(data3)) && data3 !== null) {
                  validate89.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: schema32.properties.after.type }, message: "must be number,null" }];
                  return false;
                }
                if (errors === _errs8) {
                  if (typeof data3 == "number" && isFinite(data3)) {
                    if (data3 > 100 || isNaN(data3)) {
                      validate89.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                      return false;
                    } else {
                      if (data3 < 0 || isNaN(data3)) {
                        validate89.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    }
  }
  validate89.errors = vErrors;
  return errors === 0;
}
var pattern1 = new RegExp("^[0-9a-f]{64}$", "u");
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.hash === void 0 && (missing0 = "hash") || data.alpha === void 0 && (missing0 = "alpha") || data.beta === void 0 && (missing0 = "beta") || data.test === void 0 && (missing0 = "test")) {
        validate93.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.hash !== void 0) {
          let data0 = data.hash;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern1.test(data0)) {
                validate93.errors = [{ instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' }];
                return false;
              }
            } else {
              validate93.errors = [{ instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.alpha !== void 0) {
            const _errs4 = errors;
            if (!validate75(data.alpha, { instancePath: instancePath + "/alpha", parentData: data, parentDataProperty: "alpha", rootData })) {
              vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.beta !== void 0) {
              const _errs5 = errors;
              if (!validate75(data.beta, { instancePath: instancePath + "/beta", parentData: data, parentDataProperty: "beta", rootData })) {
                vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.test !== void 0) {
                let data3 = data.test;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data3 === "string") {
                    if (func4(data3) < 1) {
                      validate93.errors = [{ instancePath: instancePath + "/test", schemaPath: "#/properties/test/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  } else {
                    validate93.errors = [{ instancePath: instancePath + "/test", schemaPath: "#/properties/test/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate93.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate93.errors = vErrors;
  return errors === 0;
}
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.t === void 0 && (missing0 = "t") || data.step === void 0 && (missing0 = "step") || data.logE === void 0 && (missing0 = "logE") || data.canary === void 0 && (missing0 = "canary") || data.baseline === void 0 && (missing0 = "baseline")) {
        validate97.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.t !== void 0) {
          let data0 = data.t;
          const _errs2 = errors;
          if (!(typeof data0 == "number" && isFinite(data0))) {
            validate97.errors = [{ instancePath: instancePath + "/t", schemaPath: "#/properties/t/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.step !== void 0) {
            const _errs4 = errors;
            if (!validate66(data.step, { instancePath: instancePath + "/step", parentData: data, parentDataProperty: "step", rootData })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.logE !== void 0) {
              const _errs5 = errors;
              if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
                vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.canary !== void 0) {
                const _errs6 = errors;
                if (!validate80(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
                  vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.baseline !== void 0) {
                  const _errs7 = errors;
                  if (!validate80(data.baseline, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
                    vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate97.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate97.errors = vErrors;
  return errors === 0;
}
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.used === void 0 && (missing0 = "used") || data.dropped === void 0 && (missing0 = "dropped")) {
        validate103.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.used !== void 0) {
          const _errs2 = errors;
          if (!validate66(data.used, { instancePath: instancePath + "/used", parentData: data, parentDataProperty: "used", rootData })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.dropped !== void 0) {
            const _errs3 = errors;
            if (!validate66(data.dropped, { instancePath: instancePath + "/dropped", parentData: data, parentDataProperty: "dropped", rootData })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate103.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate103.errors = vErrors;
  return errors === 0;
}
var schema36 = { "type": ["object", "null"], "additionalProperties": true, "required": ["groups", "reached"], "properties": { "groups": { "$ref": "#/definitions/whole", "description": "Fake canaries." }, "reached": { "$ref": "#/definitions/whole", "description": "Those that looked guilty." } } };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    validate107.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema36.type }, message: "must be object,null" }];
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.groups === void 0 && (missing0 = "groups") || data.reached === void 0 && (missing0 = "reached")) {
        validate107.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.groups !== void 0) {
          const _errs2 = errors;
          if (!validate66(data.groups, { instancePath: instancePath + "/groups", parentData: data, parentDataProperty: "groups", rootData })) {
            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.reached !== void 0) {
            const _errs3 = errors;
            if (!validate66(data.reached, { instancePath: instancePath + "/reached", parentData: data, parentDataProperty: "reached", rootData })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    }
  }
  validate107.errors = vErrors;
  return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.steps !== void 0) {
        let data0 = data.steps;
        const _errs2 = errors;
        if (errors === _errs2) {
          if (Array.isArray(data0)) {
            var valid1 = true;
            const len0 = data0.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const _errs4 = errors;
              if (!validate59(data0[i0], { instancePath: instancePath + "/steps/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs4 === errors;
              if (!valid1) {
                break;
              }
            }
          } else {
            validate58.errors = [{ instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
            return false;
          }
        }
        var valid0 = _errs2 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.decision !== void 0) {
          const _errs5 = errors;
          if (!validate84(data.decision, { instancePath: instancePath + "/decision", parentData: data, parentDataProperty: "decision", rootData })) {
            vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs5 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.samples !== void 0) {
            let data3 = data.samples;
            const _errs6 = errors;
            if (typeof data3 !== "string" && data3 !== null) {
              validate58.errors = [{ instancePath: instancePath + "/samples", schemaPath: "#/properties/samples/type", keyword: "type", params: { type: schema20.properties.samples.type }, message: "must be string,null" }];
              return false;
            }
            var valid0 = _errs6 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.router !== void 0) {
              const _errs8 = errors;
              if (!validate89(data.router, { instancePath: instancePath + "/router", parentData: data, parentDataProperty: "router", rootData })) {
                vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.exposure !== void 0) {
                let data5 = data.exposure;
                const _errs9 = errors;
                if (errors === _errs9) {
                  if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                    let missing0;
                    if (data5.requests === void 0 && (missing0 = "requests") || data5.bad === void 0 && (missing0 = "bad")) {
                      validate58.errors = [{ instancePath: instancePath + "/exposure", schemaPath: "#/properties/exposure/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                      return false;
                    } else {
                      const _errs11 = errors;
                      for (const key0 in data5) {
                        if (!(key0 === "requests" || key0 === "bad")) {
                          validate58.errors = [{ instancePath: instancePath + "/exposure", schemaPath: "#/properties/exposure/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                          return false;
                          break;
                        }
                      }
                      if (_errs11 === errors) {
                        if (data5.requests !== void 0) {
                          const _errs12 = errors;
                          if (!validate66(data5.requests, { instancePath: instancePath + "/exposure/requests", parentData: data5, parentDataProperty: "requests", rootData })) {
                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                            errors = vErrors.length;
                          }
                          var valid2 = _errs12 === errors;
                        } else {
                          var valid2 = true;
                        }
                        if (valid2) {
                          if (data5.bad !== void 0) {
                            const _errs13 = errors;
                            if (!validate66(data5.bad, { instancePath: instancePath + "/exposure/bad", parentData: data5, parentDataProperty: "bad", rootData })) {
                              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                              errors = vErrors.length;
                            }
                            var valid2 = _errs13 === errors;
                          } else {
                            var valid2 = true;
                          }
                        }
                      }
                    }
                  } else {
                    validate58.errors = [{ instancePath: instancePath + "/exposure", schemaPath: "#/properties/exposure/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.plan !== void 0) {
                  const _errs14 = errors;
                  if (!validate93(data.plan, { instancePath: instancePath + "/plan", parentData: data, parentDataProperty: "plan", rootData })) {
                    vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs14 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.series !== void 0) {
                    let data9 = data.series;
                    const _errs15 = errors;
                    if (errors === _errs15) {
                      if (Array.isArray(data9)) {
                        var valid3 = true;
                        const len1 = data9.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          const _errs17 = errors;
                          if (!validate97(data9[i1], { instancePath: instancePath + "/series/" + i1, parentData: data9, parentDataProperty: i1, rootData })) {
                            vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
                            errors = vErrors.length;
                          }
                          var valid3 = _errs17 === errors;
                          if (!valid3) {
                            break;
                          }
                        }
                      } else {
                        validate58.errors = [{ instancePath: instancePath + "/series", schemaPath: "#/properties/series/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs15 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.strata !== void 0) {
                      const _errs18 = errors;
                      if (!validate103(data.strata, { instancePath: instancePath + "/strata", parentData: data, parentDataProperty: "strata", rootData })) {
                        vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs18 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.placebo !== void 0) {
                        const _errs19 = errors;
                        if (!validate107(data.placebo, { instancePath: instancePath + "/placebo", parentData: data, parentDataProperty: "placebo", rootData })) {
                          vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs19 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.preflight !== void 0) {
                          let data13 = data.preflight;
                          const _errs20 = errors;
                          if (!data13 || typeof data13 != "object") {
                            validate58.errors = [{ instancePath: instancePath + "/preflight", schemaPath: "#/properties/preflight/type", keyword: "type", params: { type: schema20.properties.preflight.type }, message: "must be array,object" }];
                            return false;
                          }
                          if (errors === _errs20) {
                            if (Array.isArray(data13)) {
                              var valid4 = true;
                              const len2 = data13.length;
                              for (let i2 = 0; i2 < len2; i2++) {
                                let data14 = data13[i2];
                                const _errs22 = errors;
                                if (errors === _errs22) {
                                  if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                  } else {
                                    validate58.errors = [{ instancePath: instancePath + "/preflight/" + i2, schemaPath: "#/properties/preflight/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                    return false;
                                  }
                                }
                                var valid4 = _errs22 === errors;
                                if (!valid4) {
                                  break;
                                }
                              }
                            }
                          }
                          var valid0 = _errs20 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate58.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate58.errors = vErrors;
  return errors === 0;
}
var schema37 = { "type": "object", "description": "Facts of a checklist; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "mode": { "enum": ["report", "enforce", "manifests"] }, "when": { "enum": ["before", "after"] }, "subject": { "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$", "description": "What is signed: SHA-256 of the tree with the sign-off lines blanked." }, "policy": { "type": "object", "additionalProperties": false, "required": ["file", "commit"], "properties": { "file": { "type": "string", "minLength": 1 }, "commit": { "oneOf": [{ "$ref": "#/definitions/commit" }, { "type": "null" }] } } }, "items": { "type": "array", "items": { "$ref": "#/definitions/checklistItem" } }, "phases": { "type": "array", "items": { "$ref": "#/definitions/checklistPhaseCount" } }, "signatures": { "type": "array", "items": { "$ref": "#/definitions/checklistSignature" } }, "manifests": { "type": "array", "items": { "$ref": "#/definitions/checklistManifest" } }, "override": { "$ref": "#/definitions/checklistOverride" } } };
var pattern3 = new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$", "u");
function validate113(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern3.test(data)) {
        validate113.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" }, message: 'must match pattern "^[0-9a-f]{40}([0-9a-f]{24})?$"' }];
        return false;
      }
    } else {
      validate113.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate113.errors = vErrors;
  return errors === 0;
}
var schema39 = { "type": "object", "additionalProperties": false, "required": ["id", "file", "line", "phase", "text", "depth", "state", "claimed", "gates", "evidence"], "properties": { "id": { "type": "string", "minLength": 1 }, "file": { "type": "string", "minLength": 1 }, "line": { "type": "integer", "minimum": 1 }, "phase": { "type": ["string", "null"], "description": "Anchor of its heading." }, "text": { "type": "string" }, "depth": { "type": "integer", "minimum": 0 }, "state": { "$ref": "#/definitions/checklistItemState" }, "claimed": { "type": "boolean", "description": "Ticked by hand." }, "gates": { "type": "boolean", "description": "Whether this run was about its phase." }, "evidence": { "type": "array", "items": { "$ref": "#/definitions/checklistItemEvidence" } } } };
var schema40 = { "enum": ["done", "open", "not-applicable", "unknown"] };
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "done" || data === "open" || data === "not-applicable" || data === "unknown")) {
    validate116.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema40.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate116.errors = vErrors;
  return errors === 0;
}
var schema41 = { "type": "object", "additionalProperties": false, "required": ["kind", "outcome", "source", "seen"], "properties": { "kind": { "enum": ["gate", "report", "metric", "http", "manifest", "file", "command", "attestation"] }, "outcome": { "enum": ["pass", "fail", "stale", "unknown"], "description": "stale: about another commit, version or image, or older than its limit." }, "value": { "type": "string" }, "threshold": { "type": "string" }, "source": { "type": "string", "minLength": 1 }, "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "at": { "type": "string", "format": "date-time" }, "seen": { "type": "string", "minLength": 1 } } };
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.kind === void 0 && (missing0 = "kind") || data.outcome === void 0 && (missing0 = "outcome") || data.source === void 0 && (missing0 = "source") || data.seen === void 0 && (missing0 = "seen")) {
        validate118.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "kind" || key0 === "outcome" || key0 === "value" || key0 === "threshold" || key0 === "source" || key0 === "sha256" || key0 === "at" || key0 === "seen")) {
            validate118.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.kind !== void 0) {
            let data0 = data.kind;
            const _errs2 = errors;
            if (!(data0 === "gate" || data0 === "report" || data0 === "metric" || data0 === "http" || data0 === "manifest" || data0 === "file" || data0 === "command" || data0 === "attestation")) {
              validate118.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema41.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.outcome !== void 0) {
              let data1 = data.outcome;
              const _errs3 = errors;
              if (!(data1 === "pass" || data1 === "fail" || data1 === "stale" || data1 === "unknown")) {
                validate118.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema41.properties.outcome.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.value !== void 0) {
                const _errs4 = errors;
                if (typeof data.value !== "string") {
                  validate118.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.threshold !== void 0) {
                  const _errs6 = errors;
                  if (typeof data.threshold !== "string") {
                    validate118.errors = [{ instancePath: instancePath + "/threshold", schemaPath: "#/properties/threshold/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.source !== void 0) {
                    let data4 = data.source;
                    const _errs8 = errors;
                    if (errors === _errs8) {
                      if (typeof data4 === "string") {
                        if (func4(data4) < 1) {
                          validate118.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate118.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.sha256 !== void 0) {
                      let data5 = data.sha256;
                      const _errs10 = errors;
                      if (errors === _errs10) {
                        if (typeof data5 === "string") {
                          if (!pattern1.test(data5)) {
                            validate118.errors = [{ instancePath: instancePath + "/sha256", schemaPath: "#/properties/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' }];
                            return false;
                          }
                        } else {
                          validate118.errors = [{ instancePath: instancePath + "/sha256", schemaPath: "#/properties/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.at !== void 0) {
                        let data6 = data.at;
                        const _errs12 = errors;
                        if (errors === _errs12) {
                          if (errors === _errs12) {
                            if (typeof data6 === "string") {
                              if (!formats0.validate(data6)) {
                                validate118.errors = [{ instancePath: instancePath + "/at", schemaPath: "#/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                                return false;
                              }
                            } else {
                              validate118.errors = [{ instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.seen !== void 0) {
                          let data7 = data.seen;
                          const _errs14 = errors;
                          if (errors === _errs14) {
                            if (typeof data7 === "string") {
                              if (func4(data7) < 1) {
                                validate118.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            } else {
                              validate118.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate118.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate118.errors = vErrors;
  return errors === 0;
}
function validate115(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.file === void 0 && (missing0 = "file") || data.line === void 0 && (missing0 = "line") || data.phase === void 0 && (missing0 = "phase") || data.text === void 0 && (missing0 = "text") || data.depth === void 0 && (missing0 = "depth") || data.state === void 0 && (missing0 = "state") || data.claimed === void 0 && (missing0 = "claimed") || data.gates === void 0 && (missing0 = "gates") || data.evidence === void 0 && (missing0 = "evidence")) {
        validate115.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema39.properties, key0)) {
            validate115.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let data0 = data.id;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate115.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate115.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.file !== void 0) {
              let data1 = data.file;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate115.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate115.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.line !== void 0) {
                let data2 = data.line;
                const _errs6 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate115.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate115.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.phase !== void 0) {
                  let data3 = data.phase;
                  const _errs8 = errors;
                  if (typeof data3 !== "string" && data3 !== null) {
                    validate115.errors = [{ instancePath: instancePath + "/phase", schemaPath: "#/properties/phase/type", keyword: "type", params: { type: schema39.properties.phase.type }, message: "must be string,null" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.text !== void 0) {
                    const _errs10 = errors;
                    if (typeof data.text !== "string") {
                      validate115.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.depth !== void 0) {
                      let data5 = data.depth;
                      const _errs12 = errors;
                      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                        validate115.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs12) {
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
                            validate115.errors = [{ instancePath: instancePath + "/depth", schemaPath: "#/properties/depth/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.state !== void 0) {
                        const _errs14 = errors;
                        if (!validate116(data.state, { instancePath: instancePath + "/state", parentData: data, parentDataProperty: "state", rootData })) {
                          vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.claimed !== void 0) {
                          const _errs15 = errors;
                          if (typeof data.claimed !== "boolean") {
                            validate115.errors = [{ instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                            return false;
                          }
                          var valid0 = _errs15 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.gates !== void 0) {
                            const _errs17 = errors;
                            if (typeof data.gates !== "boolean") {
                              validate115.errors = [{ instancePath: instancePath + "/gates", schemaPath: "#/properties/gates/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                              return false;
                            }
                            var valid0 = _errs17 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.evidence !== void 0) {
                              let data9 = data.evidence;
                              const _errs19 = errors;
                              if (errors === _errs19) {
                                if (Array.isArray(data9)) {
                                  var valid1 = true;
                                  const len0 = data9.length;
                                  for (let i0 = 0; i0 < len0; i0++) {
                                    const _errs21 = errors;
                                    if (!validate118(data9[i0], { instancePath: instancePath + "/evidence/" + i0, parentData: data9, parentDataProperty: i0, rootData })) {
                                      vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid1 = _errs21 === errors;
                                    if (!valid1) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate115.errors = [{ instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid0 = _errs19 === errors;
                            } else {
                              var valid0 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate115.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate115.errors = vErrors;
  return errors === 0;
}
var schema42 = { "type": "object", "description": "Its items, counted. done is proven, claimed and not applicable together.", "additionalProperties": false, "required": ["id", "title", "gates", "items", "done", "proven", "claimed", "notApplicable", "open", "unknown"], "properties": { "id": { "type": "string", "minLength": 1 }, "title": { "type": "string" }, "number": { "type": "integer", "minimum": 0 }, "gates": { "type": "boolean" }, "items": { "type": "integer", "minimum": 0 }, "done": { "type": "integer", "minimum": 0 }, "proven": { "type": "integer", "minimum": 0 }, "claimed": { "type": "integer", "minimum": 0 }, "notApplicable": { "type": "integer", "minimum": 0 }, "open": { "type": "integer", "minimum": 0 }, "unknown": { "type": "integer", "minimum": 0 } } };
function validate121(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.title === void 0 && (missing0 = "title") || data.gates === void 0 && (missing0 = "gates") || data.items === void 0 && (missing0 = "items") || data.done === void 0 && (missing0 = "done") || data.proven === void 0 && (missing0 = "proven") || data.claimed === void 0 && (missing0 = "claimed") || data.notApplicable === void 0 && (missing0 = "notApplicable") || data.open === void 0 && (missing0 = "open") || data.unknown === void 0 && (missing0 = "unknown")) {
        validate121.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema42.properties, key0)) {
            validate121.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let data0 = data.id;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate121.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate121.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.title !== void 0) {
              const _errs4 = errors;
              if (typeof data.title !== "string") {
                validate121.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.number !== void 0) {
                let data2 = data.number;
                const _errs6 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate121.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 0 || isNaN(data2)) {
                      validate121.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.gates !== void 0) {
                  const _errs8 = errors;
                  if (typeof data.gates !== "boolean") {
                    validate121.errors = [{ instancePath: instancePath + "/gates", schemaPath: "#/properties/gates/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.items !== void 0) {
                    let data4 = data.items;
                    const _errs10 = errors;
                    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                      validate121.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs10) {
                      if (typeof data4 == "number" && isFinite(data4)) {
                        if (data4 < 0 || isNaN(data4)) {
                          validate121.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.done !== void 0) {
                      let data5 = data.done;
                      const _errs12 = errors;
                      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                        validate121.errors = [{ instancePath: instancePath + "/done", schemaPath: "#/properties/done/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs12) {
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
                            validate121.errors = [{ instancePath: instancePath + "/done", schemaPath: "#/properties/done/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.proven !== void 0) {
                        let data6 = data.proven;
                        const _errs14 = errors;
                        if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                          validate121.errors = [{ instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                          return false;
                        }
                        if (errors === _errs14) {
                          if (typeof data6 == "number" && isFinite(data6)) {
                            if (data6 < 0 || isNaN(data6)) {
                              validate121.errors = [{ instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.claimed !== void 0) {
                          let data7 = data.claimed;
                          const _errs16 = errors;
                          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                            validate121.errors = [{ instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                            return false;
                          }
                          if (errors === _errs16) {
                            if (typeof data7 == "number" && isFinite(data7)) {
                              if (data7 < 0 || isNaN(data7)) {
                                validate121.errors = [{ instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.notApplicable !== void 0) {
                            let data8 = data.notApplicable;
                            const _errs18 = errors;
                            if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                              validate121.errors = [{ instancePath: instancePath + "/notApplicable", schemaPath: "#/properties/notApplicable/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                              return false;
                            }
                            if (errors === _errs18) {
                              if (typeof data8 == "number" && isFinite(data8)) {
                                if (data8 < 0 || isNaN(data8)) {
                                  validate121.errors = [{ instancePath: instancePath + "/notApplicable", schemaPath: "#/properties/notApplicable/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                  return false;
                                }
                              }
                            }
                            var valid0 = _errs18 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.open !== void 0) {
                              let data9 = data.open;
                              const _errs20 = errors;
                              if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                                validate121.errors = [{ instancePath: instancePath + "/open", schemaPath: "#/properties/open/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                return false;
                              }
                              if (errors === _errs20) {
                                if (typeof data9 == "number" && isFinite(data9)) {
                                  if (data9 < 0 || isNaN(data9)) {
                                    validate121.errors = [{ instancePath: instancePath + "/open", schemaPath: "#/properties/open/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs20 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.unknown !== void 0) {
                                let data10 = data.unknown;
                                const _errs22 = errors;
                                if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                                  validate121.errors = [{ instancePath: instancePath + "/unknown", schemaPath: "#/properties/unknown/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs22) {
                                  if (typeof data10 == "number" && isFinite(data10)) {
                                    if (data10 < 0 || isNaN(data10)) {
                                      validate121.errors = [{ instancePath: instancePath + "/unknown", schemaPath: "#/properties/unknown/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs22 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate121.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate121.errors = vErrors;
  return errors === 0;
}
var schema43 = { "type": "object", "additionalProperties": false, "required": ["role", "label", "claimed", "proven", "state"], "properties": { "role": { "type": "string", "minLength": 1 }, "label": { "type": "string", "minLength": 1 }, "line": { "type": "integer", "minimum": 1 }, "claimed": { "oneOf": [{ "type": "null" }, { "type": "object", "additionalProperties": false, "required": ["name", "date"], "properties": { "name": { "type": ["string", "null"] }, "date": { "type": ["string", "null"] } } }], "description": "As the Markdown says; it proves nobody." }, "proven": { "oneOf": [{ "type": "null" }, { "type": "object", "additionalProperties": false, "required": ["login", "id", "kind", "commit", "at"], "properties": { "login": { "type": "string", "minLength": 1 }, "id": { "type": "integer", "minimum": 1 }, "kind": { "enum": ["review", "commit-comment", "signed-commit", "environment"] }, "commit": { "$ref": "#/definitions/commit" }, "at": { "type": ["string", "null"], "format": "date-time" }, "url": { "type": "string" } } }] }, "state": { "enum": ["proven", "claimed", "missing", "stale", "void", "not-allowed", "unknown"] }, "seen": { "type": "string", "description": "What the state rests on, in words." } } };
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.role === void 0 && (missing0 = "role") || data.label === void 0 && (missing0 = "label") || data.claimed === void 0 && (missing0 = "claimed") || data.proven === void 0 && (missing0 = "proven") || data.state === void 0 && (missing0 = "state")) {
        validate123.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "role" || key0 === "label" || key0 === "line" || key0 === "claimed" || key0 === "proven" || key0 === "state" || key0 === "seen")) {
            validate123.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.role !== void 0) {
            let data0 = data.role;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate123.errors = [{ instancePath: instancePath + "/role", schemaPath: "#/properties/role/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate123.errors = [{ instancePath: instancePath + "/role", schemaPath: "#/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.label !== void 0) {
              let data1 = data.label;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate123.errors = [{ instancePath: instancePath + "/label", schemaPath: "#/properties/label/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate123.errors = [{ instancePath: instancePath + "/label", schemaPath: "#/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.line !== void 0) {
                let data2 = data.line;
                const _errs6 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate123.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate123.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.claimed !== void 0) {
                  let data3 = data.claimed;
                  const _errs8 = errors;
                  const _errs9 = errors;
                  let valid1 = false;
                  let passing0 = null;
                  const _errs10 = errors;
                  if (data3 !== null) {
                    const err0 = { instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/oneOf/0/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                    if (vErrors === null) {
                      vErrors = [err0];
                    } else {
                      vErrors.push(err0);
                    }
                    errors++;
                  }
                  var _valid0 = _errs10 === errors;
                  if (_valid0) {
                    valid1 = true;
                    passing0 = 0;
                  }
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      let missing1;
                      if (data3.name === void 0 && (missing1 = "name") || data3.date === void 0 && (missing1 = "date")) {
                        const err1 = { instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/oneOf/1/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                        if (vErrors === null) {
                          vErrors = [err1];
                        } else {
                          vErrors.push(err1);
                        }
                        errors++;
                      } else {
                        const _errs14 = errors;
                        for (const key1 in data3) {
                          if (!(key1 === "name" || key1 === "date")) {
                            const err2 = { instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                            if (vErrors === null) {
                              vErrors = [err2];
                            } else {
                              vErrors.push(err2);
                            }
                            errors++;
                            break;
                          }
                        }
                        if (_errs14 === errors) {
                          if (data3.name !== void 0) {
                            let data4 = data3.name;
                            const _errs15 = errors;
                            if (typeof data4 !== "string" && data4 !== null) {
                              const err3 = { instancePath: instancePath + "/claimed/name", schemaPath: "#/properties/claimed/oneOf/1/properties/name/type", keyword: "type", params: { type: schema43.properties.claimed.oneOf[1].properties.name.type }, message: "must be string,null" };
                              if (vErrors === null) {
                                vErrors = [err3];
                              } else {
                                vErrors.push(err3);
                              }
                              errors++;
                            }
                            var valid2 = _errs15 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data3.date !== void 0) {
                              let data5 = data3.date;
                              const _errs17 = errors;
                              if (typeof data5 !== "string" && data5 !== null) {
                                const err4 = { instancePath: instancePath + "/claimed/date", schemaPath: "#/properties/claimed/oneOf/1/properties/date/type", keyword: "type", params: { type: schema43.properties.claimed.oneOf[1].properties.date.type }, message: "must be string,null" };
                                if (vErrors === null) {
                                  vErrors = [err4];
                                } else {
                                  vErrors.push(err4);
                                }
                                errors++;
                              }
                              var valid2 = _errs17 === errors;
                            } else {
                              var valid2 = true;
                            }
                          }
                        }
                      }
                    } else {
                      const err5 = { instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err5];
                      } else {
                        vErrors.push(err5);
                      }
                      errors++;
                    }
                  }
                  var _valid0 = _errs12 === errors;
                  if (_valid0 && valid1) {
                    valid1 = false;
                    passing0 = [passing0, 1];
                  } else {
                    if (_valid0) {
                      valid1 = true;
                      passing0 = 1;
                    }
                  }
                  if (!valid1) {
                    const err6 = { instancePath: instancePath + "/claimed", schemaPath: "#/properties/claimed/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
                    if (vErrors === null) {
                      vErrors = [err6];
                    } else {
                      vErrors.push(err6);
                    }
                    errors++;
                    validate123.errors = vErrors;
                    return false;
                  } else {
                    errors = _errs9;
                    if (vErrors !== null) {
                      if (_errs9) {
                        vErrors.length = _errs9;
                      } else {
                        vErrors = null;
                      }
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.proven !== void 0) {
                    let data6 = data.proven;
                    const _errs19 = errors;
                    const _errs20 = errors;
                    let valid3 = false;
                    let passing1 = null;
                    const _errs21 = errors;
                    if (data6 !== null) {
                      const err7 = { instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/oneOf/0/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                      if (vErrors === null) {
                        vErrors = [err7];
                      } else {
                        vErrors.push(err7);
                      }
                      errors++;
                    }
                    var _valid1 = _errs21 === errors;
                    if (_valid1) {
                      valid3 = true;
                      passing1 = 0;
                    }
                    const _errs23 = errors;
                    if (errors === _errs23) {
                      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                        let missing2;
                        if (data6.login === void 0 && (missing2 = "login") || data6.id === void 0 && (missing2 = "id") || data6.kind === void 0 && (missing2 = "kind") || data6.commit === void 0 && (missing2 = "commit") || data6.at === void 0 && (missing2 = "at")) {
                          const err8 = { instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/oneOf/1/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
                          if (vErrors === null) {
                            vErrors = [err8];
                          } else {
                            vErrors.push(err8);
                          }
                          errors++;
                        } else {
                          const _errs25 = errors;
                          for (const key2 in data6) {
                            if (!(key2 === "login" || key2 === "id" || key2 === "kind" || key2 === "commit" || key2 === "at" || key2 === "url")) {
                              const err9 = { instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                              if (vErrors === null) {
                                vErrors = [err9];
                              } else {
                                vErrors.push(err9);
                              }
                              errors++;
                              break;
                            }
                          }
                          if (_errs25 === errors) {
                            if (data6.login !== void 0) {
                              let data7 = data6.login;
                              const _errs26 = errors;
                              if (errors === _errs26) {
                                if (typeof data7 === "string") {
                                  if (func4(data7) < 1) {
                                    const err10 = { instancePath: instancePath + "/proven/login", schemaPath: "#/properties/proven/oneOf/1/properties/login/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                                    if (vErrors === null) {
                                      vErrors = [err10];
                                    } else {
                                      vErrors.push(err10);
                                    }
                                    errors++;
                                  }
                                } else {
                                  const err11 = { instancePath: instancePath + "/proven/login", schemaPath: "#/properties/proven/oneOf/1/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                  if (vErrors === null) {
                                    vErrors = [err11];
                                  } else {
                                    vErrors.push(err11);
                                  }
                                  errors++;
                                }
                              }
                              var valid4 = _errs26 === errors;
                            } else {
                              var valid4 = true;
                            }
                            if (valid4) {
                              if (data6.id !== void 0) {
                                let data8 = data6.id;
                                const _errs28 = errors;
                                if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                                  const err12 = { instancePath: instancePath + "/proven/id", schemaPath: "#/properties/proven/oneOf/1/properties/id/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                  if (vErrors === null) {
                                    vErrors = [err12];
                                  } else {
                                    vErrors.push(err12);
                                  }
                                  errors++;
                                }
                                if (errors === _errs28) {
                                  if (typeof data8 == "number" && isFinite(data8)) {
                                    if (data8 < 1 || isNaN(data8)) {
                                      const err13 = { instancePath: instancePath + "/proven/id", schemaPath: "#/properties/proven/oneOf/1/properties/id/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                                      if (vErrors === null) {
                                        vErrors = [err13];
                                      } else {
                                        vErrors.push(err13);
                                      }
                                      errors++;
                                    }
                                  }
                                }
                                var valid4 = _errs28 === errors;
                              } else {
                                var valid4 = true;
                              }
                              if (valid4) {
                                if (data6.kind !== void 0) {
                                  let data9 = data6.kind;
                                  const _errs30 = errors;
                                  if (!(data9 === "review" || data9 === "commit-comment" || data9 === "signed-commit" || data9 === "environment")) {
                                    const err14 = { instancePath: instancePath + "/proven/kind", schemaPath: "#/properties/proven/oneOf/1/properties/kind/enum", keyword: "enum", params: { allowedValues: schema43.properties.proven.oneOf[1].properties.kind.enum }, message: "must be equal to one of the allowed values" };
                                    if (vErrors === null) {
                                      vErrors = [err14];
                                    } else {
                                      vErrors.push(err14);
                                    }
                                    errors++;
                                  }
                                  var valid4 = _errs30 === errors;
                                } else {
                                  var valid4 = true;
                                }
                                if (valid4) {
                                  if (data6.commit !== void 0) {
                                    const _errs31 = errors;
                                    if (!validate113(data6.commit, { instancePath: instancePath + "/proven/commit", parentData: data6, parentDataProperty: "commit", rootData })) {
                                      vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid4 = _errs31 === errors;
                                  } else {
                                    var valid4 = true;
                                  }
                                  if (valid4) {
                                    if (data6.at !== void 0) {
                                      let data11 = data6.at;
                                      const _errs32 = errors;
                                      if (typeof data11 !== "string" && data11 !== null) {
                                        const err15 = { instancePath: instancePath + "/proven/at", schemaPath: "#/properties/proven/oneOf/1/properties/at/type", keyword: "type", params: { type: schema43.properties.proven.oneOf[1].properties.at.type }, message: "must be string,null" };
                                        if (vErrors === null) {
                                          vErrors = [err15];
                                        } else {
                                          vErrors.push(err15);
                                        }
                                        errors++;
                                      }
                                      if (errors === _errs32) {
                                        if (errors === _errs32) {
                                          if (typeof data11 === "string") {
                                            if (!formats0.validate(data11)) {
                                              const err16 = { instancePath: instancePath + "/proven/at", schemaPath: "#/properties/proven/oneOf/1/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
                                              if (vErrors === null) {
                                                vErrors = [err16];
                                              } else {
                                                vErrors.push(err16);
                                              }
                                              errors++;
                                            }
                                          }
                                        }
                                      }
                                      var valid4 = _errs32 === errors;
                                    } else {
                                      var valid4 = true;
                                    }
                                    if (valid4) {
                                      if (data6.url !== void 0) {
                                        const _errs34 = errors;
                                        if (typeof data6.url !== "string") {
                                          const err17 = { instancePath: instancePath + "/proven/url", schemaPath: "#/properties/proven/oneOf/1/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                          if (vErrors === null) {
                                            vErrors = [err17];
                                          } else {
                                            vErrors.push(err17);
                                          }
                                          errors++;
                                        }
                                        var valid4 = _errs34 === errors;
                                      } else {
                                        var valid4 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        const err18 = { instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                          vErrors = [err18];
                        } else {
                          vErrors.push(err18);
                        }
                        errors++;
                      }
                    }
                    var _valid1 = _errs23 === errors;
                    if (_valid1 && valid3) {
                      valid3 = false;
                      passing1 = [passing1, 1];
                    } else {
                      if (_valid1) {
                        valid3 = true;
                        passing1 = 1;
                      }
                    }
                    if (!valid3) {
                      const err19 = { instancePath: instancePath + "/proven", schemaPath: "#/properties/proven/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf" };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                      validate123.errors = vErrors;
                      return false;
                    } else {
                      errors = _errs20;
                      if (vErrors !== null) {
                        if (_errs20) {
                          vErrors.length = _errs20;
                        } else {
                          vErrors = null;
                        }
                      }
                    }
                    var valid0 = _errs19 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.state !== void 0) {
                      let data13 = data.state;
                      const _errs36 = errors;
                      if (!(data13 === "proven" || data13 === "claimed" || data13 === "missing" || data13 === "stale" || data13 === "void" || data13 === "not-allowed" || data13 === "unknown")) {
                        validate123.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema43.properties.state.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs36 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.seen !== void 0) {
                        const _errs37 = errors;
                        if (typeof data.seen !== "string") {
                          validate123.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid0 = _errs37 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate123.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate123.errors = vErrors;
  return errors === 0;
}
var schema44 = { "type": "object", "additionalProperties": false, "required": ["file", "line", "kind", "name", "rule", "result", "message"], "properties": { "file": { "type": "string", "minLength": 1 }, "line": { "type": "integer", "minimum": 1 }, "kind": { "type": "string", "minLength": 1 }, "namespace": { "type": "string" }, "name": { "type": "string" }, "container": { "type": "string" }, "rule": { "type": "string", "minLength": 1 }, "result": { "enum": ["pass", "fail", "not-evaluated", "ignored", "error"] }, "message": { "type": "string" } } };
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.file === void 0 && (missing0 = "file") || data.line === void 0 && (missing0 = "line") || data.kind === void 0 && (missing0 = "kind") || data.name === void 0 && (missing0 = "name") || data.rule === void 0 && (missing0 = "rule") || data.result === void 0 && (missing0 = "result") || data.message === void 0 && (missing0 = "message")) {
        validate126.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema44.properties, key0)) {
            validate126.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.file !== void 0) {
            let data0 = data.file;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate126.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate126.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.line !== void 0) {
              let data1 = data.line;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate126.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate126.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.kind !== void 0) {
                let data2 = data.kind;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (func4(data2) < 1) {
                      validate126.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  } else {
                    validate126.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.namespace !== void 0) {
                  const _errs8 = errors;
                  if (typeof data.namespace !== "string") {
                    validate126.errors = [{ instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.name !== void 0) {
                    const _errs10 = errors;
                    if (typeof data.name !== "string") {
                      validate126.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.container !== void 0) {
                      const _errs12 = errors;
                      if (typeof data.container !== "string") {
                        validate126.errors = [{ instancePath: instancePath + "/container", schemaPath: "#/properties/container/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.rule !== void 0) {
                        let data6 = data.rule;
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (typeof data6 === "string") {
                            if (func4(data6) < 1) {
                              validate126.errors = [{ instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          } else {
                            validate126.errors = [{ instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.result !== void 0) {
                          let data7 = data.result;
                          const _errs16 = errors;
                          if (!(data7 === "pass" || data7 === "fail" || data7 === "not-evaluated" || data7 === "ignored" || data7 === "error")) {
                            validate126.errors = [{ instancePath: instancePath + "/result", schemaPath: "#/properties/result/enum", keyword: "enum", params: { allowedValues: schema44.properties.result.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.message !== void 0) {
                            const _errs17 = errors;
                            if (typeof data.message !== "string") {
                              validate126.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                            var valid0 = _errs17 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate126.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate126.errors = vErrors;
  return errors === 0;
}
function validate128(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.reason === void 0 && (missing0 = "reason") || data.expires === void 0 && (missing0 = "expires") || data.people === void 0 && (missing0 = "people")) {
        validate128.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "reason" || key0 === "expires" || key0 === "people")) {
            validate128.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.reason !== void 0) {
            let data0 = data.reason;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate128.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate128.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.expires !== void 0) {
              let data1 = data.expires;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (errors === _errs4) {
                  if (typeof data1 === "string") {
                    if (!formats0.validate(data1)) {
                      validate128.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                      return false;
                    }
                  } else {
                    validate128.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.people !== void 0) {
                let data2 = data.people;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (Array.isArray(data2)) {
                    var valid1 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data3 = data2[i0];
                      const _errs8 = errors;
                      if (errors === _errs8) {
                        if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                          let missing1;
                          if (data3.login === void 0 && (missing1 = "login") || data3.id === void 0 && (missing1 = "id") || data3.at === void 0 && (missing1 = "at")) {
                            validate128.errors = [{ instancePath: instancePath + "/people/" + i0, schemaPath: "#/properties/people/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                            return false;
                          } else {
                            const _errs10 = errors;
                            for (const key1 in data3) {
                              if (!(key1 === "login" || key1 === "id" || key1 === "at")) {
                                validate128.errors = [{ instancePath: instancePath + "/people/" + i0, schemaPath: "#/properties/people/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs10 === errors) {
                              if (data3.login !== void 0) {
                                let data4 = data3.login;
                                const _errs11 = errors;
                                if (errors === _errs11) {
                                  if (typeof data4 === "string") {
                                    if (func4(data4) < 1) {
                                      validate128.errors = [{ instancePath: instancePath + "/people/" + i0 + "/login", schemaPath: "#/properties/people/items/properties/login/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  } else {
                                    validate128.errors = [{ instancePath: instancePath + "/people/" + i0 + "/login", schemaPath: "#/properties/people/items/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid2 = _errs11 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data3.id !== void 0) {
                                  let data5 = data3.id;
                                  const _errs13 = errors;
                                  if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                                    validate128.errors = [{ instancePath: instancePath + "/people/" + i0 + "/id", schemaPath: "#/properties/people/items/properties/id/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  if (errors === _errs13) {
                                    if (typeof data5 == "number" && isFinite(data5)) {
                                      if (data5 < 1 || isNaN(data5)) {
                                        validate128.errors = [{ instancePath: instancePath + "/people/" + i0 + "/id", schemaPath: "#/properties/people/items/properties/id/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid2 = _errs13 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data3.at !== void 0) {
                                    let data6 = data3.at;
                                    const _errs15 = errors;
                                    if (errors === _errs15) {
                                      if (errors === _errs15) {
                                        if (typeof data6 === "string") {
                                          if (!formats0.validate(data6)) {
                                            validate128.errors = [{ instancePath: instancePath + "/people/" + i0 + "/at", schemaPath: "#/properties/people/items/properties/at/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                                            return false;
                                          }
                                        } else {
                                          validate128.errors = [{ instancePath: instancePath + "/people/" + i0 + "/at", schemaPath: "#/properties/people/items/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid2 = _errs15 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          }
                        } else {
                          validate128.errors = [{ instancePath: instancePath + "/people/" + i0, schemaPath: "#/properties/people/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid1 = _errs8 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  } else {
                    validate128.errors = [{ instancePath: instancePath + "/people", schemaPath: "#/properties/people/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate128.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate128.errors = vErrors;
  return errors === 0;
}
function validate112(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.mode !== void 0) {
        let data0 = data.mode;
        const _errs2 = errors;
        if (!(data0 === "report" || data0 === "enforce" || data0 === "manifests")) {
          validate112.errors = [{ instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema37.properties.mode.enum }, message: "must be equal to one of the allowed values" }];
          return false;
        }
        var valid0 = _errs2 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.when !== void 0) {
          let data1 = data.when;
          const _errs3 = errors;
          if (!(data1 === "before" || data1 === "after")) {
            validate112.errors = [{ instancePath: instancePath + "/when", schemaPath: "#/properties/when/enum", keyword: "enum", params: { allowedValues: schema37.properties.when.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs3 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.subject !== void 0) {
            let data2 = data.subject;
            const _errs4 = errors;
            if (typeof data2 !== "string" && data2 !== null) {
              validate112.errors = [{ instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: schema37.properties.subject.type }, message: "must be string,null" }];
              return false;
            }
            if (errors === _errs4) {
              if (typeof data2 === "string") {
                if (!pattern1.test(data2)) {
                  validate112.errors = [{ instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' }];
                  return false;
                }
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.policy !== void 0) {
              let data3 = data.policy;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                  let missing0;
                  if (data3.file === void 0 && (missing0 = "file") || data3.commit === void 0 && (missing0 = "commit")) {
                    validate112.errors = [{ instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
                    return false;
                  } else {
                    const _errs8 = errors;
                    for (const key0 in data3) {
                      if (!(key0 === "file" || key0 === "commit")) {
                        validate112.errors = [{ instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                      }
                    }
                    if (_errs8 === errors) {
                      if (data3.file !== void 0) {
                        let data4 = data3.file;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (typeof data4 === "string") {
                            if (func4(data4) < 1) {
                              validate112.errors = [{ instancePath: instancePath + "/policy/file", schemaPath: "#/properties/policy/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          } else {
                            validate112.errors = [{ instancePath: instancePath + "/policy/file", schemaPath: "#/properties/policy/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid1 = _errs9 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data3.commit !== void 0) {
                          let data5 = data3.commit;
                          const _errs11 = errors;
                          const _errs12 = errors;
                          let valid2 = false;
                          let passing0 = null;
                          const _errs13 = errors;
                          if (!validate113(data5, { instancePath: instancePath + "/policy/commit", parentData: data3, parentDataProperty: "commit", rootData })) {
                            vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
                            errors = vErrors.length;
                          }
                          var _valid0 = _errs13 === errors;
                          if (_valid0) {
                            valid2 = true;
                            passing0 = 0;
                          }
                          const _errs14 = errors;
                          if (data5 !== null) {
                            const err0 = { instancePath: instancePath + "/policy/commit", schemaPath: "#/properties/policy/properties/commit/oneOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                            if (vErrors === null) {
                              vErrors = [err0];
                            } else {
                              vErrors.push(err0);
                            }
                            errors++;
                          }
                          var _valid0 = _errs14 === errors;
                          if (_valid0 && valid2) {
                            valid2 = false;
                            passing0 = [passing0, 1];
                          } else {
                            if (_valid0) {
                              valid2 = true;
                              passing0 = 1;
                            }
                          }
                          if (!valid2) {
                            const err1 = { instancePath: instancePath + "/policy/commit", schemaPath: "#/properties/policy/properties/commit/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf" };
                            if (vErrors === null) {
                              vErrors = [err1];
                            } else {
                              vErrors.push(err1);
                            }
                            errors++;
                            validate112.errors = vErrors;
                            return false;
                          } else {
                            errors = _errs12;
                            if (vErrors !== null) {
                              if (_errs12) {
                                vErrors.length = _errs12;
                              } else {
                                vErrors = null;
                              }
                            }
                          }
                          var valid1 = _errs11 === errors;
                        } else {
                          var valid1 = true;
                        }
                      }
                    }
                  }
                } else {
                  validate112.errors = [{ instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.items !== void 0) {
                let data6 = data.items;
                const _errs16 = errors;
                if (errors === _errs16) {
                  if (Array.isArray(data6)) {
                    var valid3 = true;
                    const len0 = data6.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs18 = errors;
                      if (!validate115(data6[i0], { instancePath: instancePath + "/items/" + i0, parentData: data6, parentDataProperty: i0, rootData })) {
                        vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
                        errors = vErrors.length;
                      }
                      var valid3 = _errs18 === errors;
                      if (!valid3) {
                        break;
                      }
                    }
                  } else {
                    validate112.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs16 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.phases !== void 0) {
                  let data8 = data.phases;
                  const _errs19 = errors;
                  if (errors === _errs19) {
                    if (Array.isArray(data8)) {
                      var valid4 = true;
                      const len1 = data8.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        const _errs21 = errors;
                        if (!validate121(data8[i1], { instancePath: instancePath + "/phases/" + i1, parentData: data8, parentDataProperty: i1, rootData })) {
                          vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
                          errors = vErrors.length;
                        }
                        var valid4 = _errs21 === errors;
                        if (!valid4) {
                          break;
                        }
                      }
                    } else {
                      validate112.errors = [{ instancePath: instancePath + "/phases", schemaPath: "#/properties/phases/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs19 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.signatures !== void 0) {
                    let data10 = data.signatures;
                    const _errs22 = errors;
                    if (errors === _errs22) {
                      if (Array.isArray(data10)) {
                        var valid5 = true;
                        const len2 = data10.length;
                        for (let i2 = 0; i2 < len2; i2++) {
                          const _errs24 = errors;
                          if (!validate123(data10[i2], { instancePath: instancePath + "/signatures/" + i2, parentData: data10, parentDataProperty: i2, rootData })) {
                            vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
                            errors = vErrors.length;
                          }
                          var valid5 = _errs24 === errors;
                          if (!valid5) {
                            break;
                          }
                        }
                      } else {
                        validate112.errors = [{ instancePath: instancePath + "/signatures", schemaPath: "#/properties/signatures/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs22 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.manifests !== void 0) {
                      let data12 = data.manifests;
                      const _errs25 = errors;
                      if (errors === _errs25) {
                        if (Array.isArray(data12)) {
                          var valid6 = true;
                          const len3 = data12.length;
                          for (let i3 = 0; i3 < len3; i3++) {
                            const _errs27 = errors;
                            if (!validate126(data12[i3], { instancePath: instancePath + "/manifests/" + i3, parentData: data12, parentDataProperty: i3, rootData })) {
                              vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
                              errors = vErrors.length;
                            }
                            var valid6 = _errs27 === errors;
                            if (!valid6) {
                              break;
                            }
                          }
                        } else {
                          validate112.errors = [{ instancePath: instancePath + "/manifests", schemaPath: "#/properties/manifests/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid0 = _errs25 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.override !== void 0) {
                        const _errs28 = errors;
                        if (!validate128(data.override, { instancePath: instancePath + "/override", parentData: data, parentDataProperty: "override", rootData })) {
                          vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs28 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate112.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate112.errors = vErrors;
  return errors === 0;
}
var schema46 = { "type": "object", "description": "Facts of security-scan; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "policy": { "type": "object", "additionalProperties": false, "required": ["file", "commit"], "properties": { "file": { "type": "string", "minLength": 1 }, "commit": { "$ref": "#/definitions/commitOrNull" } } }, "failOn": { "type": "object", "description": "What blocks: this severity and worse.", "additionalProperties": false, "required": ["severity", "state"], "properties": { "severity": { "$ref": "#/definitions/securitySeverity" }, "state": { "enum": ["new", "any"] } } }, "base": { "$ref": "#/definitions/commitOrNull", "description": "What new is measured against; null: nothing, or a baseline." }, "baseline": { "type": ["string", "null"], "minLength": 1, "description": "SARIF of the base that was read instead." }, "scanners": { "type": "array", "items": { "$ref": "#/definitions/securityScanner" } }, "counts": { "type": "object", "description": "Of all findings, listed or not.", "additionalProperties": false, "required": ["new", "known", "suppressed"], "properties": { "new": { "$ref": "#/definitions/securityCount" }, "known": { "$ref": "#/definitions/securityCount" }, "suppressed": { "$ref": "#/definitions/securityCount" } } }, "findings": { "type": "array", "maxItems": 1e3, "items": { "$ref": "#/definitions/securityFinding" }, "description": "New and worst first." }, "omitted": { "$ref": "#/definitions/whole", "description": "Findings that are counted and not listed." }, "kev": { "type": ["object", "null"], "additionalProperties": false, "required": ["date", "count"], "properties": { "date": { "type": "string", "format": "date", "examples": ["2027-01-31"] }, "count": { "$ref": "#/definitions/whole" } }, "description": "The catalogue that was read: its own date, and how many entries it has." }, "allow": { "type": "object", "description": "Entries of security.allow.", "additionalProperties": false, "required": ["used", "stale", "expired", "ending"], "properties": { "used": { "$ref": "#/definitions/whole" }, "stale": { "$ref": "#/definitions/whole", "description": "Entries that match nothing." }, "expired": { "$ref": "#/definitions/whole" }, "ending": { "type": "array", "items": { "$ref": "#/definitions/securityEnding" } } } }, "sarif": { "type": "object", "additionalProperties": false, "required": ["results", "uploaded", "dropped"], "properties": { "results": { "$ref": "#/definitions/whole", "description": "In the full file." }, "uploaded": { "$ref": "#/definitions/whole", "description": "In the file for code scanning." }, "dropped": { "$ref": "#/definitions/whole", "description": "Left out of it by GitHub's limits." } } } } };
var schema47 = { "type": ["string", "null"], "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$" };
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && data !== null) {
    validate132.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema47.type }, message: "must be string,null" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern3.test(data)) {
        validate132.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" }, message: 'must match pattern "^[0-9a-f]{40}([0-9a-f]{24})?$"' }];
        return false;
      }
    }
  }
  validate132.errors = vErrors;
  return errors === 0;
}
var schema48 = { "enum": ["critical", "high", "medium", "low"], "description": "Worst first." };
function validate134(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "critical" || data === "high" || data === "medium" || data === "low")) {
    validate134.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate134.errors = vErrors;
  return errors === 0;
}
var schema49 = { "type": "object", "description": "One scanner, and whether it answered.", "additionalProperties": false, "required": ["name", "version", "outcome", "findings", "durationMs", "reason", "seen", "source"], "properties": { "name": { "type": "string", "minLength": 1 }, "version": { "type": ["string", "null"], "minLength": 1, "description": "Of the tool; null: it did not say." }, "outcome": { "enum": ["clean", "findings", "error", "not-run"], "description": "error: it looked, or tried to, and gave no answer; not-run: it never looked." }, "findings": { "type": ["integer", "null"], "minimum": 0, "description": "null: not known." }, "durationMs": { "$ref": "#/definitions/milliseconds" }, "reason": { "type": ["string", "null"], "minLength": 1, "description": "Why there is no answer." }, "seen": { "type": ["string", "null"], "minLength": 1, "description": "How much was looked at, in words: 812 packages." }, "source": { "enum": ["ran", "report"], "description": "report: a saved one was read, nothing was run." }, "file": { "type": "string", "minLength": 1, "description": "The saved report, from the top of the repository." }, "required": { "type": "boolean", "description": "Whether the gate does not pass without its answer." } }, "allOf": [{ "if": { "properties": { "outcome": { "enum": ["error", "not-run"] } }, "required": ["outcome"] }, "then": { "properties": { "findings": { "const": null }, "reason": { "type": "string" } } } }, { "if": { "properties": { "outcome": { "const": "clean" } }, "required": ["outcome"] }, "then": { "properties": { "findings": { "const": 0 } } } }, { "if": { "properties": { "outcome": { "const": "findings" } }, "required": ["outcome"] }, "then": { "properties": { "findings": { "type": "integer", "minimum": 1 } } } }] };
function validate137(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.outcome === void 0 && (missing0 = "outcome")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.outcome !== void 0) {
        let data0 = data.outcome;
        if (!(data0 === "error" || data0 === "not-run")) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.findings !== void 0) {
        const _errs6 = errors;
        if (null !== data.findings) {
          validate137.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/allOf/0/then/properties/findings/const", keyword: "const", params: { allowedValue: schema49.allOf[0].then.properties.findings.const }, message: "must be equal to constant" }];
          return false;
        }
        var valid3 = _errs6 === errors;
      } else {
        var valid3 = true;
      }
      if (valid3) {
        if (data.reason !== void 0) {
          const _errs7 = errors;
          if (typeof data.reason !== "string") {
            validate137.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/allOf/0/then/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
          var valid3 = _errs7 === errors;
        } else {
          var valid3 = true;
        }
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate137.errors = vErrors;
    return false;
  }
  var valid0 = _errs1 === errors;
  if (valid0) {
    const _errs9 = errors;
    const _errs10 = errors;
    let valid4 = true;
    const _errs11 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.outcome === void 0 && (missing1 = "outcome")) {
        const err3 = {};
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        if (data.outcome !== void 0) {
          if ("clean" !== data.outcome) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      }
    }
    var _valid1 = _errs11 === errors;
    errors = _errs10;
    if (vErrors !== null) {
      if (_errs10) {
        vErrors.length = _errs10;
      } else {
        vErrors = null;
      }
    }
    if (_valid1) {
      const _errs13 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.findings !== void 0) {
          if (0 !== data.findings) {
            validate137.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/allOf/1/then/properties/findings/const", keyword: "const", params: { allowedValue: 0 }, message: "must be equal to constant" }];
            return false;
          }
        }
      }
      var _valid1 = _errs13 === errors;
      valid4 = _valid1;
    }
    if (!valid4) {
      const err5 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
      validate137.errors = vErrors;
      return false;
    }
    var valid0 = _errs9 === errors;
    if (valid0) {
      const _errs15 = errors;
      const _errs16 = errors;
      let valid7 = true;
      const _errs17 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.outcome === void 0 && (missing2 = "outcome")) {
          const err6 = {};
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        } else {
          if (data.outcome !== void 0) {
            if ("findings" !== data.outcome) {
              const err7 = {};
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
      }
      var _valid2 = _errs17 === errors;
      errors = _errs16;
      if (vErrors !== null) {
        if (_errs16) {
          vErrors.length = _errs16;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs19 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.findings !== void 0) {
            let data6 = data.findings;
            const _errs20 = errors;
            if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
              validate137.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/allOf/2/then/properties/findings/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs20) {
              if (typeof data6 == "number" && isFinite(data6)) {
                if (data6 < 1 || isNaN(data6)) {
                  validate137.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/allOf/2/then/properties/findings/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                  return false;
                }
              }
            }
          }
        }
        var _valid2 = _errs19 === errors;
        valid7 = _valid2;
      }
      if (!valid7) {
        const err8 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
        validate137.errors = vErrors;
        return false;
      }
      var valid0 = _errs15 === errors;
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.name === void 0 && (missing3 = "name") || data.version === void 0 && (missing3 = "version") || data.outcome === void 0 && (missing3 = "outcome") || data.findings === void 0 && (missing3 = "findings") || data.durationMs === void 0 && (missing3 = "durationMs") || data.reason === void 0 && (missing3 = "reason") || data.seen === void 0 && (missing3 = "seen") || data.source === void 0 && (missing3 = "source")) {
        validate137.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
        return false;
      } else {
        const _errs22 = errors;
        for (const key0 in data) {
          if (!func2.call(schema49.properties, key0)) {
            validate137.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs22 === errors) {
          if (data.name !== void 0) {
            let data7 = data.name;
            const _errs23 = errors;
            if (errors === _errs23) {
              if (typeof data7 === "string") {
                if (func4(data7) < 1) {
                  validate137.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate137.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid10 = _errs23 === errors;
          } else {
            var valid10 = true;
          }
          if (valid10) {
            if (data.version !== void 0) {
              let data8 = data.version;
              const _errs25 = errors;
              if (typeof data8 !== "string" && data8 !== null) {
                validate137.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: schema49.properties.version.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs25) {
                if (typeof data8 === "string") {
                  if (func4(data8) < 1) {
                    validate137.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              }
              var valid10 = _errs25 === errors;
            } else {
              var valid10 = true;
            }
            if (valid10) {
              if (data.outcome !== void 0) {
                let data9 = data.outcome;
                const _errs27 = errors;
                if (!(data9 === "clean" || data9 === "findings" || data9 === "error" || data9 === "not-run")) {
                  validate137.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema49.properties.outcome.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid10 = _errs27 === errors;
              } else {
                var valid10 = true;
              }
              if (valid10) {
                if (data.findings !== void 0) {
                  let data10 = data.findings;
                  const _errs28 = errors;
                  if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10)) && data10 !== null) {
                    validate137.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: schema49.properties.findings.type }, message: "must be integer,null" }];
                    return false;
                  }
                  if (errors === _errs28) {
                    if (typeof data10 == "number" && isFinite(data10)) {
                      if (data10 < 0 || isNaN(data10)) {
                        validate137.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                        return false;
                      }
                    }
                  }
                  var valid10 = _errs28 === errors;
                } else {
                  var valid10 = true;
                }
                if (valid10) {
                  if (data.durationMs !== void 0) {
                    const _errs30 = errors;
                    if (!validate29(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
                      vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
                      errors = vErrors.length;
                    }
                    var valid10 = _errs30 === errors;
                  } else {
                    var valid10 = true;
                  }
                  if (valid10) {
                    if (data.reason !== void 0) {
                      let data12 = data.reason;
                      const _errs31 = errors;
                      if (typeof data12 !== "string" && data12 !== null) {
                        validate137.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: schema49.properties.reason.type }, message: "must be string,null" }];
                        return false;
                      }
                      if (errors === _errs31) {
                        if (typeof data12 === "string") {
                          if (func4(data12) < 1) {
                            validate137.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      }
                      var valid10 = _errs31 === errors;
                    } else {
                      var valid10 = true;
                    }
                    if (valid10) {
                      if (data.seen !== void 0) {
                        let data13 = data.seen;
                        const _errs33 = errors;
                        if (typeof data13 !== "string" && data13 !== null) {
                          validate137.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: schema49.properties.seen.type }, message: "must be string,null" }];
                          return false;
                        }
                        if (errors === _errs33) {
                          if (typeof data13 === "string") {
                            if (func4(data13) < 1) {
                              validate137.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          }
                        }
                        var valid10 = _errs33 === errors;
                      } else {
                        var valid10 = true;
                      }
                      if (valid10) {
                        if (data.source !== void 0) {
                          let data14 = data.source;
                          const _errs35 = errors;
                          if (!(data14 === "ran" || data14 === "report")) {
                            validate137.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema49.properties.source.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid10 = _errs35 === errors;
                        } else {
                          var valid10 = true;
                        }
                        if (valid10) {
                          if (data.file !== void 0) {
                            let data15 = data.file;
                            const _errs36 = errors;
                            if (errors === _errs36) {
                              if (typeof data15 === "string") {
                                if (func4(data15) < 1) {
                                  validate137.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              } else {
                                validate137.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid10 = _errs36 === errors;
                          } else {
                            var valid10 = true;
                          }
                          if (valid10) {
                            if (data.required !== void 0) {
                              const _errs38 = errors;
                              if (typeof data.required !== "boolean") {
                                validate137.errors = [{ instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                return false;
                              }
                              var valid10 = _errs38 === errors;
                            } else {
                              var valid10 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate137.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate137.errors = vErrors;
  return errors === 0;
}
function validate140(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.critical === void 0 && (missing0 = "critical") || data.high === void 0 && (missing0 = "high") || data.medium === void 0 && (missing0 = "medium") || data.low === void 0 && (missing0 = "low")) {
        validate140.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "critical" || key0 === "high" || key0 === "medium" || key0 === "low")) {
            validate140.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.critical !== void 0) {
            const _errs2 = errors;
            if (!validate66(data.critical, { instancePath: instancePath + "/critical", parentData: data, parentDataProperty: "critical", rootData })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.high !== void 0) {
              const _errs3 = errors;
              if (!validate66(data.high, { instancePath: instancePath + "/high", parentData: data, parentDataProperty: "high", rootData })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.medium !== void 0) {
                const _errs4 = errors;
                if (!validate66(data.medium, { instancePath: instancePath + "/medium", parentData: data, parentDataProperty: "medium", rootData })) {
                  vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.low !== void 0) {
                  const _errs5 = errors;
                  if (!validate66(data.low, { instancePath: instancePath + "/low", parentData: data, parentDataProperty: "low", rootData })) {
                    vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs5 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate140.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate140.errors = vErrors;
  return errors === 0;
}
var schema51 = { "type": "object", "description": "One thing that was found, by one scanner or several.", "additionalProperties": false, "required": ["scanner", "rule", "category", "title", "severity", "state", "location", "package", "advisories", "kev", "fingerprints", "message"], "properties": { "scanner": { "type": "string", "minLength": 1 }, "also": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Other scanners that found the same." }, "rule": { "type": "string", "minLength": 1 }, "category": { "enum": ["secret", "dependency", "code", "manifest", "contract"] }, "title": { "type": "string", "minLength": 1, "description": "What is there, in a few words. No value of a secret is in any text." }, "severity": { "$ref": "#/definitions/securitySeverity" }, "state": { "enum": ["new", "known", "suppressed"], "description": "known: the base has it too." }, "location": { "$ref": "#/definitions/securityLocation" }, "package": { "$ref": "#/definitions/securityPackage" }, "advisories": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "Ids and aliases; the first is the one that people see." }, "kev": { "type": "boolean", "description": "In CISA's catalogue of Known Exploited Vulnerabilities." }, "fingerprints": { "type": "object", "additionalProperties": { "type": "string" } }, "message": { "type": "string" }, "fix": { "type": "string", "minLength": 1, "description": "A command that mends it." }, "commit": { "type": "string", "minLength": 1, "description": "Of the history, when the finding is not in the checkout." }, "allow": { "$ref": "#/definitions/securityAllowance" } }, "allOf": [{ "if": { "properties": { "state": { "const": "suppressed" } }, "required": ["state"] }, "then": { "required": ["allow"], "properties": { "allow": true } } }] };
var schema52 = { "type": ["object", "null"], "additionalProperties": false, "required": ["path"], "properties": { "path": { "type": "string", "minLength": 1, "description": "From the top of the repository, with /." }, "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 }, "endLine": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 } } };
function validate150(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    validate150.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema52.type }, message: "must be object,null" }];
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.path === void 0 && (missing0 = "path")) {
        validate150.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "path" || key0 === "line" || key0 === "column" || key0 === "endLine" || key0 === "endColumn")) {
            validate150.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== void 0) {
            let data0 = data.path;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate150.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate150.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.line !== void 0) {
              let data1 = data.line;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate150.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate150.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.column !== void 0) {
                let data2 = data.column;
                const _errs6 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate150.errors = [{ instancePath: instancePath + "/column", schemaPath: "#/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate150.errors = [{ instancePath: instancePath + "/column", schemaPath: "#/properties/column/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.endLine !== void 0) {
                  let data3 = data.endLine;
                  const _errs8 = errors;
                  if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                    validate150.errors = [{ instancePath: instancePath + "/endLine", schemaPath: "#/properties/endLine/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs8) {
                    if (typeof data3 == "number" && isFinite(data3)) {
                      if (data3 < 1 || isNaN(data3)) {
                        validate150.errors = [{ instancePath: instancePath + "/endLine", schemaPath: "#/properties/endLine/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.endColumn !== void 0) {
                    let data4 = data.endColumn;
                    const _errs10 = errors;
                    if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                      validate150.errors = [{ instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                      return false;
                    }
                    if (errors === _errs10) {
                      if (typeof data4 == "number" && isFinite(data4)) {
                        if (data4 < 1 || isNaN(data4)) {
                          validate150.errors = [{ instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  validate150.errors = vErrors;
  return errors === 0;
}
var schema53 = { "type": ["object", "null"], "additionalProperties": false, "required": ["purl", "range", "fixed"], "properties": { "purl": { "type": "string", "pattern": "^pkg:", "examples": ["pkg:npm/table-press@2.3.0"] }, "range": { "type": ["string", "null"], "minLength": 1, "description": "Affected versions." }, "fixed": { "type": ["string", "null"], "minLength": 1, "description": "First version that mends it; null: none, or none is told." }, "via": { "type": "array", "items": { "type": "string", "minLength": 1 }, "description": "From the direct dependency down to the package, without it." } } };
var pattern6 = new RegExp("^pkg:", "u");
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    validate152.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema53.type }, message: "must be object,null" }];
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.purl === void 0 && (missing0 = "purl") || data.range === void 0 && (missing0 = "range") || data.fixed === void 0 && (missing0 = "fixed")) {
        validate152.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "purl" || key0 === "range" || key0 === "fixed" || key0 === "via")) {
            validate152.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.purl !== void 0) {
            let data0 = data.purl;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (!pattern6.test(data0)) {
                  validate152.errors = [{ instancePath: instancePath + "/purl", schemaPath: "#/properties/purl/pattern", keyword: "pattern", params: { pattern: "^pkg:" }, message: 'must match pattern "^pkg:"' }];
                  return false;
                }
              } else {
                validate152.errors = [{ instancePath: instancePath + "/purl", schemaPath: "#/properties/purl/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.range !== void 0) {
              let data1 = data.range;
              const _errs4 = errors;
              if (typeof data1 !== "string" && data1 !== null) {
                validate152.errors = [{ instancePath: instancePath + "/range", schemaPath: "#/properties/range/type", keyword: "type", params: { type: schema53.properties.range.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate152.errors = [{ instancePath: instancePath + "/range", schemaPath: "#/properties/range/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.fixed !== void 0) {
                let data2 = data.fixed;
                const _errs6 = errors;
                if (typeof data2 !== "string" && data2 !== null) {
                  validate152.errors = [{ instancePath: instancePath + "/fixed", schemaPath: "#/properties/fixed/type", keyword: "type", params: { type: schema53.properties.fixed.type }, message: "must be string,null" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (func4(data2) < 1) {
                      validate152.errors = [{ instancePath: instancePath + "/fixed", schemaPath: "#/properties/fixed/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.via !== void 0) {
                  let data3 = data.via;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (Array.isArray(data3)) {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        let data4 = data3[i0];
                        const _errs10 = errors;
                        if (errors === _errs10) {
                          if (typeof data4 === "string") {
                            if (func4(data4) < 1) {
                              validate152.errors = [{ instancePath: instancePath + "/via/" + i0, schemaPath: "#/properties/via/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          } else {
                            validate152.errors = [{ instancePath: instancePath + "/via/" + i0, schemaPath: "#/properties/via/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid1 = _errs10 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    } else {
                      validate152.errors = [{ instancePath: instancePath + "/via", schemaPath: "#/properties/via/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    }
  }
  validate152.errors = vErrors;
  return errors === 0;
}
var schema54 = { "type": "object", "description": "Why a finding does not block.", "additionalProperties": false, "required": ["by", "reason", "expires"], "properties": { "by": { "enum": ["policy", "in-source", "external"], "description": "policy: an entry of security.allow; the others are the scanner's own word." }, "reason": { "type": ["string", "null"], "minLength": 1 }, "expires": { "type": ["string", "null"], "format": "date", "examples": ["2027-01-31"] } } };
var formats10 = require_formats().fullFormats.date;
function validate154(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.by === void 0 && (missing0 = "by") || data.reason === void 0 && (missing0 = "reason") || data.expires === void 0 && (missing0 = "expires")) {
        validate154.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "by" || key0 === "reason" || key0 === "expires")) {
            validate154.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.by !== void 0) {
            let data0 = data.by;
            const _errs2 = errors;
            if (!(data0 === "policy" || data0 === "in-source" || data0 === "external")) {
              validate154.errors = [{ instancePath: instancePath + "/by", schemaPath: "#/properties/by/enum", keyword: "enum", params: { allowedValues: schema54.properties.by.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.reason !== void 0) {
              let data1 = data.reason;
              const _errs3 = errors;
              if (typeof data1 !== "string" && data1 !== null) {
                validate154.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: schema54.properties.reason.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate154.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.expires !== void 0) {
                let data2 = data.expires;
                const _errs5 = errors;
                if (typeof data2 !== "string" && data2 !== null) {
                  validate154.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: schema54.properties.expires.type }, message: "must be string,null" }];
                  return false;
                }
                if (errors === _errs5) {
                  if (errors === _errs5) {
                    if (typeof data2 === "string") {
                      if (!formats10.validate(data2)) {
                        validate154.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' }];
                        return false;
                      }
                    }
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate154.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate154.errors = vErrors;
  return errors === 0;
}
function validate148(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.state === void 0 && (missing0 = "state")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.state !== void 0) {
        if ("suppressed" !== data.state) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.allow === void 0 && (missing1 = "allow")) {
        validate148.errors = [{ instancePath, schemaPath: "#/allOf/0/then/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
        return false;
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate148.errors = vErrors;
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.scanner === void 0 && (missing2 = "scanner") || data.rule === void 0 && (missing2 = "rule") || data.category === void 0 && (missing2 = "category") || data.title === void 0 && (missing2 = "title") || data.severity === void 0 && (missing2 = "severity") || data.state === void 0 && (missing2 = "state") || data.location === void 0 && (missing2 = "location") || data.package === void 0 && (missing2 = "package") || data.advisories === void 0 && (missing2 = "advisories") || data.kev === void 0 && (missing2 = "kev") || data.fingerprints === void 0 && (missing2 = "fingerprints") || data.message === void 0 && (missing2 = "message")) {
        validate148.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
        return false;
      } else {
        const _errs6 = errors;
        for (const key0 in data) {
          if (!func2.call(schema51.properties, key0)) {
            validate148.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs6 === errors) {
          if (data.scanner !== void 0) {
            let data1 = data.scanner;
            const _errs7 = errors;
            if (errors === _errs7) {
              if (typeof data1 === "string") {
                if (func4(data1) < 1) {
                  validate148.errors = [{ instancePath: instancePath + "/scanner", schemaPath: "#/properties/scanner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate148.errors = [{ instancePath: instancePath + "/scanner", schemaPath: "#/properties/scanner/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid3 = _errs7 === errors;
          } else {
            var valid3 = true;
          }
          if (valid3) {
            if (data.also !== void 0) {
              let data2 = data.also;
              const _errs9 = errors;
              if (errors === _errs9) {
                if (Array.isArray(data2)) {
                  var valid4 = true;
                  const len0 = data2.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data3 = data2[i0];
                    const _errs11 = errors;
                    if (errors === _errs11) {
                      if (typeof data3 === "string") {
                        if (func4(data3) < 1) {
                          validate148.errors = [{ instancePath: instancePath + "/also/" + i0, schemaPath: "#/properties/also/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate148.errors = [{ instancePath: instancePath + "/also/" + i0, schemaPath: "#/properties/also/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid4 = _errs11 === errors;
                    if (!valid4) {
                      break;
                    }
                  }
                } else {
                  validate148.errors = [{ instancePath: instancePath + "/also", schemaPath: "#/properties/also/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                  return false;
                }
              }
              var valid3 = _errs9 === errors;
            } else {
              var valid3 = true;
            }
            if (valid3) {
              if (data.rule !== void 0) {
                let data4 = data.rule;
                const _errs13 = errors;
                if (errors === _errs13) {
                  if (typeof data4 === "string") {
                    if (func4(data4) < 1) {
                      validate148.errors = [{ instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  } else {
                    validate148.errors = [{ instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid3 = _errs13 === errors;
              } else {
                var valid3 = true;
              }
              if (valid3) {
                if (data.category !== void 0) {
                  let data5 = data.category;
                  const _errs15 = errors;
                  if (!(data5 === "secret" || data5 === "dependency" || data5 === "code" || data5 === "manifest" || data5 === "contract")) {
                    validate148.errors = [{ instancePath: instancePath + "/category", schemaPath: "#/properties/category/enum", keyword: "enum", params: { allowedValues: schema51.properties.category.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid3 = _errs15 === errors;
                } else {
                  var valid3 = true;
                }
                if (valid3) {
                  if (data.title !== void 0) {
                    let data6 = data.title;
                    const _errs16 = errors;
                    if (errors === _errs16) {
                      if (typeof data6 === "string") {
                        if (func4(data6) < 1) {
                          validate148.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate148.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid3 = _errs16 === errors;
                  } else {
                    var valid3 = true;
                  }
                  if (valid3) {
                    if (data.severity !== void 0) {
                      const _errs18 = errors;
                      if (!validate134(data.severity, { instancePath: instancePath + "/severity", parentData: data, parentDataProperty: "severity", rootData })) {
                        vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
                        errors = vErrors.length;
                      }
                      var valid3 = _errs18 === errors;
                    } else {
                      var valid3 = true;
                    }
                    if (valid3) {
                      if (data.state !== void 0) {
                        let data8 = data.state;
                        const _errs19 = errors;
                        if (!(data8 === "new" || data8 === "known" || data8 === "suppressed")) {
                          validate148.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema51.properties.state.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid3 = _errs19 === errors;
                      } else {
                        var valid3 = true;
                      }
                      if (valid3) {
                        if (data.location !== void 0) {
                          const _errs20 = errors;
                          if (!validate150(data.location, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
                            vErrors = vErrors === null ? validate150.errors : vErrors.concat(validate150.errors);
                            errors = vErrors.length;
                          }
                          var valid3 = _errs20 === errors;
                        } else {
                          var valid3 = true;
                        }
                        if (valid3) {
                          if (data.package !== void 0) {
                            const _errs21 = errors;
                            if (!validate152(data.package, { instancePath: instancePath + "/package", parentData: data, parentDataProperty: "package", rootData })) {
                              vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
                              errors = vErrors.length;
                            }
                            var valid3 = _errs21 === errors;
                          } else {
                            var valid3 = true;
                          }
                          if (valid3) {
                            if (data.advisories !== void 0) {
                              let data11 = data.advisories;
                              const _errs22 = errors;
                              if (errors === _errs22) {
                                if (Array.isArray(data11)) {
                                  var valid5 = true;
                                  const len1 = data11.length;
                                  for (let i1 = 0; i1 < len1; i1++) {
                                    let data12 = data11[i1];
                                    const _errs24 = errors;
                                    if (errors === _errs24) {
                                      if (typeof data12 === "string") {
                                        if (func4(data12) < 1) {
                                          validate148.errors = [{ instancePath: instancePath + "/advisories/" + i1, schemaPath: "#/properties/advisories/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      } else {
                                        validate148.errors = [{ instancePath: instancePath + "/advisories/" + i1, schemaPath: "#/properties/advisories/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid5 = _errs24 === errors;
                                    if (!valid5) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate148.errors = [{ instancePath: instancePath + "/advisories", schemaPath: "#/properties/advisories/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                  return false;
                                }
                              }
                              var valid3 = _errs22 === errors;
                            } else {
                              var valid3 = true;
                            }
                            if (valid3) {
                              if (data.kev !== void 0) {
                                const _errs26 = errors;
                                if (typeof data.kev !== "boolean") {
                                  validate148.errors = [{ instancePath: instancePath + "/kev", schemaPath: "#/properties/kev/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                  return false;
                                }
                                var valid3 = _errs26 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data.fingerprints !== void 0) {
                                  let data14 = data.fingerprints;
                                  const _errs28 = errors;
                                  if (errors === _errs28) {
                                    if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                      for (const key1 in data14) {
                                        const _errs31 = errors;
                                        if (typeof data14[key1] !== "string") {
                                          validate148.errors = [{ instancePath: instancePath + "/fingerprints/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/fingerprints/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                        var valid6 = _errs31 === errors;
                                        if (!valid6) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate148.errors = [{ instancePath: instancePath + "/fingerprints", schemaPath: "#/properties/fingerprints/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid3 = _errs28 === errors;
                                } else {
                                  var valid3 = true;
                                }
                                if (valid3) {
                                  if (data.message !== void 0) {
                                    const _errs33 = errors;
                                    if (typeof data.message !== "string") {
                                      validate148.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                    var valid3 = _errs33 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data.fix !== void 0) {
                                      let data17 = data.fix;
                                      const _errs35 = errors;
                                      if (errors === _errs35) {
                                        if (typeof data17 === "string") {
                                          if (func4(data17) < 1) {
                                            validate148.errors = [{ instancePath: instancePath + "/fix", schemaPath: "#/properties/fix/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                            return false;
                                          }
                                        } else {
                                          validate148.errors = [{ instancePath: instancePath + "/fix", schemaPath: "#/properties/fix/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid3 = _errs35 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data.commit !== void 0) {
                                        let data18 = data.commit;
                                        const _errs37 = errors;
                                        if (errors === _errs37) {
                                          if (typeof data18 === "string") {
                                            if (func4(data18) < 1) {
                                              validate148.errors = [{ instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          } else {
                                            validate148.errors = [{ instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid3 = _errs37 === errors;
                                      } else {
                                        var valid3 = true;
                                      }
                                      if (valid3) {
                                        if (data.allow !== void 0) {
                                          const _errs39 = errors;
                                          if (!validate154(data.allow, { instancePath: instancePath + "/allow", parentData: data, parentDataProperty: "allow", rootData })) {
                                            vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid3 = _errs39 === errors;
                                        } else {
                                          var valid3 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate148.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate148.errors = vErrors;
  return errors === 0;
}
function validate162(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.index === void 0 && (missing0 = "index") || data.target === void 0 && (missing0 = "target") || data.expires === void 0 && (missing0 = "expires") || data.daysLeft === void 0 && (missing0 = "daysLeft")) {
        validate162.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "index" || key0 === "target" || key0 === "expires" || key0 === "daysLeft")) {
            validate162.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.index !== void 0) {
            let data0 = data.index;
            const _errs2 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate162.errors = [{ instancePath: instancePath + "/index", schemaPath: "#/properties/index/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  validate162.errors = [{ instancePath: instancePath + "/index", schemaPath: "#/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                  return false;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.target !== void 0) {
              let data1 = data.target;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate162.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate162.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.expires !== void 0) {
                let data2 = data.expires;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (errors === _errs6) {
                    if (typeof data2 === "string") {
                      if (!formats10.validate(data2)) {
                        validate162.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' }];
                        return false;
                      }
                    } else {
                      validate162.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.daysLeft !== void 0) {
                  let data3 = data.daysLeft;
                  const _errs8 = errors;
                  if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                    validate162.errors = [{ instancePath: instancePath + "/daysLeft", schemaPath: "#/properties/daysLeft/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate162.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate162.errors = vErrors;
  return errors === 0;
}
function validate131(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.policy !== void 0) {
        let data0 = data.policy;
        const _errs2 = errors;
        if (errors === _errs2) {
          if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
            let missing0;
            if (data0.file === void 0 && (missing0 = "file") || data0.commit === void 0 && (missing0 = "commit")) {
              validate131.errors = [{ instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
              return false;
            } else {
              const _errs4 = errors;
              for (const key0 in data0) {
                if (!(key0 === "file" || key0 === "commit")) {
                  validate131.errors = [{ instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
                  return false;
                  break;
                }
              }
              if (_errs4 === errors) {
                if (data0.file !== void 0) {
                  let data1 = data0.file;
                  const _errs5 = errors;
                  if (errors === _errs5) {
                    if (typeof data1 === "string") {
                      if (func4(data1) < 1) {
                        validate131.errors = [{ instancePath: instancePath + "/policy/file", schemaPath: "#/properties/policy/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate131.errors = [{ instancePath: instancePath + "/policy/file", schemaPath: "#/properties/policy/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid1 = _errs5 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data0.commit !== void 0) {
                    const _errs7 = errors;
                    if (!validate132(data0.commit, { instancePath: instancePath + "/policy/commit", parentData: data0, parentDataProperty: "commit", rootData })) {
                      vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs7 === errors;
                  } else {
                    var valid1 = true;
                  }
                }
              }
            }
          } else {
            validate131.errors = [{ instancePath: instancePath + "/policy", schemaPath: "#/properties/policy/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
            return false;
          }
        }
        var valid0 = _errs2 === errors;
      } else {
        var valid0 = true;
      }
      if (valid0) {
        if (data.failOn !== void 0) {
          let data3 = data.failOn;
          const _errs8 = errors;
          if (errors === _errs8) {
            if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
              let missing1;
              if (data3.severity === void 0 && (missing1 = "severity") || data3.state === void 0 && (missing1 = "state")) {
                validate131.errors = [{ instancePath: instancePath + "/failOn", schemaPath: "#/properties/failOn/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                return false;
              } else {
                const _errs10 = errors;
                for (const key1 in data3) {
                  if (!(key1 === "severity" || key1 === "state")) {
                    validate131.errors = [{ instancePath: instancePath + "/failOn", schemaPath: "#/properties/failOn/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                    return false;
                    break;
                  }
                }
                if (_errs10 === errors) {
                  if (data3.severity !== void 0) {
                    const _errs11 = errors;
                    if (!validate134(data3.severity, { instancePath: instancePath + "/failOn/severity", parentData: data3, parentDataProperty: "severity", rootData })) {
                      vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
                      errors = vErrors.length;
                    }
                    var valid2 = _errs11 === errors;
                  } else {
                    var valid2 = true;
                  }
                  if (valid2) {
                    if (data3.state !== void 0) {
                      let data5 = data3.state;
                      const _errs12 = errors;
                      if (!(data5 === "new" || data5 === "any")) {
                        validate131.errors = [{ instancePath: instancePath + "/failOn/state", schemaPath: "#/properties/failOn/properties/state/enum", keyword: "enum", params: { allowedValues: schema46.properties.failOn.properties.state.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid2 = _errs12 === errors;
                    } else {
                      var valid2 = true;
                    }
                  }
                }
              }
            } else {
              validate131.errors = [{ instancePath: instancePath + "/failOn", schemaPath: "#/properties/failOn/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
              return false;
            }
          }
          var valid0 = _errs8 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.base !== void 0) {
            const _errs13 = errors;
            if (!validate132(data.base, { instancePath: instancePath + "/base", parentData: data, parentDataProperty: "base", rootData })) {
              vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs13 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.baseline !== void 0) {
              let data7 = data.baseline;
              const _errs14 = errors;
              if (typeof data7 !== "string" && data7 !== null) {
                validate131.errors = [{ instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/type", keyword: "type", params: { type: schema46.properties.baseline.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs14) {
                if (typeof data7 === "string") {
                  if (func4(data7) < 1) {
                    validate131.errors = [{ instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs14 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.scanners !== void 0) {
                let data8 = data.scanners;
                const _errs16 = errors;
                if (errors === _errs16) {
                  if (Array.isArray(data8)) {
                    var valid3 = true;
                    const len0 = data8.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs18 = errors;
                      if (!validate137(data8[i0], { instancePath: instancePath + "/scanners/" + i0, parentData: data8, parentDataProperty: i0, rootData })) {
                        vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
                        errors = vErrors.length;
                      }
                      var valid3 = _errs18 === errors;
                      if (!valid3) {
                        break;
                      }
                    }
                  } else {
                    validate131.errors = [{ instancePath: instancePath + "/scanners", schemaPath: "#/properties/scanners/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                    return false;
                  }
                }
                var valid0 = _errs16 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.counts !== void 0) {
                  let data10 = data.counts;
                  const _errs19 = errors;
                  if (errors === _errs19) {
                    if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                      let missing2;
                      if (data10.new === void 0 && (missing2 = "new") || data10.known === void 0 && (missing2 = "known") || data10.suppressed === void 0 && (missing2 = "suppressed")) {
                        validate131.errors = [{ instancePath: instancePath + "/counts", schemaPath: "#/properties/counts/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                        return false;
                      } else {
                        const _errs21 = errors;
                        for (const key2 in data10) {
                          if (!(key2 === "new" || key2 === "known" || key2 === "suppressed")) {
                            validate131.errors = [{ instancePath: instancePath + "/counts", schemaPath: "#/properties/counts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                            return false;
                            break;
                          }
                        }
                        if (_errs21 === errors) {
                          if (data10.new !== void 0) {
                            const _errs22 = errors;
                            if (!validate140(data10.new, { instancePath: instancePath + "/counts/new", parentData: data10, parentDataProperty: "new", rootData })) {
                              vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
                              errors = vErrors.length;
                            }
                            var valid4 = _errs22 === errors;
                          } else {
                            var valid4 = true;
                          }
                          if (valid4) {
                            if (data10.known !== void 0) {
                              const _errs23 = errors;
                              if (!validate140(data10.known, { instancePath: instancePath + "/counts/known", parentData: data10, parentDataProperty: "known", rootData })) {
                                vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
                                errors = vErrors.length;
                              }
                              var valid4 = _errs23 === errors;
                            } else {
                              var valid4 = true;
                            }
                            if (valid4) {
                              if (data10.suppressed !== void 0) {
                                const _errs24 = errors;
                                if (!validate140(data10.suppressed, { instancePath: instancePath + "/counts/suppressed", parentData: data10, parentDataProperty: "suppressed", rootData })) {
                                  vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
                                  errors = vErrors.length;
                                }
                                var valid4 = _errs24 === errors;
                              } else {
                                var valid4 = true;
                              }
                            }
                          }
                        }
                      }
                    } else {
                      validate131.errors = [{ instancePath: instancePath + "/counts", schemaPath: "#/properties/counts/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                      return false;
                    }
                  }
                  var valid0 = _errs19 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.findings !== void 0) {
                    let data14 = data.findings;
                    const _errs25 = errors;
                    if (errors === _errs25) {
                      if (Array.isArray(data14)) {
                        if (data14.length > 1e3) {
                          validate131.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" }];
                          return false;
                        } else {
                          var valid5 = true;
                          const len1 = data14.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            const _errs27 = errors;
                            if (!validate148(data14[i1], { instancePath: instancePath + "/findings/" + i1, parentData: data14, parentDataProperty: i1, rootData })) {
                              vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
                              errors = vErrors.length;
                            }
                            var valid5 = _errs27 === errors;
                            if (!valid5) {
                              break;
                            }
                          }
                        }
                      } else {
                        validate131.errors = [{ instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                        return false;
                      }
                    }
                    var valid0 = _errs25 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.omitted !== void 0) {
                      const _errs28 = errors;
                      if (!validate66(data.omitted, { instancePath: instancePath + "/omitted", parentData: data, parentDataProperty: "omitted", rootData })) {
                        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs28 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.kev !== void 0) {
                        let data17 = data.kev;
                        const _errs29 = errors;
                        if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
                          validate131.errors = [{ instancePath: instancePath + "/kev", schemaPath: "#/properties/kev/type", keyword: "type", params: { type: schema46.properties.kev.type }, message: "must be object,null" }];
                          return false;
                        }
                        if (errors === _errs29) {
                          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                            let missing3;
                            if (data17.date === void 0 && (missing3 = "date") || data17.count === void 0 && (missing3 = "count")) {
                              validate131.errors = [{ instancePath: instancePath + "/kev", schemaPath: "#/properties/kev/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                              return false;
                            } else {
                              const _errs31 = errors;
                              for (const key3 in data17) {
                                if (!(key3 === "date" || key3 === "count")) {
                                  validate131.errors = [{ instancePath: instancePath + "/kev", schemaPath: "#/properties/kev/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs31 === errors) {
                                if (data17.date !== void 0) {
                                  let data18 = data17.date;
                                  const _errs32 = errors;
                                  if (errors === _errs32) {
                                    if (errors === _errs32) {
                                      if (typeof data18 === "string") {
                                        if (!formats10.validate(data18)) {
                                          validate131.errors = [{ instancePath: instancePath + "/kev/date", schemaPath: "#/properties/kev/properties/date/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' }];
                                          return false;
                                        }
                                      } else {
                                        validate131.errors = [{ instancePath: instancePath + "/kev/date", schemaPath: "#/properties/kev/properties/date/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid6 = _errs32 === errors;
                                } else {
                                  var valid6 = true;
                                }
                                if (valid6) {
                                  if (data17.count !== void 0) {
                                    const _errs34 = errors;
                                    if (!validate66(data17.count, { instancePath: instancePath + "/kev/count", parentData: data17, parentDataProperty: "count", rootData })) {
                                      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid6 = _errs34 === errors;
                                  } else {
                                    var valid6 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                        var valid0 = _errs29 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.allow !== void 0) {
                          let data20 = data.allow;
                          const _errs35 = errors;
                          if (errors === _errs35) {
                            if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                              let missing4;
                              if (data20.used === void 0 && (missing4 = "used") || data20.stale === void 0 && (missing4 = "stale") || data20.expired === void 0 && (missing4 = "expired") || data20.ending === void 0 && (missing4 = "ending")) {
                                validate131.errors = [{ instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                return false;
                              } else {
                                const _errs37 = errors;
                                for (const key4 in data20) {
                                  if (!(key4 === "used" || key4 === "stale" || key4 === "expired" || key4 === "ending")) {
                                    validate131.errors = [{ instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs37 === errors) {
                                  if (data20.used !== void 0) {
                                    const _errs38 = errors;
                                    if (!validate66(data20.used, { instancePath: instancePath + "/allow/used", parentData: data20, parentDataProperty: "used", rootData })) {
                                      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid7 = _errs38 === errors;
                                  } else {
                                    var valid7 = true;
                                  }
                                  if (valid7) {
                                    if (data20.stale !== void 0) {
                                      const _errs39 = errors;
                                      if (!validate66(data20.stale, { instancePath: instancePath + "/allow/stale", parentData: data20, parentDataProperty: "stale", rootData })) {
                                        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid7 = _errs39 === errors;
                                    } else {
                                      var valid7 = true;
                                    }
                                    if (valid7) {
                                      if (data20.expired !== void 0) {
                                        const _errs40 = errors;
                                        if (!validate66(data20.expired, { instancePath: instancePath + "/allow/expired", parentData: data20, parentDataProperty: "expired", rootData })) {
                                          vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid7 = _errs40 === errors;
                                      } else {
                                        var valid7 = true;
                                      }
                                      if (valid7) {
                                        if (data20.ending !== void 0) {
                                          let data24 = data20.ending;
                                          const _errs41 = errors;
                                          if (errors === _errs41) {
                                            if (Array.isArray(data24)) {
                                              var valid8 = true;
                                              const len2 = data24.length;
                                              for (let i2 = 0; i2 < len2; i2++) {
                                                const _errs43 = errors;
                                                if (!validate162(data24[i2], { instancePath: instancePath + "/allow/ending/" + i2, parentData: data24, parentDataProperty: i2, rootData })) {
                                                  vErrors = vErrors === null ? validate162.errors : vErrors.concat(validate162.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid8 = _errs43 === errors;
                                                if (!valid8) {
                                                  break;
                                                }
                                              }
                                            } else {
                                              validate131.errors = [{ instancePath: instancePath + "/allow/ending", schemaPath: "#/properties/allow/properties/ending/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid7 = _errs41 === errors;
                                        } else {
                                          var valid7 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            } else {
                              validate131.errors = [{ instancePath: instancePath + "/allow", schemaPath: "#/properties/allow/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                              return false;
                            }
                          }
                          var valid0 = _errs35 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.sarif !== void 0) {
                            let data26 = data.sarif;
                            const _errs44 = errors;
                            if (errors === _errs44) {
                              if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
                                let missing5;
                                if (data26.results === void 0 && (missing5 = "results") || data26.uploaded === void 0 && (missing5 = "uploaded") || data26.dropped === void 0 && (missing5 = "dropped")) {
                                  validate131.errors = [{ instancePath: instancePath + "/sarif", schemaPath: "#/properties/sarif/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                  return false;
                                } else {
                                  const _errs46 = errors;
                                  for (const key5 in data26) {
                                    if (!(key5 === "results" || key5 === "uploaded" || key5 === "dropped")) {
                                      validate131.errors = [{ instancePath: instancePath + "/sarif", schemaPath: "#/properties/sarif/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs46 === errors) {
                                    if (data26.results !== void 0) {
                                      const _errs47 = errors;
                                      if (!validate66(data26.results, { instancePath: instancePath + "/sarif/results", parentData: data26, parentDataProperty: "results", rootData })) {
                                        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid9 = _errs47 === errors;
                                    } else {
                                      var valid9 = true;
                                    }
                                    if (valid9) {
                                      if (data26.uploaded !== void 0) {
                                        const _errs48 = errors;
                                        if (!validate66(data26.uploaded, { instancePath: instancePath + "/sarif/uploaded", parentData: data26, parentDataProperty: "uploaded", rootData })) {
                                          vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid9 = _errs48 === errors;
                                      } else {
                                        var valid9 = true;
                                      }
                                      if (valid9) {
                                        if (data26.dropped !== void 0) {
                                          const _errs49 = errors;
                                          if (!validate66(data26.dropped, { instancePath: instancePath + "/sarif/dropped", parentData: data26, parentDataProperty: "dropped", rootData })) {
                                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid9 = _errs49 === errors;
                                        } else {
                                          var valid9 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate131.errors = [{ instancePath: instancePath + "/sarif", schemaPath: "#/properties/sarif/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                return false;
                              }
                            }
                            var valid0 = _errs44 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate131.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate131.errors = vErrors;
  return errors === 0;
}
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reasons !== void 0) {
      let data0 = data.reasons;
      const _errs0 = errors;
      if (Array.isArray(data0)) {
        var valid1 = true;
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          const _errs1 = errors;
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.blocks !== void 0) {
              if ("no" !== data1.blocks) {
                validate168.errors = [{ instancePath: instancePath + "/reasons/" + i0 + "/blocks", schemaPath: "#/properties/reasons/items/properties/blocks/const", keyword: "const", params: { allowedValue: "no" }, message: "must be equal to constant" }];
                return false;
              }
            }
          }
          var valid1 = _errs1 === errors;
          if (!valid1) {
            break;
          }
        }
      }
      var valid0 = _errs0 === errors;
    } else {
      var valid0 = true;
    }
    if (valid0) {
      if (data.proofs !== void 0) {
        let data3 = data.proofs;
        const _errs3 = errors;
        if (Array.isArray(data3)) {
          var valid3 = true;
          const len1 = data3.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data4 = data3[i1];
            const _errs4 = errors;
            const _errs5 = errors;
            let valid4 = true;
            const _errs6 = errors;
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
              let missing0;
              if (data4.required === void 0 && (missing0 = "required")) {
                const err0 = {};
                if (vErrors === null) {
                  vErrors = [err0];
                } else {
                  vErrors.push(err0);
                }
                errors++;
              } else {
                if (data4.required !== void 0) {
                  if (true !== data4.required) {
                    const err1 = {};
                    if (vErrors === null) {
                      vErrors = [err1];
                    } else {
                      vErrors.push(err1);
                    }
                    errors++;
                  }
                }
              }
            }
            var _valid0 = _errs6 === errors;
            errors = _errs5;
            if (vErrors !== null) {
              if (_errs5) {
                vErrors.length = _errs5;
              } else {
                vErrors = null;
              }
            }
            if (_valid0) {
              const _errs8 = errors;
              if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                if (data4.outcome !== void 0) {
                  if ("pass" !== data4.outcome) {
                    validate168.errors = [{ instancePath: instancePath + "/proofs/" + i1 + "/outcome", schemaPath: "#/properties/proofs/items/then/properties/outcome/const", keyword: "const", params: { allowedValue: "pass" }, message: "must be equal to constant" }];
                    return false;
                  }
                }
              }
              var _valid0 = _errs8 === errors;
              valid4 = _valid0;
            }
            if (!valid4) {
              const err2 = { instancePath: instancePath + "/proofs/" + i1, schemaPath: "#/properties/proofs/items/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
              validate168.errors = vErrors;
              return false;
            }
            var valid3 = _errs4 === errors;
            if (!valid3) {
              break;
            }
          }
        }
        var valid0 = _errs3 === errors;
      } else {
        var valid0 = true;
      }
    }
  }
  validate168.errors = vErrors;
  return errors === 0;
}
var schema57 = { "enum": ["migrate-gate", "canary-promote", "checklist", "security-scan"] };
function validate170(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "migrate-gate" || data === "canary-promote" || data === "checklist" || data === "security-scan")) {
    validate170.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema57.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate170.errors = vErrors;
  return errors === 0;
}
var schema58 = { "enum": ["pass", "fail", "unknown"], "description": "unknown never passes: something required could not be proven." };
function validate172(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "unknown")) {
    validate172.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema58.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate172.errors = vErrors;
  return errors === 0;
}
var schema59 = { "type": "object", "additionalProperties": false, "properties": { "service": { "type": "string", "minLength": 1 }, "repository": { "type": "string", "pattern": "^[^/\\s]+/[^/\\s]+$", "examples": ["acme/order-service"] }, "commit": { "$ref": "#/definitions/commit" }, "base": { "$ref": "#/definitions/commit" }, "ref": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "environment": { "type": "string", "minLength": 1 }, "path": { "type": "string", "description": "What was looked at, from the top of the repository." }, "run": { "$ref": "#/definitions/workflowRun" } } };
var pattern7 = new RegExp("^[^/\\s]+/[^/\\s]+$", "u");
var pattern8 = new RegExp("^[0-9]+$", "u");
function validate177(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.attempt === void 0 && (missing0 = "attempt")) {
        validate177.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "id" || key0 === "attempt")) {
            validate177.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== void 0) {
            let data0 = data.id;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (!pattern8.test(data0)) {
                  validate177.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-9]+$" }, message: 'must match pattern "^[0-9]+$"' }];
                  return false;
                }
              } else {
                validate177.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.attempt !== void 0) {
              let data1 = data.attempt;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate177.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate177.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate177.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate177.errors = vErrors;
  return errors === 0;
}
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func2.call(schema59.properties, key0)) {
          validate174.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.service !== void 0) {
          let data0 = data.service;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func4(data0) < 1) {
                validate174.errors = [{ instancePath: instancePath + "/service", schemaPath: "#/properties/service/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            } else {
              validate174.errors = [{ instancePath: instancePath + "/service", schemaPath: "#/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.repository !== void 0) {
            let data1 = data.repository;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data1 === "string") {
                if (!pattern7.test(data1)) {
                  validate174.errors = [{ instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[^/\\s]+/[^/\\s]+$" }, message: 'must match pattern "^[^/\\s]+/[^/\\s]+$"' }];
                  return false;
                }
              } else {
                validate174.errors = [{ instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.commit !== void 0) {
              const _errs6 = errors;
              if (!validate113(data.commit, { instancePath: instancePath + "/commit", parentData: data, parentDataProperty: "commit", rootData })) {
                vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.base !== void 0) {
                const _errs7 = errors;
                if (!validate113(data.base, { instancePath: instancePath + "/base", parentData: data, parentDataProperty: "base", rootData })) {
                  vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.ref !== void 0) {
                  let data4 = data.ref;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (typeof data4 === "string") {
                      if (func4(data4) < 1) {
                        validate174.errors = [{ instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate174.errors = [{ instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.event !== void 0) {
                    let data5 = data.event;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (typeof data5 === "string") {
                        if (func4(data5) < 1) {
                          validate174.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate174.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.environment !== void 0) {
                      let data6 = data.environment;
                      const _errs12 = errors;
                      if (errors === _errs12) {
                        if (typeof data6 === "string") {
                          if (func4(data6) < 1) {
                            validate174.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        } else {
                          validate174.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.path !== void 0) {
                        const _errs14 = errors;
                        if (typeof data.path !== "string") {
                          validate174.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.run !== void 0) {
                          const _errs16 = errors;
                          if (!validate177(data.run, { instancePath: instancePath + "/run", parentData: data, parentDataProperty: "run", rootData })) {
                            vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate174.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate174.errors = vErrors;
  return errors === 0;
}
var schema61 = { "type": "object", "additionalProperties": false, "required": ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"], "properties": { "code": { "type": "string", "maxLength": 100, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "examples": ["drift", "down-fails"] }, "severity": { "$ref": "#/definitions/severity" }, "blocks": { "$ref": "#/definitions/blocks" }, "title": { "type": "string", "minLength": 1 }, "seen": { "type": "string", "minLength": 1 }, "hurts": { "type": "string", "minLength": 1 }, "mend": { "type": "string", "minLength": 1 }, "repair": { "$ref": "#/definitions/repair" }, "location": { "$ref": "#/definitions/location" }, "excerpt": { "type": "string", "description": "The line of the file at location." }, "docs": { "type": "string", "minLength": 1, "description": "Page of the reason: a URL, or its path in Shipgate's repository." }, "allowance": { "$ref": "#/definitions/allowance" }, "evidence": { "type": "object" } } };
var pattern9 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
var schema62 = { "enum": ["data-loss", "error", "warning", "note"], "description": "Worst first. data-loss and error are faults: they fail the gate." };
function validate181(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "data-loss" || data === "error" || data === "warning" || data === "note")) {
    validate181.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema62.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate181.errors = vErrors;
  return errors === 0;
}
var schema63 = { "enum": ["fail", "unknown", "no"], "description": "What a reason makes of the outcome." };
function validate183(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "fail" || data === "unknown" || data === "no")) {
    validate183.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema63.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate183.errors = vErrors;
  return errors === 0;
}
var schema64 = { "type": "object", "description": "What can be pasted.", "additionalProperties": false, "required": ["language", "text"], "properties": { "language": { "enum": ["sql", "diff", "sh", "yaml"] }, "text": { "type": "string", "minLength": 1 } } };
function validate185(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.language === void 0 && (missing0 = "language") || data.text === void 0 && (missing0 = "text")) {
        validate185.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "language" || key0 === "text")) {
            validate185.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.language !== void 0) {
            let data0 = data.language;
            const _errs2 = errors;
            if (!(data0 === "sql" || data0 === "diff" || data0 === "sh" || data0 === "yaml")) {
              validate185.errors = [{ instancePath: instancePath + "/language", schemaPath: "#/properties/language/enum", keyword: "enum", params: { allowedValues: schema64.properties.language.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.text !== void 0) {
              let data1 = data.text;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate185.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate185.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate185.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate185.errors = vErrors;
  return errors === 0;
}
function validate187(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.file === void 0 && (missing0 = "file")) {
        validate187.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "file" || key0 === "line" || key0 === "column" || key0 === "endColumn")) {
            validate187.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.file !== void 0) {
            let data0 = data.file;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate187.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate187.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.line !== void 0) {
              let data1 = data.line;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate187.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate187.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.column !== void 0) {
                let data2 = data.column;
                const _errs6 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate187.errors = [{ instancePath: instancePath + "/column", schemaPath: "#/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate187.errors = [{ instancePath: instancePath + "/column", schemaPath: "#/properties/column/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.endColumn !== void 0) {
                  let data3 = data.endColumn;
                  const _errs8 = errors;
                  if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                    validate187.errors = [{ instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs8) {
                    if (typeof data3 == "number" && isFinite(data3)) {
                      if (data3 < 1 || isNaN(data3)) {
                        validate187.errors = [{ instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate187.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate187.errors = vErrors;
  return errors === 0;
}
var schema66 = { "type": "object", "additionalProperties": false, "required": ["by", "reason"], "properties": { "by": { "enum": ["comment", "baseline", "override"] }, "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] } } };
function validate189(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.by === void 0 && (missing0 = "by") || data.reason === void 0 && (missing0 = "reason")) {
        validate189.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "by" || key0 === "reason" || key0 === "expires")) {
            validate189.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.by !== void 0) {
            let data0 = data.by;
            const _errs2 = errors;
            if (!(data0 === "comment" || data0 === "baseline" || data0 === "override")) {
              validate189.errors = [{ instancePath: instancePath + "/by", schemaPath: "#/properties/by/enum", keyword: "enum", params: { allowedValues: schema66.properties.by.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.reason !== void 0) {
              let data1 = data.reason;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate189.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate189.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.expires !== void 0) {
                let data2 = data.expires;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (errors === _errs5) {
                    if (typeof data2 === "string") {
                      if (!formats10.validate(data2)) {
                        validate189.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' }];
                        return false;
                      }
                    } else {
                      validate189.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate189.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate189.errors = vErrors;
  return errors === 0;
}
function validate180(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.code === void 0 && (missing0 = "code") || data.severity === void 0 && (missing0 = "severity") || data.blocks === void 0 && (missing0 = "blocks") || data.title === void 0 && (missing0 = "title") || data.seen === void 0 && (missing0 = "seen") || data.hurts === void 0 && (missing0 = "hurts") || data.mend === void 0 && (missing0 = "mend") || data.docs === void 0 && (missing0 = "docs") || data.evidence === void 0 && (missing0 = "evidence")) {
        validate180.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema61.properties, key0)) {
            validate180.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.code !== void 0) {
            let data0 = data.code;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) > 100) {
                  validate180.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                  return false;
                } else {
                  if (!pattern9.test(data0)) {
                    validate180.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"' }];
                    return false;
                  }
                }
              } else {
                validate180.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.severity !== void 0) {
              const _errs4 = errors;
              if (!validate181(data.severity, { instancePath: instancePath + "/severity", parentData: data, parentDataProperty: "severity", rootData })) {
                vErrors = vErrors === null ? validate181.errors : vErrors.concat(validate181.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.blocks !== void 0) {
                const _errs5 = errors;
                if (!validate183(data.blocks, { instancePath: instancePath + "/blocks", parentData: data, parentDataProperty: "blocks", rootData })) {
                  vErrors = vErrors === null ? validate183.errors : vErrors.concat(validate183.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.title !== void 0) {
                  let data3 = data.title;
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (typeof data3 === "string") {
                      if (func4(data3) < 1) {
                        validate180.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate180.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.seen !== void 0) {
                    let data4 = data.seen;
                    const _errs8 = errors;
                    if (errors === _errs8) {
                      if (typeof data4 === "string") {
                        if (func4(data4) < 1) {
                          validate180.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate180.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.hurts !== void 0) {
                      let data5 = data.hurts;
                      const _errs10 = errors;
                      if (errors === _errs10) {
                        if (typeof data5 === "string") {
                          if (func4(data5) < 1) {
                            validate180.errors = [{ instancePath: instancePath + "/hurts", schemaPath: "#/properties/hurts/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        } else {
                          validate180.errors = [{ instancePath: instancePath + "/hurts", schemaPath: "#/properties/hurts/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.mend !== void 0) {
                        let data6 = data.mend;
                        const _errs12 = errors;
                        if (errors === _errs12) {
                          if (typeof data6 === "string") {
                            if (func4(data6) < 1) {
                              validate180.errors = [{ instancePath: instancePath + "/mend", schemaPath: "#/properties/mend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          } else {
                            validate180.errors = [{ instancePath: instancePath + "/mend", schemaPath: "#/properties/mend/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.repair !== void 0) {
                          const _errs14 = errors;
                          if (!validate185(data.repair, { instancePath: instancePath + "/repair", parentData: data, parentDataProperty: "repair", rootData })) {
                            vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.location !== void 0) {
                            const _errs15 = errors;
                            if (!validate187(data.location, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
                              vErrors = vErrors === null ? validate187.errors : vErrors.concat(validate187.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs15 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.excerpt !== void 0) {
                              const _errs16 = errors;
                              if (typeof data.excerpt !== "string") {
                                validate180.errors = [{ instancePath: instancePath + "/excerpt", schemaPath: "#/properties/excerpt/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                              var valid0 = _errs16 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.docs !== void 0) {
                                let data10 = data.docs;
                                const _errs18 = errors;
                                if (errors === _errs18) {
                                  if (typeof data10 === "string") {
                                    if (func4(data10) < 1) {
                                      validate180.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  } else {
                                    validate180.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs18 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.allowance !== void 0) {
                                  const _errs20 = errors;
                                  if (!validate189(data.allowance, { instancePath: instancePath + "/allowance", parentData: data, parentDataProperty: "allowance", rootData })) {
                                    vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs20 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.evidence !== void 0) {
                                    let data12 = data.evidence;
                                    const _errs21 = errors;
                                    if (!(data12 && typeof data12 == "object" && !Array.isArray(data12))) {
                                      validate180.errors = [{ instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                    var valid0 = _errs21 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate180.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate180.errors = vErrors;
  return errors === 0;
}
var schema68 = { "enum": ["pass", "fail", "not-proven"] };
function validate193(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "not-proven")) {
    validate193.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema68.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate193.errors = vErrors;
  return errors === 0;
}
function validate192(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.required === void 0 && (missing0 = "required") || data.outcome === void 0 && (missing0 = "outcome") || data.seen === void 0 && (missing0 = "seen")) {
        validate192.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "required" || key0 === "outcome" || key0 === "seen")) {
            validate192.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            let data0 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate192.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate192.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.required !== void 0) {
              const _errs4 = errors;
              if (typeof data.required !== "boolean") {
                validate192.errors = [{ instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.outcome !== void 0) {
                const _errs6 = errors;
                if (!validate193(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                  vErrors = vErrors === null ? validate193.errors : vErrors.concat(validate193.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.seen !== void 0) {
                  let data3 = data.seen;
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (typeof data3 === "string") {
                      if (func4(data3) < 1) {
                        validate192.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate192.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate192.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate192.errors = vErrors;
  return errors === 0;
}
function validate196(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.version === void 0 && (missing0 = "version")) {
        validate196.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "version" || key0 === "commit")) {
            validate196.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            let data0 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func4(data0) < 1) {
                  validate196.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate196.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.version !== void 0) {
              let data1 = data.version;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func4(data1) < 1) {
                    validate196.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate196.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.commit !== void 0) {
                const _errs6 = errors;
                if (!validate113(data.commit, { instancePath: instancePath + "/commit", parentData: data, parentDataProperty: "commit", rootData })) {
                  vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate196.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate196.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.gate === void 0 && (missing0 = "gate")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.gate !== void 0) {
        if ("migrate-gate" !== data.gate) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.evidence !== void 0) {
        if (!validate22(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData })) {
          vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
          errors = vErrors.length;
        }
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate21.errors = vErrors;
    return false;
  }
  var valid0 = _errs1 === errors;
  if (valid0) {
    const _errs7 = errors;
    const _errs8 = errors;
    let valid4 = true;
    const _errs9 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.gate === void 0 && (missing1 = "gate")) {
        const err3 = {};
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        if (data.gate !== void 0) {
          if ("canary-promote" !== data.gate) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      }
    }
    var _valid1 = _errs9 === errors;
    errors = _errs8;
    if (vErrors !== null) {
      if (_errs8) {
        vErrors.length = _errs8;
      } else {
        vErrors = null;
      }
    }
    if (_valid1) {
      const _errs11 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.evidence !== void 0) {
          if (!validate58(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData })) {
            vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
            errors = vErrors.length;
          }
        }
      }
      var _valid1 = _errs11 === errors;
      valid4 = _valid1;
    }
    if (!valid4) {
      const err5 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
      validate21.errors = vErrors;
      return false;
    }
    var valid0 = _errs7 === errors;
    if (valid0) {
      const _errs13 = errors;
      const _errs14 = errors;
      let valid7 = true;
      const _errs15 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.gate === void 0 && (missing2 = "gate")) {
          const err6 = {};
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        } else {
          if (data.gate !== void 0) {
            if ("checklist" !== data.gate) {
              const err7 = {};
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
      }
      var _valid2 = _errs15 === errors;
      errors = _errs14;
      if (vErrors !== null) {
        if (_errs14) {
          vErrors.length = _errs14;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs17 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.evidence !== void 0) {
            if (!validate112(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData })) {
              vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid2 = _errs17 === errors;
        valid7 = _valid2;
      }
      if (!valid7) {
        const err8 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
        validate21.errors = vErrors;
        return false;
      }
      var valid0 = _errs13 === errors;
      if (valid0) {
        const _errs19 = errors;
        const _errs20 = errors;
        let valid10 = true;
        const _errs21 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing3;
          if (data.gate === void 0 && (missing3 = "gate")) {
            const err9 = {};
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          } else {
            if (data.gate !== void 0) {
              if ("security-scan" !== data.gate) {
                const err10 = {};
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
          }
        }
        var _valid3 = _errs21 === errors;
        errors = _errs20;
        if (vErrors !== null) {
          if (_errs20) {
            vErrors.length = _errs20;
          } else {
            vErrors = null;
          }
        }
        if (_valid3) {
          const _errs23 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.evidence !== void 0) {
              if (!validate131(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData })) {
                vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
                errors = vErrors.length;
              }
            }
          }
          var _valid3 = _errs23 === errors;
          valid10 = _valid3;
        }
        if (!valid10) {
          const err11 = { instancePath, schemaPath: "#/allOf/3/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
          validate21.errors = vErrors;
          return false;
        }
        var valid0 = _errs19 === errors;
        if (valid0) {
          const _errs25 = errors;
          const _errs27 = errors;
          let valid13 = true;
          const _errs28 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing4;
            if (data.outcome === void 0 && (missing4 = "outcome")) {
              const err12 = {};
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            } else {
              if (data.outcome !== void 0) {
                if ("pass" !== data.outcome) {
                  const err13 = {};
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              }
            }
          }
          var _valid4 = _errs28 === errors;
          errors = _errs27;
          if (vErrors !== null) {
            if (_errs27) {
              vErrors.length = _errs27;
            } else {
              vErrors = null;
            }
          }
          if (_valid4) {
            const _errs30 = errors;
            if (!validate168(data, { instancePath, parentData, parentDataProperty, rootData })) {
              vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
              errors = vErrors.length;
            }
            var _valid4 = _errs30 === errors;
            valid13 = _valid4;
          }
          if (!valid13) {
            const err14 = { instancePath, schemaPath: "#/allOf/4/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
            validate21.errors = vErrors;
            return false;
          }
          var valid0 = _errs25 === errors;
          if (valid0) {
            const _errs31 = errors;
            const _errs33 = errors;
            let valid15 = true;
            const _errs34 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing5;
              if (data.outcome === void 0 && (missing5 = "outcome") || data.gate === void 0 && (missing5 = "gate")) {
                const err15 = {};
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              } else {
                if (data.outcome !== void 0) {
                  const _errs35 = errors;
                  if ("pass" !== data.outcome) {
                    const err16 = {};
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                  var valid16 = _errs35 === errors;
                } else {
                  var valid16 = true;
                }
                if (valid16) {
                  if (data.gate !== void 0) {
                    const _errs36 = errors;
                    if ("security-scan" !== data.gate) {
                      const err17 = {};
                      if (vErrors === null) {
                        vErrors = [err17];
                      } else {
                        vErrors.push(err17);
                      }
                      errors++;
                    }
                    var valid16 = _errs36 === errors;
                  } else {
                    var valid16 = true;
                  }
                }
              }
            }
            var _valid5 = _errs34 === errors;
            errors = _errs33;
            if (vErrors !== null) {
              if (_errs33) {
                vErrors.length = _errs33;
              } else {
                vErrors = null;
              }
            }
            if (_valid5) {
              const _errs37 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                if (data.evidence !== void 0) {
                  let data11 = data.evidence;
                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                    if (data11.scanners !== void 0) {
                      let data12 = data11.scanners;
                      if (Array.isArray(data12)) {
                        var valid19 = true;
                        const len0 = data12.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let data13 = data12[i0];
                          const _errs40 = errors;
                          const _errs41 = errors;
                          let valid20 = true;
                          const _errs42 = errors;
                          if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                            let missing6;
                            if (data13.required === void 0 && (missing6 = "required")) {
                              const err18 = {};
                              if (vErrors === null) {
                                vErrors = [err18];
                              } else {
                                vErrors.push(err18);
                              }
                              errors++;
                            } else {
                              if (data13.required !== void 0) {
                                if (true !== data13.required) {
                                  const err19 = {};
                                  if (vErrors === null) {
                                    vErrors = [err19];
                                  } else {
                                    vErrors.push(err19);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid6 = _errs42 === errors;
                          errors = _errs41;
                          if (vErrors !== null) {
                            if (_errs41) {
                              vErrors.length = _errs41;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid6) {
                            const _errs44 = errors;
                            if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                              if (data13.outcome !== void 0) {
                                let data15 = data13.outcome;
                                if (!(data15 === "clean" || data15 === "findings")) {
                                  validate21.errors = [{ instancePath: instancePath + "/evidence/scanners/" + i0 + "/outcome", schemaPath: "#/allOf/5/then/properties/evidence/properties/scanners/items/then/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema6.allOf[5].then.properties.evidence.properties.scanners.items.then.properties.outcome.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                              }
                            }
                            var _valid6 = _errs44 === errors;
                            valid20 = _valid6;
                          }
                          if (!valid20) {
                            const err20 = { instancePath: instancePath + "/evidence/scanners/" + i0, schemaPath: "#/allOf/5/then/properties/evidence/properties/scanners/items/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
                            if (vErrors === null) {
                              vErrors = [err20];
                            } else {
                              vErrors.push(err20);
                            }
                            errors++;
                            validate21.errors = vErrors;
                            return false;
                          }
                          var valid19 = _errs40 === errors;
                          if (!valid19) {
                            break;
                          }
                        }
                      }
                    }
                  }
                }
              }
              var _valid5 = _errs37 === errors;
              valid15 = _valid5;
            }
            if (!valid15) {
              const err21 = { instancePath, schemaPath: "#/allOf/5/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
              validate21.errors = vErrors;
              return false;
            }
            var valid0 = _errs31 === errors;
          }
        }
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing7;
      if (data.version === void 0 && (missing7 = "version") || data.gate === void 0 && (missing7 = "gate") || data.outcome === void 0 && (missing7 = "outcome") || data.subject === void 0 && (missing7 = "subject") || data.headline === void 0 && (missing7 = "headline") || data.reasons === void 0 && (missing7 = "reasons") || data.proofs === void 0 && (missing7 = "proofs") || data.evidence === void 0 && (missing7 = "evidence") || data.tool === void 0 && (missing7 = "tool") || data.startedAt === void 0 && (missing7 = "startedAt") || data.finishedAt === void 0 && (missing7 = "finishedAt")) {
        validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
        return false;
      } else {
        const _errs46 = errors;
        for (const key0 in data) {
          if (!func2.call(schema6.properties, key0)) {
            validate21.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs46 === errors) {
          if (data.version !== void 0) {
            const _errs47 = errors;
            if (1 !== data.version) {
              validate21.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
              return false;
            }
            var valid23 = _errs47 === errors;
          } else {
            var valid23 = true;
          }
          if (valid23) {
            if (data.gate !== void 0) {
              const _errs48 = errors;
              if (!validate170(data.gate, { instancePath: instancePath + "/gate", parentData: data, parentDataProperty: "gate", rootData })) {
                vErrors = vErrors === null ? validate170.errors : vErrors.concat(validate170.errors);
                errors = vErrors.length;
              }
              var valid23 = _errs48 === errors;
            } else {
              var valid23 = true;
            }
            if (valid23) {
              if (data.outcome !== void 0) {
                const _errs49 = errors;
                if (!validate172(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                  vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
                  errors = vErrors.length;
                }
                var valid23 = _errs49 === errors;
              } else {
                var valid23 = true;
              }
              if (valid23) {
                if (data.headline !== void 0) {
                  let data19 = data.headline;
                  const _errs50 = errors;
                  if (errors === _errs50) {
                    if (typeof data19 === "string") {
                      if (func4(data19) > 300) {
                        validate21.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters" }];
                        return false;
                      } else {
                        if (func4(data19) < 1) {
                          validate21.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate21.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid23 = _errs50 === errors;
                } else {
                  var valid23 = true;
                }
                if (valid23) {
                  if (data.subject !== void 0) {
                    const _errs52 = errors;
                    if (!validate174(data.subject, { instancePath: instancePath + "/subject", parentData: data, parentDataProperty: "subject", rootData })) {
                      vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
                      errors = vErrors.length;
                    }
                    var valid23 = _errs52 === errors;
                  } else {
                    var valid23 = true;
                  }
                  if (valid23) {
                    if (data.reasons !== void 0) {
                      let data21 = data.reasons;
                      const _errs53 = errors;
                      if (errors === _errs53) {
                        if (Array.isArray(data21)) {
                          var valid24 = true;
                          const len1 = data21.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            const _errs55 = errors;
                            if (!validate180(data21[i1], { instancePath: instancePath + "/reasons/" + i1, parentData: data21, parentDataProperty: i1, rootData })) {
                              vErrors = vErrors === null ? validate180.errors : vErrors.concat(validate180.errors);
                              errors = vErrors.length;
                            }
                            var valid24 = _errs55 === errors;
                            if (!valid24) {
                              break;
                            }
                          }
                        } else {
                          validate21.errors = [{ instancePath: instancePath + "/reasons", schemaPath: "#/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid23 = _errs53 === errors;
                    } else {
                      var valid23 = true;
                    }
                    if (valid23) {
                      if (data.proofs !== void 0) {
                        let data23 = data.proofs;
                        const _errs56 = errors;
                        if (errors === _errs56) {
                          if (Array.isArray(data23)) {
                            var valid25 = true;
                            const len2 = data23.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                              const _errs58 = errors;
                              if (!validate192(data23[i2], { instancePath: instancePath + "/proofs/" + i2, parentData: data23, parentDataProperty: i2, rootData })) {
                                vErrors = vErrors === null ? validate192.errors : vErrors.concat(validate192.errors);
                                errors = vErrors.length;
                              }
                              var valid25 = _errs58 === errors;
                              if (!valid25) {
                                break;
                              }
                            }
                          } else {
                            validate21.errors = [{ instancePath: instancePath + "/proofs", schemaPath: "#/properties/proofs/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid23 = _errs56 === errors;
                      } else {
                        var valid23 = true;
                      }
                      if (valid23) {
                        if (data.evidence !== void 0) {
                          let data25 = data.evidence;
                          const _errs59 = errors;
                          if (!(data25 && typeof data25 == "object" && !Array.isArray(data25))) {
                            validate21.errors = [{ instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                            return false;
                          }
                          var valid23 = _errs59 === errors;
                        } else {
                          var valid23 = true;
                        }
                        if (valid23) {
                          if (data.tool !== void 0) {
                            const _errs61 = errors;
                            if (!validate196(data.tool, { instancePath: instancePath + "/tool", parentData: data, parentDataProperty: "tool", rootData })) {
                              vErrors = vErrors === null ? validate196.errors : vErrors.concat(validate196.errors);
                              errors = vErrors.length;
                            }
                            var valid23 = _errs61 === errors;
                          } else {
                            var valid23 = true;
                          }
                          if (valid23) {
                            if (data.startedAt !== void 0) {
                              let data27 = data.startedAt;
                              const _errs62 = errors;
                              if (errors === _errs62) {
                                if (errors === _errs62) {
                                  if (typeof data27 === "string") {
                                    if (!formats0.validate(data27)) {
                                      validate21.errors = [{ instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                                      return false;
                                    }
                                  } else {
                                    validate21.errors = [{ instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                              }
                              var valid23 = _errs62 === errors;
                            } else {
                              var valid23 = true;
                            }
                            if (valid23) {
                              if (data.finishedAt !== void 0) {
                                let data28 = data.finishedAt;
                                const _errs64 = errors;
                                if (errors === _errs64) {
                                  if (errors === _errs64) {
                                    if (typeof data28 === "string") {
                                      if (!formats0.validate(data28)) {
                                        validate21.errors = [{ instancePath: instancePath + "/finishedAt", schemaPath: "#/properties/finishedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                                        return false;
                                      }
                                    } else {
                                      validate21.errors = [{ instancePath: instancePath + "/finishedAt", schemaPath: "#/properties/finishedAt/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                }
                                var valid23 = _errs64 === errors;
                              } else {
                                var valid23 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate21.errors = vErrors;
  return errors === 0;
}
export {
  validateVerdict
};
