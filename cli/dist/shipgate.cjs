#!/usr/bin/env node
// Made from cli/src by `npm run build`. Do not edit; licences are in THIRD-PARTY-NOTICES.
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports2) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR2 = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap3 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR2;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR2:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports2.ALIAS = ALIAS;
    exports2.DOC = DOC;
    exports2.MAP = MAP;
    exports2.NODE_TYPE = NODE_TYPE;
    exports2.PAIR = PAIR;
    exports2.SCALAR = SCALAR2;
    exports2.SEQ = SEQ;
    exports2.hasAnchor = hasAnchor;
    exports2.isAlias = isAlias2;
    exports2.isCollection = isCollection;
    exports2.isDocument = isDocument;
    exports2.isMap = isMap3;
    exports2.isNode = isNode2;
    exports2.isPair = isPair2;
    exports2.isScalar = isScalar2;
    exports2.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports2.visit = visit;
    exports2.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports2.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports2.anchorIsValid = anchorIsValid;
    exports2.anchorNames = anchorNames;
    exports2.createNodeAnchors = createNodeAnchors;
    exports2.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports2) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports2.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports2) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports2.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports2) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports2.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports2) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports2.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports2.Scalar = Scalar;
    exports2.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports2) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema3, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema3.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema3[identity.MAP] : Symbol.iterator in Object(value) ? schema3[identity.SEQ] : schema3[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports2.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports2) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema3, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema: schema3,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema3) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema3,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema3) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema3)
          copy.schema = schema3;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema3) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports2.Collection = Collection;
    exports2.collectionFromPath = collectionFromPath;
    exports2.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports2) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports2.indentComment = indentComment;
    exports2.lineComment = lineComment;
    exports2.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports2) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text.length <= endStep)
        return text;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split2 = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text, i, indent.length);
          end = i + indent.length + endStep;
          split2 = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split2 = i;
          }
          if (i >= end) {
            if (split2) {
              folds.push(split2);
              end = split2 + endStep;
              split2 = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split2 = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text;
      if (onFold)
        onFold();
      let res = text.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text.length;
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text[fold]}\\`;
          res += `
${indent}${text.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text[++i];
        } else {
          do {
            ch = text[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text[start];
        }
      }
      return end;
    }
    exports2.FOLD_BLOCK = FOLD_BLOCK;
    exports2.FOLD_FLOW = FOLD_FLOW;
    exports2.FOLD_QUOTED = FOLD_QUOTED;
    exports2.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports2.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports2) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports2.createStringifyContext = createStringifyContext;
    exports2.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports2.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports2) {
    "use strict";
    var node_process = require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports2.debug = debug;
    exports2.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY2 = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY2 || typeof value === "symbol" && value.description === MERGE_KEY2,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY2)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY2
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports2.addMergeToJSMap = addMergeToJSMap;
    exports2.isMergeKey = isMergeKey;
    exports2.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports2) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports2.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports2) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema3) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema3);
        if (identity.isNode(value))
          value = value.clone(schema3);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports2.Pair = Pair;
    exports2.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports2.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports2) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema3) {
        super(identity.MAP, schema3);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema3, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema3);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema3.sortMapEntries === "function") {
          map.items.sort(schema3.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports2.YAMLMap = YAMLMap;
    exports2.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema3, obj, ctx) => YAMLMap.YAMLMap.from(schema3, obj, ctx)
    };
    exports2.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports2) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema3) {
        super(identity.SEQ, schema3);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema3, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema3);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports2.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema3, obj, ctx) => YAMLSeq.YAMLSeq.from(schema3, obj, ctx)
    };
    exports2.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports2) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports2.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports2.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports2.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports2) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports2.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports2.float = float;
    exports2.floatExp = floatExp;
    exports2.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports2) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports2.int = int;
    exports2.intHex = intHex;
    exports2.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports2) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema3 = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports2.schema = schema3;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema3 = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports2.schema = schema3;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports2) {
    "use strict";
    var node_buffer = require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports2.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema3, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema3);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports2.createPairs = createPairs;
    exports2.pairs = pairs;
    exports2.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema3, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema3, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema3, iterable, ctx) => YAMLOMap.from(schema3, iterable, ctx)
    };
    exports2.YAMLOMap = YAMLOMap;
    exports2.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports2.falseTag = falseTag;
    exports2.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports2.float = float;
    exports2.floatExp = floatExp;
    exports2.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports2) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports2.int = int;
    exports2.intBin = intBin;
    exports2.intHex = intHex;
    exports2.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema3) {
        super(schema3);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema3, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema3);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema3, iterable, ctx) => YAMLSet.from(schema3, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports2.YAMLSet = YAMLSet;
    exports2.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports2) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports2.floatTime = floatTime;
    exports2.intTime = intTime;
    exports2.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports2) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema3 = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports2.schema = schema3;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports2) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema3 = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema3.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports2.coreKnownTags = coreKnownTags;
    exports2.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema: schema3, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema3 === "string" && schema3 || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports2.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports2.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports2) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports2.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports2) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports2.YAMLError = YAMLError;
    exports2.YAMLParseError = YAMLParseError;
    exports2.YAMLWarning = YAMLWarning;
    exports2.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports2) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports2.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports2) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports2.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports2) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports2.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports2) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports2.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports2) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports2.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports2) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports2.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports2) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports2.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap3 = fc.start.source === "{";
      const fcName = isMap3 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap3 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap3 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap3 && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap3 && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap3) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap3 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports2.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports2.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split2 = source.split(/\n( *)/);
      const first = split2[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split2.length; i += 2)
        lines.push([split2[i], split2[i + 1]]);
      return lines;
    }
    exports2.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports2) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep2 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports2.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports2) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema3, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema3[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema3.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema3.knownTags[tagName];
      if (kt && !kt.collection) {
        schema3.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema3[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema: schema3 }, value, token, onError) {
      const tag = schema3.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema3[identity.SCALAR];
      if (schema3.compat) {
        const compat = schema3.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema3[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports2.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports2) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports2.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports2) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports2.composeEmptyNode = composeEmptyNode;
    exports2.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports2) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports2.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports2) {
    "use strict";
    var node_process = require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports2.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports2) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports2.createScalarToken = createScalarToken;
    exports2.resolveAsScalar = resolveAsScalar;
    exports2.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports2) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key, sep: sep2, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports2.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports2) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports2.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports2) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR2 = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR2:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR2:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports2.createScalarToken = cstScalar.createScalarToken;
    exports2.resolveAsScalar = cstScalar.resolveAsScalar;
    exports2.setScalarValue = cstScalar.setScalarValue;
    exports2.stringify = cstStringify.stringify;
    exports2.visit = cstVisit.visit;
    exports2.BOM = BOM;
    exports2.DOCUMENT = DOCUMENT;
    exports2.FLOW_END = FLOW_END;
    exports2.SCALAR = SCALAR2;
    exports2.isCollection = isCollection;
    exports2.isScalar = isScalar2;
    exports2.prettyToken = prettyToken;
    exports2.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports2) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports2.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports2) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports2.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports2) {
    "use strict";
    var node_process = require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar.end) {
            sep2 = scalar.end;
            sep2.push(this.sourceToken);
            delete scalar.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep2 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports2.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports2) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse2(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports2.parse = parse2;
    exports2.parseAllDocuments = parseAllDocuments;
    exports2.parseDocument = parseDocument2;
    exports2.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports2) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports2.Composer = composer.Composer;
    exports2.Document = Document.Document;
    exports2.Schema = Schema.Schema;
    exports2.YAMLError = errors.YAMLError;
    exports2.YAMLParseError = errors.YAMLParseError;
    exports2.YAMLWarning = errors.YAMLWarning;
    exports2.Alias = Alias.Alias;
    exports2.isAlias = identity.isAlias;
    exports2.isCollection = identity.isCollection;
    exports2.isDocument = identity.isDocument;
    exports2.isMap = identity.isMap;
    exports2.isNode = identity.isNode;
    exports2.isPair = identity.isPair;
    exports2.isScalar = identity.isScalar;
    exports2.isSeq = identity.isSeq;
    exports2.Pair = Pair.Pair;
    exports2.Scalar = Scalar.Scalar;
    exports2.YAMLMap = YAMLMap.YAMLMap;
    exports2.YAMLSeq = YAMLSeq.YAMLSeq;
    exports2.CST = cst;
    exports2.Lexer = lexer.Lexer;
    exports2.LineCounter = lineCounter.LineCounter;
    exports2.Parser = parser.Parser;
    exports2.parse = publicApi.parse;
    exports2.parseAllDocuments = publicApi.parseAllDocuments;
    exports2.parseDocument = publicApi.parseDocument;
    exports2.stringify = publicApi.stringify;
    exports2.visit = visit.visit;
    exports2.visitAsync = visit.visitAsync;
  }
});

// actions/kit/src/colour.ts
function colourIsOn(env, given) {
  if (!given.flag) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== void 0 && forced !== "") return forced !== "0" && forced !== "false";
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  return given.github || given.terminal && env["TERM"] !== "dumb";
}

// schemas/src/places.ts
function pointerTo(parent, key) {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
function segmentsOf(pointer) {
  return pointer.split("/").slice(1).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function pathOf(pointer) {
  return segmentsOf(pointer).map((segment) => /^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`).join("").replace(/^\./, "");
}
function rangeOfValue(places, pointer) {
  const place = places.get(pointer);
  if (place === void 0) return pointer === "" ? [0, 1] : rangeOfValue(places, parentOf(pointer));
  return place.kind === "scalar" ? place.value : rangeOfKey(places, pointer);
}
function rangeOfKey(places, pointer) {
  const place = places.get(pointer);
  if (place === void 0) return pointer === "" ? [0, 1] : rangeOfKey(places, parentOf(pointer));
  return place.key ?? [place.value[0], Math.min(place.value[1], place.value[0] + 1)];
}
function valueAt(root, pointer) {
  return segmentsOf(pointer).reduce((value, segment) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return void 0;
    return value[segment];
  }, root);
}
function parentOf(pointer) {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}
function setOwn(target, key, value) {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

// schemas/src/canary/plan-path.ts
var CANARY_POINTER = "/canary";
function planPointer(path) {
  return path.reduce(pointerTo, CANARY_POINTER);
}
var DEFAULT_HOLD = 300;
var DEFAULT_MAX = 1800;

// schemas/shipgate.schema.json
var shipgate_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "urn:shipgate:schema:shipgate:1",
  title: "ShipgateFile",
  description: ".github/shipgate.yml: one service, its environments, and a section per gate. Sections of gates that this version does not know are read by others: they only warn.",
  type: "object",
  required: ["version"],
  properties: {
    version: { const: 1, description: "Version of this file's format; this release reads 1." },
    service: { $ref: "#/definitions/service" },
    environments: {
      type: "array",
      description: "In the order of the pipeline.",
      minItems: 1,
      items: { $ref: "#/definitions/environment" }
    },
    migrations: { $ref: "#/definitions/migrations" },
    canary: { $ref: "#/definitions/canary" }
  },
  definitions: {
    service: {
      type: "object",
      description: "The service that this repository releases.",
      additionalProperties: false,
      required: ["name"],
      properties: {
        name: { type: "string", minLength: 1, maxLength: 63, description: "As in the catalog." },
        owner: {
          type: "string",
          minLength: 1,
          examples: ["group:orders"],
          description: "Catalog reference of the owner."
        }
      }
    },
    environmentKind: {
      enum: ["development", "ci", "staging", "pre-production", "production"],
      description: "What it is for."
    },
    environment: {
      type: "object",
      description: "One environment of the pipeline; names differ by more than case.",
      additionalProperties: false,
      required: ["name"],
      properties: {
        name: { type: "string", minLength: 1, description: "As in GitHub's environments." },
        kind: { $ref: "#/definitions/environmentKind" },
        url: {
          type: "string",
          pattern: "^https?://[^\\s/]",
          examples: ["https://orders.example.com"],
          description: "Where the service answers."
        }
      }
    },
    migrationTool: {
      enum: ["golang-migrate", "goose", "dbmate", "diesel", "sqlx", "flyway"],
      description: "Whose rules the files follow; found from the folder when absent."
    },
    migrationProof: { enum: ["round-trip", "schema", "hygiene"] },
    migrations: {
      type: "object",
      description: "Section of migrate-gate.",
      additionalProperties: false,
      properties: {
        path: {
          type: "string",
          minLength: 1,
          description: "Folder of the migrations, from the top of the repository."
        },
        tool: { $ref: "#/definitions/migrationTool" },
        scope: {
          enum: ["new", "all"],
          default: "new",
          description: "new: the migrations of this change; all: the whole history."
        },
        chain: {
          type: "boolean",
          default: false,
          description: "Also the whole history up, all the way down, and up."
        },
        setup: {
          type: "string",
          minLength: 1,
          description: "SQL file run first in every database: roles, extensions, tables that the tool expects."
        },
        baseline: {
          type: "string",
          minLength: 1,
          description: "JSON file of known old faults, which do not block."
        },
        "step-timeout": {
          type: "string",
          pattern: "^[1-9][0-9]*(ms|s|m)$",
          examples: ["90s", "2m"],
          default: "2m",
          description: "Longest time for one migration in one direction."
        },
        required: {
          type: "array",
          uniqueItems: true,
          minItems: 1,
          items: { $ref: "#/definitions/migrationProof" },
          default: ["round-trip", "schema", "hygiene"],
          description: "Proofs without which the gate does not pass."
        },
        "inline-allowances": {
          type: "boolean",
          default: true,
          description: "Whether `-- shipgate: allow` comments in migrations count."
        },
        "fail-on": { enum: ["error", "warning"], default: "error", description: "Least severity that blocks." }
      }
    },
    duration: {
      type: "string",
      pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$",
      examples: ["500ms", "15s", "5m"]
    },
    share: {
      type: ["string", "number"],
      pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",
      minimum: 0,
      maximum: 1,
      examples: ["5%", 0.05]
    },
    variableName: {
      type: "string",
      pattern: "^[A-Z_][A-Z0-9_]*$",
      examples: ["PROMETHEUS_TOKEN"]
    },
    canary: {
      type: "object",
      description: "Section of canary-promote.",
      additionalProperties: false,
      properties: {
        strategy: {
          enum: ["canary", "blue-green", "rolling"],
          default: "canary",
          description: "canary: 10, 25, 50, 100 %; rolling: 25, 50, 75, 100 % of the replicas; blue-green: all at once."
        },
        environment: {
          type: "string",
          minLength: 1,
          description: "Where the release goes: one of environments, when those are listed."
        },
        steps: {
          type: "array",
          minItems: 1,
          maxItems: 50,
          items: { $ref: "#/definitions/canaryStep" },
          description: "Weights rise; the last may be 100. Left out, they are the strategy's own."
        },
        "warm-up": {
          $ref: "#/definitions/duration",
          default: "0s",
          description: "What is counted in the first seconds of each step is not used."
        },
        interval: {
          $ref: "#/definitions/duration",
          default: "15s",
          description: "Length of a stratum: one scrape interval."
        },
        "request-timeout": {
          $ref: "#/definitions/duration",
          default: "15s",
          description: "Longest time of one request: that long after a change of weight nothing is counted."
        },
        baseline: {
          enum: ["stable", "fresh"],
          default: "stable",
          description: "What the canary is compared with: the running stable release, or fresh pods of it."
        },
        mode: {
          enum: ["evidence", "literal", "burn-rate"],
          default: "evidence",
          description: "evidence: by e-processes within alpha; literal: triggers as written; burn-rate: windows of burn-rate."
        },
        alpha: {
          $ref: "#/definitions/share",
          default: 0.01,
          description: "Probability of rolling back a release that is as good as stable, over the whole rollout."
        },
        beta: {
          $ref: "#/definitions/share",
          default: 0.05,
          description: "Probability, per step, of promoting a release with twice the errors of stable."
        },
        margin: {
          type: "number",
          minimum: 1,
          maximum: 100,
          default: 1,
          description: "The canary may fail this many times as often as stable."
        },
        floor: {
          type: ["string", "number"],
          pattern: "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$",
          minimum: 0,
          maximum: 1,
          examples: ["1%", "off"],
          default: "1%",
          description: "Below this error rate a promotion claims nothing; off: it goes by the comparison alone."
        },
        assume: {
          enum: ["exchangeable", "independent"],
          default: "exchangeable",
          description: "independent allows test S: requests do not disturb each other, and both arms are read at the same moment."
        },
        test: {
          enum: ["auto", "P", "R", "S"],
          default: "auto",
          description: "auto: the first of P, R at 15 s, R at 60 s that the placebo accepts."
        },
        arms: { $ref: "#/definitions/canaryArms" },
        metrics: {
          type: "array",
          minItems: 1,
          maxItems: 20,
          items: { $ref: "#/definitions/canaryMetric" },
          description: "What is counted in both arms."
        },
        gauges: {
          type: "array",
          minItems: 1,
          maxItems: 20,
          items: { $ref: "#/definitions/canaryGauge" },
          description: "Limits on single values, which guard outside alpha."
        },
        triggers: { $ref: "#/definitions/canaryTriggers" },
        "burn-rate": { $ref: "#/definitions/canaryBurnRate" },
        "no-data": {
          enum: ["hold", "rollback", "fail"],
          default: "hold",
          description: "What happens when nothing usable came for no-data-after."
        },
        "no-data-after": {
          $ref: "#/definitions/duration",
          default: "5m",
          description: "This long without a usable stratum."
        },
        "on-cancel": {
          enum: ["hold", "rollback"],
          default: "hold",
          description: "What a cancelled job leaves: the weight as it is, or all on stable."
        },
        "at-max": {
          enum: ["hold", "promote", "rollback"],
          default: "hold",
          description: "What happens to a step that lasted for its max without a decision."
        },
        soak: { $ref: "#/definitions/canarySoak" },
        source: { $ref: "#/definitions/canarySource" },
        router: { $ref: "#/definitions/canaryRouter" },
        runbook: {
          type: "string",
          minLength: 1,
          description: "Page about the way back, from the top of the repository."
        }
      }
    },
    canaryStep: {
      type: ["object", "number"],
      description: "A weight in percent, or a map.",
      exclusiveMinimum: 0,
      maximum: 100,
      additionalProperties: false,
      required: ["weight"],
      properties: {
        weight: {
          type: "number",
          exclusiveMinimum: 0,
          maximum: 100,
          description: "Percent of the traffic on the canary."
        },
        hold: {
          $ref: "#/definitions/duration",
          default: "5m",
          description: "The step lasts at least this long."
        },
        max: {
          $ref: "#/definitions/duration",
          default: "30m",
          description: "at-max decides when it lasted this long."
        },
        manual: { type: "boolean", default: false, description: "A person lets the step go on." }
      }
    },
    canaryArms: {
      type: "object",
      description: "How series tell the two releases apart.",
      additionalProperties: false,
      properties: {
        label: { $ref: "#/definitions/labelName", default: "version", description: "Label of the release." },
        pod: { $ref: "#/definitions/labelName", default: "pod", description: "Label of the pod." },
        canary: {
          type: "string",
          minLength: 1,
          description: "Value of the label for the canary; left out, the version that the action was given."
        },
        stable: {
          type: "string",
          minLength: 1,
          description: "Value for stable; left out, the one other value there is."
        }
      }
    },
    labelName: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$", examples: ["version"] },
    canaryMetric: {
      type: "object",
      description: "Errors by total and bad, or latency by histogram and edge.",
      additionalProperties: false,
      required: ["name"],
      properties: {
        name: { $ref: "#/definitions/canaryName", description: "Unique among metrics and gauges." },
        weight: {
          type: "number",
          minimum: 0,
          default: 1,
          description: "Share of the evidence; the weights are brought to a sum of 1."
        },
        critical: { type: "boolean", default: false, description: "Without its proof no step is promoted." },
        "dry-run": { type: "boolean", default: false, description: "Shown, but decides nothing." },
        total: { type: "string", minLength: 1, description: "Selector of the counter of all requests." },
        bad: { type: "string", minLength: 1, description: "Selector of the counter of those that failed." },
        histogram: {
          type: "string",
          minLength: 1,
          description: "Selector of a histogram without _bucket, classic or native."
        },
        edge: {
          type: ["string", "array"],
          pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$",
          minItems: 1,
          maxItems: 6,
          items: { $ref: "#/definitions/duration" },
          examples: ["2s", ["500ms", "1s", "2s"]],
          default: ["500ms", "1s", "2s"],
          description: "Bad is slower than this: one duration, or up to six that rise."
        }
      }
    },
    canaryName: {
      type: "string",
      pattern: "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$",
      maxLength: 63,
      examples: ["errors", "db-pool"]
    },
    canaryGauge: {
      type: "object",
      description: "One value and its limit.",
      additionalProperties: false,
      required: ["name", "query"],
      properties: {
        name: { $ref: "#/definitions/canaryName", description: "Unique among metrics and gauges." },
        query: { type: "string", minLength: 1, description: "PromQL that answers with one series." },
        above: { $ref: "#/definitions/canaryLimit", description: "Bad is above this." },
        below: { $ref: "#/definitions/canaryLimit", description: "Bad is below this." },
        for: {
          $ref: "#/definitions/duration",
          default: "5m",
          description: "The limit is passed this long without a break."
        },
        action: { enum: ["rollback", "hold", "warn"], default: "hold", description: "What happens then." }
      }
    },
    canaryLimit: {
      type: ["string", "number"],
      pattern: "^-?[0-9]+(\\.[0-9]+)?(%|ms|s|m|h|d|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$",
      examples: ["85%", 1e3, "2s", "512MiB"]
    },
    canaryTriggers: {
      type: "object",
      description: "Absolute limits on the canary. A limit that is left out has its default; off switches it off.",
      additionalProperties: false,
      properties: {
        "error-rate": { $ref: "#/definitions/canaryRateTrigger" },
        "latency-p50": { $ref: "#/definitions/canaryLatencyTrigger" },
        "latency-p90": { $ref: "#/definitions/canaryLatencyTrigger" },
        "latency-p95": { $ref: "#/definitions/canaryLatencyTrigger" },
        "latency-p99": { $ref: "#/definitions/canaryLatencyTrigger" },
        health: { $ref: "#/definitions/canaryHealthTrigger" }
      }
    },
    canaryRateTrigger: {
      type: ["object", "string"],
      pattern: "^off$",
      examples: ["off"],
      description: "Share of failed requests: 5 % in 5 minutes when left out.",
      additionalProperties: false,
      required: ["above"],
      properties: {
        above: { $ref: "#/definitions/share", description: "Bad is above this." },
        window: { $ref: "#/definitions/duration", default: "5m", description: "Over this time." }
      }
    },
    canaryLatencyTrigger: {
      type: ["object", "string"],
      pattern: "^off$",
      examples: ["off"],
      description: "Quantile of the latency: p95 above 2000 ms in 5 minutes when all are left out.",
      additionalProperties: false,
      required: ["above"],
      properties: {
        above: { $ref: "#/definitions/duration", description: "Bad is above this." },
        window: { $ref: "#/definitions/duration", default: "5m", description: "Over this time." }
      }
    },
    canaryHealthTrigger: {
      type: ["object", "string"],
      pattern: "^off$",
      examples: ["off"],
      description: "Failed health checks: 3 in 2 minutes at /health when left out.",
      additionalProperties: false,
      properties: {
        path: {
          type: "string",
          pattern: "^/[^\\s]*$",
          examples: ["/health"],
          default: "/health",
          description: "Asked of every canary pod."
        },
        series: {
          type: "string",
          minLength: 1,
          description: "In its place a gauge that is 1 when a pod is healthy."
        },
        failures: { type: "integer", minimum: 1, default: 3, description: "This many." },
        window: { $ref: "#/definitions/duration", default: "2m", description: "Within this time." }
      }
    },
    canaryBurnRate: {
      type: "object",
      description: "Read in mode burn-rate.",
      additionalProperties: false,
      required: ["slo"],
      properties: {
        slo: { $ref: "#/definitions/share", description: "Objective, such as 99.9%." },
        windows: {
          type: "array",
          minItems: 1,
          maxItems: 10,
          items: { $ref: "#/definitions/canaryBurnWindow" },
          description: "Left out: 1h and 5m at 14.4, 6h and 30m at 6."
        }
      }
    },
    canaryBurnWindow: {
      type: "object",
      description: "Both windows burn faster than factor times the budget.",
      additionalProperties: false,
      required: ["long", "short", "factor"],
      properties: {
        long: { $ref: "#/definitions/duration", description: "The window that shows it matters." },
        short: { $ref: "#/definitions/duration", description: "The window that shows it goes on." },
        factor: { type: "number", exclusiveMinimum: 0, description: "Times the budget." }
      }
    },
    canarySoak: {
      type: ["object", "string"],
      pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$",
      examples: ["24h"],
      description: "Watched after the last step: a duration, or a map. A limit that is left out has its default; off switches it off.",
      additionalProperties: false,
      properties: {
        duration: { $ref: "#/definitions/duration", default: "24h", description: "Watched this long." },
        "error-rate": { $ref: "#/definitions/shareOrOff", default: "0.1%", description: "Breached above this." },
        "latency-p95": {
          type: "string",
          pattern: "^(off|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$",
          examples: ["200ms", "off"],
          default: "200ms",
          description: "Breached above this."
        },
        availability: {
          $ref: "#/definitions/shareOrOff",
          default: "99.9%",
          description: "Breached below this."
        },
        "critical-alerts": {
          type: ["integer", "string"],
          pattern: "^off$",
          minimum: 0,
          examples: [0, "off"],
          default: 0,
          description: "Breached above this many firing critical alerts."
        }
      }
    },
    shareOrOff: {
      type: ["string", "number"],
      pattern: "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$",
      minimum: 0,
      maximum: 1,
      examples: ["1%", "off"]
    },
    canarySource: {
      type: "object",
      description: "Where the counts come from. Secrets stand in environment variables; the file names those.",
      additionalProperties: false,
      required: ["kind"],
      properties: {
        kind: {
          enum: ["prometheus", "scrape", "recorded"],
          description: "prometheus: its HTTP API; scrape: the pods' own metrics pages; recorded: a file of an earlier run."
        },
        url: {
          type: "string",
          pattern: "^https?://[^\\s/@]+(/[^\\s]*)?$",
          examples: ["https://prometheus.example.com"],
          description: "prometheus: its address."
        },
        "token-env": {
          $ref: "#/definitions/variableName",
          description: "prometheus: variable that holds a bearer token."
        },
        "basic-env": {
          $ref: "#/definitions/variableName",
          description: "prometheus: variable that holds user:password."
        },
        "headers-env": {
          type: "object",
          additionalProperties: { $ref: "#/definitions/variableName" },
          description: "prometheus: header, and the variable that holds its value."
        },
        "ca-file": { type: "string", minLength: 1, description: "prometheus: certificate authority, PEM." },
        "cert-file": { type: "string", minLength: 1, description: "prometheus: client certificate, PEM." },
        "key-file": {
          type: "string",
          minLength: 1,
          description: "prometheus: key of the client certificate, PEM."
        },
        targets: {
          type: "array",
          minItems: 1,
          maxItems: 500,
          items: { $ref: "#/definitions/canaryTarget" },
          description: "scrape: the pods."
        },
        file: { type: "string", minLength: 1, description: "recorded: the samples of an earlier run." },
        timeout: {
          $ref: "#/definitions/duration",
          default: "10s",
          description: "prometheus, scrape: longest time of one answer."
        }
      }
    },
    canaryTarget: {
      type: "object",
      description: "One pod's metrics page.",
      additionalProperties: false,
      required: ["url", "pod", "arm"],
      properties: {
        url: {
          type: "string",
          pattern: "^https?://[^\\s/@]+(/[^\\s]*)?$",
          examples: ["http://10.0.0.7:8080/metrics"],
          description: "Page in OpenMetrics or Prometheus text."
        },
        pod: { type: "string", minLength: 1, description: "Its name, once in the list." },
        arm: { enum: ["canary", "stable"], description: "Which release it runs." }
      }
    },
    canaryRouter: {
      type: "object",
      description: "What moves the traffic; this release decides and moves none.",
      additionalProperties: true,
      required: ["kind"],
      properties: {
        kind: {
          enum: ["none", "istio", "gateway-api", "argo-rollouts", "replicas", "blue-green", "haproxy", "gitops"],
          default: "none",
          description: "none: only decide. The others are words of the next release."
        }
      }
    }
  }
};

// schemas/src/canary/text-offset.ts
var DIGITS = { x: 2, u: 4, U: 8 };
function offsetInSource(raw, value, offset, behind = false) {
  const style = raw.charAt(0);
  let from = 0;
  if (style === '"' || style === "'") from = 1;
  else if (style === "|" || style === ">") from = bodyOf(raw);
  const end = Math.min(offset, value.length);
  for (let at2 = 0; ; ) {
    const step = stepAt(raw, from, value, at2, style);
    if (at2 >= end && behind) return from;
    if (at2 >= end && step?.value !== 0) return at2 < value.length ? pastBreak(raw, from, value.charAt(at2)) : from;
    if (step === void 0) return void 0;
    at2 += step.value;
    from += step.raw;
  }
}
function pastBreak(raw, from, character) {
  return /[\r\n]/.test(raw.charAt(from)) && !/\s/.test(character) ? from + spaces(raw, from).length : from;
}
function bodyOf(raw) {
  const line = raw.indexOf("\n") + 1;
  return line === 0 ? raw.length : line + (/[ \t]*/.exec(raw.slice(line))?.[0].length ?? 0);
}
function stepAt(raw, from, value, at2, style) {
  const gap = spaces(raw, from);
  const breaks = gap.split("\n").length - 1;
  if (breaks > 0) {
    const isBlock = style === "|" || style === ">";
    return { raw: gap.length, value: isBlock ? spaces(value, at2).length : Math.max(breaks - 1, 1) };
  }
  const character = raw.charAt(from);
  if (style === "'" && raw.startsWith("''", from)) return { raw: 2, value: 1 };
  if (style === '"' && character === "\\") return escapeAt(raw, from);
  return character !== "" && character === value.charAt(at2) ? { raw: 1, value: 1 } : void 0;
}
function escapeAt(raw, from) {
  const kind = raw.charAt(from + 1);
  if (kind === "\n" || kind === "\r") return { raw: 1 + spaces(raw, from + 1).length, value: 0 };
  const digits = DIGITS[kind] ?? 0;
  const code = Number.parseInt(raw.slice(from + 2, from + 2 + digits), 16);
  return { raw: 2 + digits, value: digits === 8 && code > 65535 ? 2 : 1 };
}
function spaces(text, from) {
  return /^\s*/.exec(text.slice(from, from + 1e4))?.[0] ?? "";
}

// schemas/src/suggest.ts
var LONGEST = 64;
function suggest(word, candidates) {
  const lower = word.toLowerCase();
  let best;
  for (const candidate of candidates) {
    const rank = rankOf(lower, candidate.toLowerCase());
    if (rank !== void 0 && (best === void 0 || rank < best.rank)) best = { candidate, rank };
  }
  return best?.candidate;
}
function rankOf(word, candidate) {
  const longer = Math.max(word.length, candidate.length);
  const shorter = Math.min(word.length, candidate.length);
  if (longer > LONGEST) return void 0;
  const distance = editDistance(word, candidate);
  if (distance <= 2 && distance * 2 <= longer) return distance;
  const begins = word.startsWith(candidate) || candidate.startsWith(word);
  return begins && shorter >= 2 ? 3 + longer - shorter : void 0;
}
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost];
      if (swapped) edits.push(at(beforeLast, j - 2) + 1);
      row.push(Math.min(...edits));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}
function at(row, index) {
  return row[index] ?? 0;
}

// schemas/src/value-text.ts
var LONGEST2 = 120;
function shownValue(value) {
  if (value === "") return '"" (no text)';
  if (typeof value === "string") return cut(value);
  if (value === void 0) return "nothing";
  return typeof value === "object" ? kindText(value) : String(value);
}
function kindText(value) {
  if (value === null || value === void 0) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return `"${cut(value)}" (text)`;
  return `${String(value)} (${typeof value === "boolean" ? "true or false" : "a number"})`;
}
function yamlText(value) {
  return Array.isArray(value) ? `[${value.map(String).join(", ")}]` : String(value);
}
var TYPES = {
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  integer: "a whole number",
  number: "a number",
  null: "null"
};
function nameOfType(type) {
  return TYPES[type] ?? type;
}
function listText(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function cut(text) {
  const characters = [...text];
  return characters.length <= LONGEST2 ? text : `${characters.slice(0, LONGEST2).join("")}...`;
}

// schemas/src/canary/method-faults.ts
var LEAST_PODS = 5;
function methodFaults(plan) {
  return [
    ...openShares.flatMap(([path, example]) => shareFaults(plan, path, example)),
    ...floorFaults(plan),
    ...aboveZero(plan).flatMap((path) => zeroFaults(plan, path)),
    ...noDataFaults(plan),
    ...assumptionFaults(plan),
    ...podFaults(plan)
  ];
}
var openShares = [
  [["alpha"], "0.01"],
  [["beta"], "0.05"],
  [["burn-rate", "slo"], "99.9%"],
  [["triggers", "error-rate", "above"], "5%"]
];
function shareFaults(plan, path, example) {
  const value = plan.value(path);
  const share = typeof value === "number" ? value : plan.share(path);
  if (share === void 0 || share > 0 && share < 1) return [];
  const words = {
    title: `${plan.pathText(path)} must lie between 0 and 1`,
    expected: "more than 0 and less than 1 (100 %)",
    got: shownValue(value),
    do: `write ${example}`
  };
  return [plan.finding(path, words)];
}
function floorFaults(plan) {
  return plan.text(["floor"]) === "off" ? [] : shareFaults(plan, ["floor"], "1%, or off");
}
function aboveZero(plan) {
  const triggers = plan.keys(["triggers"]).flatMap((name) => [
    ["triggers", name, "window"],
    ["triggers", name, "above"]
  ]);
  const windows = plan.entries(["burn-rate", "windows"]).flatMap((window) => [
    [...window, "long"],
    [...window, "short"]
  ]);
  const singles = [["interval"], ["no-data-after"], ["soak"], ["soak", "duration"], ["source", "timeout"]];
  return [...singles, ...triggers, ...windows];
}
function zeroFaults(plan, path) {
  if (plan.seconds(path) !== 0) return [];
  const words = { title: `${plan.pathText(path)} must be above 0s`, expected: "some time" };
  return [plan.finding(path, { ...words, got: String(plan.value(path)), do: "give a longer time" })];
}
function noDataFaults(plan) {
  const after = plan.seconds(["no-data-after"]);
  const interval = plan.seconds(["interval"]) ?? 15;
  if (after === void 0 || after === 0 || after >= interval) return [];
  const words = { title: "no-data-after is shorter than one interval", expected: "at least one interval" };
  return [plan.finding(["no-data-after"], { ...words, got: String(plan.value(["no-data-after"])), do: "write 5m" })];
}
function assumptionFaults(plan) {
  const isIndependent = plan.text(["assume"]) === "independent";
  const findings = [];
  if (isIndependent && plan.text(["source", "kind"]) === "prometheus") {
    const words = {
      title: "independence cannot be assumed with this source",
      expected: "a source that reads both arms at the same moment: kind scrape",
      got: `kind prometheus (${plan.place(["source", "kind"])})`,
      do: "write assume: exchangeable, or scrape the pods"
    };
    findings.push(plan.finding(["assume"], words));
  }
  if (plan.text(["test"]) === "S" && !isIndependent) {
    const words = {
      title: "test S needs independent requests",
      expected: "assume: independent beside it",
      got: `assume: ${plan.text(["assume"]) ?? "exchangeable"}`,
      do: "write test: auto, or assume: independent with a source of kind scrape"
    };
    findings.push(plan.finding(["test"], words));
  }
  return findings;
}
function podFaults(plan) {
  const targets = plan.entries(["source", "targets"]).length;
  if (plan.text(["test"]) !== "P" || targets === 0 || targets >= LEAST_PODS) return [];
  const words = {
    title: "test P has too few pods",
    expected: `at least ${LEAST_PODS} pods of both releases together, each with its own counters`,
    got: `${targets} (${plan.place(["source", "targets"])})`,
    do: "write test: auto, or list more targets"
  };
  return [plan.finding(["test"], words)];
}

// schemas/src/canary/metric-faults.ts
var RESERVED = "health";
var ERROR_KEYS = ["total", "bad"];
var LATENCY_KEYS = ["histogram", "edge"];
function metricFaults(plan) {
  const metrics = plan.entries(["metrics"]);
  const gauges = plan.entries(["gauges"]);
  return [
    ...nameFaults(plan, [...metrics, ...gauges]),
    ...metrics.flatMap((metric) => [
      ...kindFaults(plan, metric),
      ...edgeFaults(plan, metric),
      ...roleFaults(plan, metric)
    ]),
    ...weightlessFaults(plan, metrics),
    ...gauges.flatMap((gauge) => limitFaults(plan, gauge)),
    ...gaugeSourceFaults(plan)
  ];
}
function metricKinds(plan) {
  const metrics = plan.entries(["metrics"]);
  if (metrics.length === 0) return /* @__PURE__ */ new Set(["errors", "latency"]);
  return new Set(
    metrics.flatMap((metric) => [
      ...ERROR_KEYS.some((key) => plan.has([...metric, key])) ? ["errors"] : [],
      ...LATENCY_KEYS.some((key) => plan.has([...metric, key])) ? ["latency"] : []
    ])
  );
}
function nameFaults(plan, entries) {
  const first = /* @__PURE__ */ new Map();
  return entries.flatMap((entry) => {
    const path = [...entry, "name"];
    const name = plan.text(path);
    if (name === void 0) return [];
    const before = first.get(name);
    if (before === void 0) first.set(name, path);
    if (name !== RESERVED && before === void 0) return [];
    const words = {
      title: name === RESERVED ? `the name ${RESERVED} is taken` : `name "${name}" is there twice`,
      expected: name === RESERVED ? "a name that is not the health check’s" : "each name once among metrics and gauges",
      got: name,
      do: "rename it"
    };
    return [plan.finding(path, before === void 0 ? words : { ...words, related: plan.place(before) })];
  });
}
function kindFaults(plan, metric) {
  const there = plan.keys(metric);
  if (there.length === 0) return [];
  const errors = ERROR_KEYS.filter((key) => there.includes(key));
  const latency = LATENCY_KEYS.filter((key) => there.includes(key));
  const got = [...errors, ...latency].join(", ") || "none of them";
  const title = `metric "${plan.text([...metric, "name"]) ?? ""}"`;
  const expected = "total and bad, or histogram and edge";
  const report = (what, remedy) => [
    plan.findingAtName(metric, { title: `${title} ${what}`, expected, got, do: remedy })
  ];
  if (errors.length > 0 && latency.length > 0) return report("counts two things", "make two metrics of it");
  if (errors.length === 1) return report(`has no ${errors[0] === "bad" ? "total" : "bad"}`, "add it");
  if (latency.length === 1 && latency[0] === "edge") return report("has no histogram", "add it");
  return errors.length + latency.length === 0 ? report("counts nothing", "add one of the pairs") : [];
}
function edgeFaults(plan, metric) {
  const path = [...metric, "edge"];
  const single = plan.seconds(path);
  const edges = single === void 0 ? plan.entries(path) : [path];
  let before;
  return edges.flatMap((edge) => {
    const seconds = plan.seconds(edge);
    if (seconds === void 0) return [];
    const least = before === void 0 ? 0 : plan.seconds(before) ?? 0;
    const shown = before === void 0 ? "0s" : `${plan.text(before)} (${plan.place(before)})`;
    if (seconds > least) before = edge;
    if (seconds > least) return [];
    const title = before === void 0 ? "an edge must be above 0s" : "edges must rise";
    const words = { title, expected: `a duration above ${shown}`, got: String(plan.value(edge)) };
    return [plan.finding(edge, { ...words, do: "put the edges in rising order, each once" })];
  });
}
function roleFaults(plan, metric) {
  if (plan.value([...metric, "critical"]) !== true || plan.value([...metric, "dry-run"]) !== true) return [];
  const words = {
    title: "a metric that decides nothing cannot be critical",
    expected: "critical or dry-run",
    got: "both",
    do: "drop one of the two"
  };
  return [plan.finding([...metric, "critical"], words, "key")];
}
function weightlessFaults(plan, metrics) {
  const weighs = (metric) => plan.value([...metric, "dry-run"]) !== true && plan.value([...metric, "weight"]) !== 0;
  if (metrics.length === 0 || metrics.some(weighs)) return [];
  const words = {
    title: "no metric has a weight",
    expected: "at least one metric that decides",
    got: "weight: 0 or dry-run: true in all of them",
    do: "give one metric a weight, without dry-run"
  };
  return [plan.finding(["metrics"], words, "key")];
}
function limitFaults(plan, gauge) {
  if (plan.keys(gauge).length === 0) return [];
  const limits = ["above", "below"].filter((key) => plan.has([...gauge, key]));
  if (limits.length === 1) return [];
  const words = {
    title: `gauge "${plan.text([...gauge, "name"]) ?? ""}" has ${limits.length === 0 ? "no limit" : "two limits"}`,
    expected: listText(["above", "below"]),
    got: limits.length === 0 ? "none" : "both",
    do: limits.length === 0 ? "add above: 85%" : "make two gauges of it"
  };
  return [plan.findingAtName(gauge, words)];
}
function gaugeSourceFaults(plan) {
  if (!plan.has(["gauges"]) || plan.text(["source", "kind"]) !== "scrape") return [];
  const words = {
    title: "gauges cannot be read from this source",
    expected: `a source that answers PromQL, since ${plan.place(["source", "kind"])} says scrape`,
    got: "gauges with a source of kind scrape",
    do: "use a source of kind prometheus, or drop gauges"
  };
  return [plan.finding(["gauges"], words, "key")];
}

// schemas/src/canary/secrets.ts
var SECRETS = /* @__PURE__ */ new Set([
  ...["token", "bearer", "bearer-token", "basic", "basic-auth", "authorization", "user", "username", "password"],
  ...["secret", "api-key", "apikey", "headers", "header", "key", "cert"]
]);
function isSecretName(key) {
  return SECRETS.has(key.toLowerCase().replaceAll("_", "-"));
}
function nameOfVariable(key) {
  const lower = key.toLowerCase();
  if (/^(key|cert)$/.test(lower)) return `${lower}-file`;
  if (lower.startsWith("header")) return "headers-env";
  return /^(basic|user|password)/.test(lower) ? "basic-env" : "token-env";
}
function isVariableName(value) {
  return typeof value === "string" && /^[A-Z_][A-Z0-9_]*$/.test(value);
}
function withoutSecrets(source, places, value) {
  const ranges = [...places].flatMap(([pointer, place]) => maySpill(pointer, value) ? [place.value] : []);
  return ranges.length === 0 ? source : masked(source, ranges);
}
function maySpill(pointer, value) {
  const isBelow = pointer.startsWith(`${CANARY_POINTER}/`);
  const [part = "", ...below] = segmentsOf(isBelow ? pointer.slice(CANARY_POINTER.length) : pointer);
  if (!["source", "router"].includes(part)) return false;
  if (below.some(isSecretName)) return true;
  const held = valueAt(value, pointer);
  if (below[0] === "headers-env" || below.at(-1)?.endsWith("-env"))
    return typeof held !== "object" && !isVariableName(held);
  return typeof held === "string" && /:\/\/[^\s/]*@/.test(held);
}
function masked(source, ranges) {
  const lines = source.lines.map((line, index) => {
    const start = source.lineStarts[index] ?? 0;
    return ranges.reduce((text, [from, to]) => {
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
      if (last <= first) return text;
      return text.slice(0, first) + text.slice(first, last).replace(/[^\s]/g, "*") + text.slice(last);
    }, line);
  });
  return { ...source, lines };
}

// schemas/src/canary/source-faults.ts
var KINDS = {
  prometheus: {
    needs: "url",
    may: ["url", "token-env", "basic-env", "headers-env", "ca-file", "cert-file", "key-file", "timeout"]
  },
  scrape: { needs: "targets", may: ["targets", "timeout"] },
  recorded: { needs: "file", may: ["file"] }
};
function sourceFaults(plan) {
  return [
    ...secretFaults(plan),
    ...kindFaults2(plan),
    ...pairFaults(plan),
    ...targetFaults(plan),
    ...serviceFaults(plan)
  ];
}
function kindFaults2(plan) {
  const name = plan.text(["source", "kind"]) ?? "";
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : void 0;
  if (kind === void 0) return [];
  const known = Object.keys(plan.schemaAt(["source"]).properties ?? {});
  const strange = plan.keys(["source"]).filter((key) => key !== "kind" && known.includes(key) && !kind.may.includes(key));
  const findings = strange.map((key) => {
    const owner = Object.keys(KINDS).find((each) => KINDS[each]?.may.includes(key));
    const words2 = {
      title: `key "${key}" does not belong to a source of kind ${name}`,
      expected: listText(kind.may),
      got: key
    };
    return plan.finding(["source", key], { ...words2, do: `remove it, or write kind: ${owner}` }, "key");
  });
  if (plan.has(["source", kind.needs])) return findings;
  const words = {
    title: `a source of kind ${name} has no ${kind.needs}`,
    expected: `the key ${kind.needs}`,
    got: "no such key"
  };
  return [...findings, plan.finding(["source"], { ...words, do: `add ${kind.needs}: ...` }, "key")];
}
function secretFaults(plan) {
  const source = plan.keys(["source"]).filter(isSecretName).map((key) => ["source", key]);
  const targets = plan.entries(["source", "targets"]);
  const inTargets = targets.flatMap(
    (target) => plan.keys(target).filter(isSecretName).map((key) => [...target, key])
  );
  const misused = variablePaths(plan).filter(
    (path) => plan.text(path) !== void 0 && !isVariableName(plan.text(path))
  );
  const addresses = [["source", "url"], ...targets.map((target) => [...target, "url"])];
  const withUser = addresses.filter((path) => /^https?:\/\/[^\s/]*@/.test(plan.text(path) ?? ""));
  return [
    ...[...source, ...inTargets].map((path) => plan.finding(path, secretInFile(String(path.at(-1))), "key")),
    ...misused.map((path) => plan.finding(path, noVariable(String(path.at(-1))))),
    ...withUser.map((path) => plan.finding(path, userInAddress))
  ];
}
function variablePaths(plan) {
  const headers = plan.keys(["source", "headers-env"]).map((key) => ["source", "headers-env", key]);
  return [["source", "token-env"], ["source", "basic-env"], ...headers];
}
function secretInFile(key) {
  const meant = nameOfVariable(key);
  return {
    title: `${key} must not stand in the file`,
    expected: `${meant}: the name of an environment variable that holds it`,
    got: key,
    do: `hand it over from a secret of the repository, write ${meant}, and revoke what was committed`
  };
}
function noVariable(key) {
  return {
    title: `${key} does not name an environment variable`,
    expected: "capital letters, digits and _, such as PROMETHEUS_TOKEN",
    got: "something else, which is not shown, for it may be the secret",
    do: "write the name; if it is the secret, revoke it"
  };
}
var userInAddress = {
  title: "an address holds a user or a password",
  expected: "an address without @",
  got: "an address with one, which is not shown",
  do: "write basic-env: the name of a variable that holds user:password, and revoke what was committed"
};
function pairFaults(plan) {
  const has = (key) => plan.has(["source", key]);
  const findings = [];
  for (const [one, other] of [
    ["cert-file", "key-file"],
    ["key-file", "cert-file"]
  ]) {
    if (!has(one) || has(other)) continue;
    const words = {
      title: `${one} has no ${other}`,
      expected: "a client certificate and its key",
      got: `${one} alone`
    };
    findings.push(plan.finding(["source", one], { ...words, do: `add ${other}` }, "key"));
  }
  if (has("token-env") && has("basic-env")) {
    const words = { title: "two ways to sign in", expected: "token-env or basic-env", got: "both" };
    const related = plan.place(["source", "token-env"]);
    findings.push(plan.finding(["source", "basic-env"], { ...words, do: "keep one of the two", related }, "key"));
  }
  return findings;
}
function targetFaults(plan) {
  const targets = plan.entries(["source", "targets"]);
  if (targets.length === 0) return [];
  const first = /* @__PURE__ */ new Map();
  const twice2 = targets.flatMap((target) => {
    const path = [...target, "pod"];
    const pod = plan.text(path);
    if (pod === void 0) return [];
    const before = first.get(pod);
    first.set(pod, before ?? path);
    if (before === void 0) return [];
    const words2 = {
      title: `pod "${pod}" is there twice`,
      expected: "each pod once",
      got: pod,
      related: plan.place(before)
    };
    return [plan.finding(path, { ...words2, do: "rename or remove one of the two" })];
  });
  const arms = targets.map((target) => plan.text([...target, "arm"]));
  const missing = ["canary", "stable"].filter((arm) => !arms.includes(arm));
  if (missing.length === 0 || arms.some((arm) => arm === void 0)) return twice2;
  const words = {
    title: `no target is ${missing.join(" or ")}`,
    expected: "pods of both releases",
    got: "one release"
  };
  return [
    ...twice2,
    plan.finding(["source", "targets"], { ...words, do: `add a target with arm: ${missing[0]}` }, "key")
  ];
}
function serviceFaults(plan) {
  const isShared = plan.text(["source", "kind"]) === "prometheus";
  if (!isShared || plan.has(["metrics"]) || typeof plan.beside("/service/name") === "string") return [];
  const words = {
    title: "nothing says which service is counted",
    expected: "metrics, or service.name at the top of the file for the default ones",
    got: "neither",
    do: "add metrics with the selectors of the service"
  };
  return [plan.finding(["source"], words, "key")];
}

// schemas/src/quantities.ts
var SECONDS = new Map(Object.entries({ ms: 1e-3, s: 1, m: 60, h: 3600, d: 86400 }));
var BYTES = new Map(
  Object.entries({
    ...{ B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 }
  })
);
function secondsOf(value) {
  const { count, unit } = split(value);
  const seconds = SECONDS.get(unit);
  return seconds === void 0 || count < 0 ? void 0 : exactly(count, seconds);
}
function shareOf(value) {
  const share = percentOf(value);
  return share !== void 0 && share >= 0 && share <= 1 ? share : void 0;
}
function durationText(seconds) {
  if (seconds === 0) return "0s";
  const units = [...SECONDS].toReversed();
  const [unit, size] = units.find(([, each]) => Number.isInteger(exactly(seconds, 1 / each))) ?? ["ms", 1e-3];
  return `${exactly(seconds, 1 / size)}${unit}`;
}
function percentOf(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : void 0;
  const { count, unit } = split(value);
  return unit === "%" ? exactly(count, 0.01) : void 0;
}
function split(value) {
  if (typeof value !== "string") return { count: 0, unit: "" };
  const [, count = "", unit = ""] = /^(-?[0-9]+(?:\.[0-9]+)?)([A-Za-z%]+)$/.exec(value) ?? [];
  return { count: Number(count), unit };
}
function exactly(count, factor) {
  return Number((count * factor).toPrecision(15));
}

// schemas/src/canary/step-faults.ts
var USUAL_WEIGHTS = [10, 25, 50, 100];
function stepFaults(plan) {
  const steps = plan.entries(["steps"]);
  return [
    ...weightFaults(plan, steps),
    ...steps.flatMap((step) => timeFaults(plan, step)),
    ...warmUpFaults(plan, steps)
  ];
}
function timesOf(plan, step) {
  return {
    hold: plan.seconds([...step, "hold"]) ?? DEFAULT_HOLD,
    max: plan.seconds([...step, "max"]) ?? DEFAULT_MAX
  };
}
function weightFaults(plan, steps) {
  if (plan.text(["strategy"]) === "blue-green") return blueGreenFaults(plan, steps);
  const findings = [];
  let highest;
  for (const step of steps) {
    const at2 = typeof plan.value(step) === "object" ? [...step, "weight"] : step;
    const percent = /^([0-9.]+) ?%$/.exec(plan.text(at2) ?? "")?.[1];
    if (percent !== void 0) findings.push(plan.finding(at2, weightAsText(percent, plan.text(at2) ?? "")));
    const weight = plan.number(at2);
    if (weight === void 0) continue;
    if (weight > (highest?.weight ?? 0) && weight <= 100) highest = { weight, at: at2 };
    else findings.push(plan.finding(at2, wrongWeight(plan, weight, highest)));
  }
  return findings;
}
function wrongWeight(plan, weight, before) {
  const got = shownValue(weight);
  if (before?.weight === 100) {
    const expected = `no step after 100 (${plan.line(before.at)})`;
    return { title: "weights must rise", expected, got, do: "remove the step, or put the steps in rising order" };
  }
  const least = before === void 0 ? "0" : `${before.weight} (${plan.line(before.at)})`;
  const usual = USUAL_WEIGHTS.find((each) => each > (before?.weight ?? 0)) ?? 100;
  return {
    title: weight > 100 ? "a weight passes 100" : weight <= 0 ? "a weight must be above 0" : "weights must rise",
    expected: `a weight above ${least} and at most 100`,
    got,
    do: before === void 0 ? `give ${usual}` : `give ${usual}, or put the steps in rising order`
  };
}
function weightAsText(percent, got) {
  return { title: "a weight is a number", expected: "percent, without the sign", got, do: `write ${percent}` };
}
function blueGreenFaults(plan, steps) {
  const weightOf = (step) => plan.number(step) ?? plan.number([...step, "weight"]);
  if (!plan.has(["steps"]) || steps.length === 1 && weightOf(["steps", 0]) === 100) return [];
  const words = {
    title: "blue-green has one step",
    expected: "one step of weight 100, or no steps",
    got: steps.map((step) => String(weightOf(step) ?? "?")).join(", "),
    do: "leave steps out, or write strategy: canary"
  };
  return [plan.finding(["steps"], words, "key")];
}
function timeFaults(plan, step) {
  const { hold, max } = timesOf(plan, step);
  const [holdPath, maxPath] = [
    [...step, "hold"],
    [...step, "max"]
  ];
  if (hold === 0) {
    const expected = "a hold above 0s";
    const remedy = `write hold: ${durationText(DEFAULT_HOLD)}, or leave it out for the same`;
    return [plan.finding(holdPath, { title: "nothing holds the step", expected, got: "0s", do: remedy })];
  }
  if (max >= hold) return [];
  if (plan.seconds(maxPath) === void 0) {
    const expected = `a hold of at most ${durationText(DEFAULT_MAX)}, which is max when it is left out`;
    const words = { title: "hold is longer than max", expected, got: String(plan.value(holdPath)) };
    return [plan.finding(holdPath, { ...words, do: `add max: ${durationText(2 * hold)}` })];
  }
  const written2 = plan.has(holdPath) ? `hold, ${plan.line(holdPath)}` : "hold when it is left out";
  return [
    plan.finding(maxPath, {
      title: "max is shorter than hold",
      expected: `at least ${durationText(hold)} (${written2})`,
      got: String(plan.value(maxPath)),
      do: `write max: ${durationText(2 * hold)}, or shorten hold`
    })
  ];
}
function warmUpFaults(plan, steps) {
  const warmUp = secondsOf(plan.value(["warm-up"])) ?? 0;
  const shortest = Math.min(...steps.map((step) => timesOf(plan, step).max), DEFAULT_MAX);
  if (warmUp < shortest) return [];
  const words = {
    title: "the warm-up leaves nothing of a step",
    expected: `less than ${durationText(shortest)}, the shortest max of the steps`,
    got: String(plan.value(["warm-up"])),
    do: "shorten warm-up, or give the steps a longer max"
  };
  return [plan.finding(["warm-up"], words)];
}

// schemas/src/canary/trigger-faults.ts
var HIGHEST_EDGE = 2;
var QUANTILES = ["latency-p50", "latency-p90", "latency-p95", "latency-p99"];
function triggerFaults(plan) {
  return [
    ...orphanFaults(plan),
    ...edgelessFaults(plan),
    ...quantileFaults(plan),
    ...healthFaults(plan),
    ...burnRateFaults(plan)
  ];
}
function written(plan, names) {
  return names.filter((name) => plan.has(["triggers", name]) && plan.text(["triggers", name]) === void 0);
}
function orphanFaults(plan) {
  const kinds = metricKinds(plan);
  return written(plan, ["error-rate", ...QUANTILES]).flatMap((name) => {
    const [kind, keys] = name === "error-rate" ? ["errors", "total and bad"] : ["latency", "histogram"];
    if (kinds.has(kind)) return [];
    const words = {
      title: `trigger ${name} has no metric`,
      expected: `a metric with ${keys}`,
      got: "metrics without one",
      do: `add such a metric, or write ${name}: off`,
      related: plan.place(["metrics"])
    };
    return [plan.finding(["triggers", name], words, "key")];
  });
}
function edgelessFaults(plan) {
  const metrics = plan.entries(["metrics"]).filter((metric) => plan.has([...metric, "histogram"]));
  const highest = Math.max(
    ...metrics.map((metric) => highestEdge(plan, metric)),
    plan.has(["metrics"]) ? 0 : HIGHEST_EDGE
  );
  if (highest === 0) return [];
  return written(plan, QUANTILES).flatMap((name) => {
    const path = ["triggers", name, "above"];
    const above = plan.seconds(path) ?? 0;
    if (above <= highest) return [];
    const words = {
      title: `trigger ${name} lies above every edge`,
      expected: `at most ${durationText(highest)}, the highest edge of a metric that decides`,
      got: String(plan.value(path)),
      do: `add ${durationText(above)} to the edges of a metric`,
      related: plan.place(["metrics"])
    };
    return [plan.finding(path, words)];
  });
}
function highestEdge(plan, metric) {
  if (plan.value([...metric, "dry-run"]) === true) return 0;
  const path = [...metric, "edge"];
  if (!plan.has(path)) return HIGHEST_EDGE;
  return plan.seconds(path) ?? Math.max(0, ...plan.entries(path).map((edge) => plan.seconds(edge) ?? 0));
}
function quantileFaults(plan) {
  const [first, ...others] = written(plan, QUANTILES);
  return others.map((name) => {
    const words = { title: "a second latency trigger", expected: `one of ${listText(QUANTILES)}`, got: name };
    const related = plan.place(["triggers", first ?? ""]);
    return plan.finding(["triggers", name], { ...words, do: "keep one of the two", related }, "key");
  });
}
function healthFaults(plan) {
  const path = ["triggers", "health"];
  if (!plan.has([...path, "path"]) || !plan.has([...path, "series"])) return [];
  const words = { title: "the health check has two sources", expected: "path or series", got: "both" };
  return [plan.finding([...path, "series"], { ...words, do: "keep one of the two" }, "key")];
}
function burnRateFaults(plan) {
  const isOn = plan.value(["mode"]) === "burn-rate";
  const windows = plan.entries(["burn-rate", "windows"]).flatMap((window) => windowFaults(plan, window));
  if (isOn && !plan.has(["burn-rate"])) {
    const words2 = { title: "mode burn-rate has no objective", expected: "burn-rate with slo", got: "no burn-rate" };
    return [plan.finding(["mode"], { ...words2, do: "add burn-rate: { slo: 99.9% }" })];
  }
  if (isOn || !plan.has(["burn-rate"])) return [...windows, ...isOn ? errorlessFaults(plan) : []];
  const got = `mode ${plan.text(["mode"]) ?? "evidence"}`;
  const words = { title: "burn-rate is not read in this mode", expected: "mode: burn-rate", got };
  return [...windows, plan.finding(["burn-rate"], { ...words, do: "write mode: burn-rate, or drop burn-rate" }, "key")];
}
function errorlessFaults(plan) {
  if (metricKinds(plan).has("errors")) return [];
  const words = { title: "mode burn-rate has no metric", expected: "a metric with total and bad", got: "none" };
  return [plan.finding(["mode"], { ...words, do: "add such a metric", related: plan.place(["metrics"]) })];
}
function windowFaults(plan, window) {
  const long = plan.seconds([...window, "long"]);
  const short = plan.seconds([...window, "short"]);
  if (long === void 0 || short === void 0 || short < long) return [];
  const words = {
    title: "the short window is not shorter than the long one",
    expected: `less than ${plan.text([...window, "long"])} (${plan.place([...window, "long"])})`,
    got: String(plan.value([...window, "short"])),
    do: "give a twelfth of the long window, as the workbook does"
  };
  return [plan.finding([...window, "short"], words)];
}

// schemas/src/source-text.ts
function sourceText(file, text) {
  const lineStarts = [0];
  for (let at2 = text.indexOf("\n"); at2 !== -1; at2 = text.indexOf("\n", at2 + 1)) lineStarts.push(at2 + 1);
  return { file, text, lines: text.split("\n").map((line) => line.replace(/\r$/, "")), lineStarts };
}
function decode(input, file, limit) {
  const size = typeof input === "string" ? Buffer.byteLength(input) : input.byteLength;
  if (size > limit) return tooLarge(file, size, limit);
  if (typeof input === "string") return sourceText(file, input.replace(/^\uFEFF/, ""));
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(input);
    if (!text.includes("\0")) return sourceText(file, text);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return notUtf8(input, file);
}
function faultAt(source, range, words) {
  const location = locationOf(source, range);
  const from = Math.max(location.line - 2, 0);
  const excerpt = source.lines.slice(from, location.line).map((text, index) => ({ line: from + index + 1, text: withoutPasswords(text) }));
  if (excerpt.length > 1 && excerpt[0]?.text.trim() === "") excerpt.shift();
  return { ...words, got: withoutPasswords(words.got), location, excerpt };
}
function withExcerptOf(source, fault) {
  if (fault.excerpt === void 0) return fault;
  const excerpt = fault.excerpt.map(({ line }) => ({ line, text: withoutPasswords(source.lines[line - 1] ?? "") }));
  return { ...fault, excerpt };
}
function placeText(source, range) {
  const { line, column } = locationOf(source, range);
  return `${line}:${column}`;
}
function locationOf(source, [start, end]) {
  const offset = Math.min(start, source.text.length);
  let line = lastLineStartingBefore(source.lineStarts, offset);
  let text = source.lines[line] ?? "";
  let column = Math.min(offset - (source.lineStarts[line] ?? 0), text.length);
  while (line > 0 && text.trim() === "") {
    line -= 1;
    text = source.lines[line] ?? "";
    column = text.length;
  }
  const last = Math.min(column + Math.max(end - start, 1), Math.max(text.length, column + 1));
  return { file: source.file, line: line + 1, column: column + 1, endColumn: last + 1 };
}
function lastLineStartingBefore(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
function withoutPasswords(text) {
  return text.replace(ADDRESS, asterisks).replace(SECRET, asterisks);
}
var ADDRESS = /(:\/\/[^\s/:@]*:)([^\s@]+)(?=@)/g;
var SECRET = /((?:^|[\s{,])["']?(?:token|password|secret|bearer|authorization|api-key)["']?\s*:\s+)([^,}]+)/gi;
function asterisks(_whole, before, word) {
  return before + word.replace(/[^\s]/g, "*");
}
function tooLarge(file, size, limit) {
  return {
    title: "the file is too large",
    expected: `at most ${limit.toLocaleString("en-US")} bytes`,
    got: `${size.toLocaleString("en-US")} bytes`,
    do: "check whether this is the right file",
    location: { file, line: 1, column: 1 }
  };
}
function notUtf8(bytes, file) {
  const isUtf16 = bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
  const words = { title: "the file is not UTF-8 text", expected: "UTF-8", do: "save the file as UTF-8" };
  if (isUtf16) return { ...words, got: "UTF-16", location: { file, line: 1, column: 1 } };
  const source = sourceText(file, new TextDecoder("utf-8").decode(bytes));
  const bad = source.text.search(/[\uFFFD\u0000]/);
  const got = source.text[bad] === "\0" ? "a NUL character" : "bytes that are no character";
  return faultAt(source, [bad, bad + 1], { ...words, got });
}

// schemas/src/canary/written-plan.ts
var WrittenPlan = class {
  #document;
  constructor(document) {
    this.#document = document;
  }
  value(path) {
    return valueAt(this.#document.value, planPointer(path));
  }
  has(path) {
    return this.value(path) !== void 0;
  }
  text(path) {
    const value = this.value(path);
    return typeof value === "string" ? value : void 0;
  }
  number(path) {
    const value = this.value(path);
    return typeof value === "number" ? value : void 0;
  }
  /** Seconds; undefined when nothing is there, or no duration. */
  seconds(path) {
    return secondsOf(this.value(path));
  }
  /** From 0 to 1; undefined when nothing is there, or no share. */
  share(path) {
    return shareOf(this.value(path));
  }
  /** Keys of a map; none when there is no map. */
  keys(path) {
    const value = this.value(path);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  }
  /** Paths of the entries of a list; none when there is no list. */
  entries(path) {
    const value = this.value(path);
    return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
  }
  /** What stands beside the plan in the same file. */
  beside(pointer) {
    return valueAt(this.#document.value, pointer);
  }
  schemaAt(path) {
    return this.#document.schemaAt(planPointer(path));
  }
  /** `line:column` of a part. */
  place(path) {
    return placeText(this.#document.source, this.#range(path, "value"));
  }
  line(path) {
    return `line ${this.place(path).split(":")[0] ?? ""}`;
  }
  /** A fault at the value of a part, or at its key. */
  finding(path, words, at2 = "value") {
    return { pointer: planPointer(path), keyword: "plan", range: this.#range(path, at2), words };
  }
  /** A fault of a whole entry of a list, shown at its name when it has one. */
  findingAtName(entry, words) {
    const name = [...entry, "name"];
    return { ...this.finding(entry, words, "key"), range: this.#range(this.has(name) ? name : entry, "value") };
  }
  /** As people write it: `canary.steps[0].hold`. */
  pathText(path) {
    return pathOf(planPointer(path));
  }
  #range(path, at2) {
    const places = this.#document.places;
    return at2 === "value" ? rangeOfValue(places, planPointer(path)) : rangeOfKey(places, planPointer(path));
  }
};

// schemas/src/canary/plan-faults.ts
function withPlanFaults(document, findings) {
  const plan = new WrittenPlan(document);
  const own = [
    ...stepFaults(plan),
    ...metricFaults(plan),
    ...triggerFaults(plan),
    ...methodFaults(plan),
    ...sourceFaults(plan),
    ...environmentFaults(plan)
  ];
  const told = new Set(own.map(({ pointer }) => pointer));
  return [...findings.filter(({ pointer, keyword }) => keyword === "required" || !told.has(pointer)), ...own];
}
function environmentFaults(plan) {
  const name = plan.text(["environment"]);
  const listed = plan.beside("/environments");
  if (name === void 0 || !Array.isArray(listed)) return [];
  const names = listed.flatMap((each) => {
    const held = Object(each).name;
    return typeof held === "string" ? [held] : [];
  });
  if (names.length === 0 || names.some((each) => each.toLowerCase() === name.toLowerCase())) return [];
  const guess = suggest(name, names);
  const words = { title: `environment "${name}" is not listed`, expected: listText(names), got: name };
  return [
    plan.finding(["environment"], {
      ...words,
      do: guess === void 0 ? "choose one of environments, or add it there" : `did you mean "${guess}"?`
    })
  ];
}

// schemas/src/fault.ts
function placeOf(fault) {
  if (fault.location === void 0) return "";
  const { file, line, column } = fault.location;
  return `${file}:${line}:${column}`;
}
function inFileOrder(faults) {
  const line = (fault) => fault.location?.line ?? 0;
  const column = (fault) => fault.location?.column ?? 0;
  return faults.toSorted((a, b) => line(a) - line(b) || column(a) - column(b));
}

// schemas/src/generated/validators.js
var __getOwnPropNames2 = Object.getOwnPropertyNames;
var __commonJS2 = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames2(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length = __commonJS2({
  "ajv/dist/runtime/ucs2length.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
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
    exports2.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var require_formats = __commonJS2({
  "ajv-formats/dist/formats.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.formatNames = exports2.fastFormats = exports2.fullFormats = void 0;
    function fmtDef(validate2, compare) {
      return { validate: validate2, compare };
    }
    exports2.fullFormats = {
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
    exports2.fastFormats = {
      ...exports2.fullFormats,
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
    exports2.formatNames = Object.keys(exports2.fullFormats);
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
var require_fast_deep_equal = __commonJS2({
  "fast-deep-equal/index.js"(exports2, module2) {
    "use strict";
    module2.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});
var require_equal = __commonJS2({
  "ajv/dist/runtime/equal.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports2.default = equal;
  }
});
var validateVerdict = validate21;
var schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "urn:shipgate:schema:verdict:1", "title": "Verdict", "description": "What one gate decided about one commit, and why. Written by every gate, read by the plugins.", "type": "object", "additionalProperties": false, "required": ["version", "gate", "outcome", "subject", "headline", "reasons", "proofs", "evidence", "tool", "startedAt", "finishedAt"], "properties": { "version": { "const": 1, "description": "Version of this schema." }, "gate": { "$ref": "#/definitions/gate" }, "outcome": { "$ref": "#/definitions/outcome" }, "headline": { "type": "string", "minLength": 1, "maxLength": 300, "description": "The finding in one sentence that is true when read alone, without the outcome's glyph." }, "subject": { "$ref": "#/definitions/subject" }, "reasons": { "type": "array", "items": { "$ref": "#/definitions/reason" }, "description": "All of them, worst first." }, "proofs": { "type": "array", "items": { "$ref": "#/definitions/proof" } }, "evidence": { "type": "object", "description": "Facts, by gate." }, "tool": { "$ref": "#/definitions/tool" }, "startedAt": { "type": "string", "format": "date-time", "examples": ["2026-11-20T14:03:45Z"] }, "finishedAt": { "type": "string", "format": "date-time", "examples": ["2026-11-20T14:03:48Z"] } }, "allOf": [{ "if": { "properties": { "gate": { "const": "migrate-gate" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/migrateGateEvidence" } } } }, { "if": { "properties": { "gate": { "const": "canary-promote" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/canaryPromoteEvidence" } } } }, { "$comment": "A gate does not pass over a reason that blocks, nor without a required proof.", "if": { "properties": { "outcome": { "const": "pass" } }, "required": ["outcome"] }, "then": { "$ref": "#/definitions/passing" } }], "definitions": { "gate": { "enum": ["migrate-gate", "canary-promote", "checklist", "security-scan"] }, "tool": { "type": "object", "additionalProperties": false, "required": ["name", "version"], "properties": { "name": { "type": "string", "minLength": 1 }, "version": { "type": "string", "minLength": 1 }, "commit": { "$ref": "#/definitions/commit" } } }, "passing": { "properties": { "reasons": { "items": { "properties": { "blocks": { "const": "no" } } } }, "proofs": { "items": { "if": { "properties": { "required": { "const": true } }, "required": ["required"] }, "then": { "properties": { "outcome": { "const": "pass" } } } } } } }, "outcome": { "enum": ["pass", "fail", "unknown"], "description": "unknown never passes: something required could not be proven." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$", "examples": ["9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70"] }, "severity": { "enum": ["data-loss", "error", "warning", "note"], "description": "Worst first. data-loss and error are faults: they fail the gate." }, "subject": { "type": "object", "additionalProperties": false, "properties": { "service": { "type": "string", "minLength": 1 }, "repository": { "type": "string", "pattern": "^[^/\\s]+/[^/\\s]+$", "examples": ["acme/order-service"] }, "commit": { "$ref": "#/definitions/commit" }, "base": { "$ref": "#/definitions/commit" }, "ref": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "environment": { "type": "string", "minLength": 1 }, "path": { "type": "string", "description": "What was looked at, from the top of the repository." }, "run": { "$ref": "#/definitions/workflowRun" } } }, "workflowRun": { "type": "object", "additionalProperties": false, "required": ["id", "attempt"], "properties": { "id": { "type": "string", "pattern": "^[0-9]+$", "examples": ["19532781146"] }, "attempt": { "type": "integer", "minimum": 1 } } }, "location": { "type": "object", "additionalProperties": false, "required": ["file"], "properties": { "file": { "type": "string", "minLength": 1, "description": "From the top of the repository, with /." }, "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 } } }, "allowance": { "type": "object", "additionalProperties": false, "required": ["by", "reason"], "properties": { "by": { "enum": ["comment", "baseline"] }, "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] } } }, "blocks": { "enum": ["fail", "unknown", "no"], "description": "What a reason makes of the outcome." }, "repair": { "type": "object", "description": "What can be pasted.", "additionalProperties": false, "required": ["language", "text"], "properties": { "language": { "enum": ["sql", "diff", "sh", "yaml"] }, "text": { "type": "string", "minLength": 1 } } }, "reason": { "type": "object", "additionalProperties": false, "required": ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"], "properties": { "code": { "type": "string", "maxLength": 100, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "examples": ["drift", "down-fails"] }, "severity": { "$ref": "#/definitions/severity" }, "blocks": { "$ref": "#/definitions/blocks" }, "title": { "type": "string", "minLength": 1 }, "seen": { "type": "string", "minLength": 1 }, "hurts": { "type": "string", "minLength": 1 }, "mend": { "type": "string", "minLength": 1 }, "repair": { "$ref": "#/definitions/repair" }, "location": { "$ref": "#/definitions/location" }, "excerpt": { "type": "string", "description": "The line of the file at location." }, "docs": { "type": "string", "minLength": 1, "description": "Page of the reason: a URL, or its path in Shipgate's repository." }, "allowance": { "$ref": "#/definitions/allowance" }, "evidence": { "type": "object" } } }, "proofOutcome": { "enum": ["pass", "fail", "not-proven"] }, "proof": { "type": "object", "additionalProperties": false, "required": ["name", "required", "outcome", "seen"], "properties": { "name": { "type": "string", "minLength": 1 }, "required": { "type": "boolean" }, "outcome": { "$ref": "#/definitions/proofOutcome" }, "seen": { "type": "string", "minLength": 1 } } }, "milliseconds": { "type": "number", "minimum": 0 }, "databaseError": { "type": "object", "additionalProperties": false, "required": ["message"], "properties": { "message": { "type": "string" }, "sqlState": { "type": "string", "pattern": "^[0-9A-Z]{5}$", "examples": ["42P01"] }, "detail": { "type": "string" }, "hint": { "type": "string" }, "object": { "type": "string" } } }, "runOutcome": { "enum": ["ok", "failed", "timed-out", "missing", "not-run"] }, "migrationRun": { "type": "object", "additionalProperties": false, "required": ["outcome"], "properties": { "outcome": { "$ref": "#/definitions/runOutcome" }, "durationMs": { "$ref": "#/definitions/milliseconds" }, "error": { "$ref": "#/definitions/databaseError" } } }, "attributeDifference": { "type": "object", "additionalProperties": false, "required": ["name", "expected", "got"], "properties": { "name": { "type": "string" }, "expected": { "type": ["string", "null"] }, "got": { "type": ["string", "null"] } } }, "schemaDifference": { "type": "object", "additionalProperties": false, "required": ["class", "object", "change", "noise", "after"], "properties": { "class": { "type": "string", "minLength": 1 }, "object": { "type": "string", "minLength": 1 }, "change": { "enum": ["gone", "new", "changed"] }, "after": { "enum": ["down", "re-up"], "description": "after down: against the schema before up; after re-up: against the schema after the first up." }, "noise": { "type": ["string", "null"], "description": "Class of noise, null for a real difference." }, "attributes": { "type": "array", "items": { "$ref": "#/definitions/attributeDifference" } } } }, "roundTrip": { "type": "object", "additionalProperties": false, "required": ["migrations", "outcome", "up", "down", "reup", "objects", "schema"], "properties": { "migrations": { "type": "integer", "minimum": 0 }, "outcome": { "enum": ["clean", "noise", "fault", "unknown"] }, "up": { "$ref": "#/definitions/count" }, "down": { "$ref": "#/definitions/count" }, "reup": { "$ref": "#/definitions/count" }, "objects": { "type": "integer", "minimum": 0, "description": "Schema objects compared." }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } }, "count": { "type": "object", "additionalProperties": false, "required": ["ok", "of"], "properties": { "ok": { "type": "integer", "minimum": 0 }, "of": { "type": "integer", "minimum": 0 } } }, "migrationStatus": { "enum": ["clean", "noise", "no-down", "up-fails", "down-fails", "re-up-fails", "drift", "data-loss", "unknown", "allowed"], "description": "Of the round trip alone, the worst that was seen." }, "migrationEvidence": { "type": "object", "additionalProperties": false, "required": ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"], "properties": { "version": { "type": "string" }, "name": { "type": "string" }, "file": { "type": "string" }, "downFile": { "type": "string", "description": "Only where it is another file." }, "status": { "$ref": "#/definitions/migrationStatus" }, "batch": { "type": "boolean", "description": "Part of the new migrations of this change." }, "alone": { "enum": ["reversible", "only-in-group", "not-reversible", "unknown"] }, "group": { "type": "array", "items": { "type": "string" }, "description": "Smallest enclosing group that comes back clean." }, "up": { "$ref": "#/definitions/migrationRun" }, "down": { "$ref": "#/definitions/migrationRun" }, "reup": { "$ref": "#/definitions/migrationRun" }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } }, "engineEvidence": { "type": "object", "additionalProperties": false, "required": ["kind", "version", "startMs"], "properties": { "kind": { "enum": ["embedded", "local", "url"] }, "version": { "type": "string" }, "startMs": { "$ref": "#/definitions/milliseconds" } } }, "planStep": { "type": "object", "additionalProperties": false, "required": ["version", "file", "outcome"], "properties": { "version": { "type": "string" }, "file": { "type": "string" }, "outcome": { "$ref": "#/definitions/runOutcome" }, "durationMs": { "$ref": "#/definitions/milliseconds" } } }, "migrateGateEvidence": { "type": "object", "additionalProperties": false, "required": ["scope", "migrations", "timings"], "properties": { "scope": { "enum": ["new", "all"] }, "layout": { "type": "string" }, "total": { "type": "integer", "minimum": 0 }, "migrations": { "type": "array", "items": { "$ref": "#/definitions/migrationEvidence" }, "description": "In order." }, "batch": { "$ref": "#/definitions/roundTrip" }, "chain": { "$ref": "#/definitions/roundTrip" }, "engine": { "$ref": "#/definitions/engineEvidence" }, "plan": { "type": "array", "description": "The way back as rehearsed: downs in order.", "items": { "$ref": "#/definitions/planStep" } }, "timings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/milliseconds" } } } }, "rate": { "type": "number", "minimum": 0, "maximum": 1 }, "rateOrNull": { "type": ["number", "null"], "minimum": 0, "maximum": 1 }, "whole": { "type": "integer", "minimum": 0 }, "moment": { "type": ["string", "number", "null"], "format": "date-time", "description": "UTC as text, or seconds since the rollout began; null: not yet.", "examples": ["2026-11-20T14:03:45Z"] }, "logE": { "type": ["number", "null"], "description": "Natural logarithm; null: E is 0." }, "bothArms": { "type": "object", "additionalProperties": false, "required": ["canary", "baseline"], "properties": { "canary": { "$ref": "#/definitions/whole" }, "baseline": { "$ref": "#/definitions/whole" } } }, "canaryAction": { "enum": ["hold", "wait", "promote", "finish", "rollback", "stop", null], "description": "hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided." }, "canaryMetricEvidence": { "type": "object", "additionalProperties": true, "required": ["name", "logE", "weight"], "properties": { "name": { "type": "string", "minLength": 1 }, "logE": { "$ref": "#/definitions/logE", "description": "Of the metric alone." }, "weight": { "$ref": "#/definitions/rate" } } }, "canaryShare": { "type": "object", "additionalProperties": true, "required": ["set", "measured"], "properties": { "set": { "$ref": "#/definitions/rate", "description": "As the step asks for." }, "measured": { "$ref": "#/definitions/rateOrNull", "description": "Of the counted requests." } } }, "canaryStepEvidence": { "type": "object", "additionalProperties": true, "required": ["weight", "from", "to", "decision", "strata", "requests", "errors", "logE", "metrics", "share", "breaker"], "properties": { "weight": { "type": "number", "minimum": 0, "maximum": 100, "description": "Percent." }, "from": { "$ref": "#/definitions/moment" }, "to": { "$ref": "#/definitions/moment" }, "decision": { "$ref": "#/definitions/canaryAction" }, "strata": { "type": ["integer", "object"], "minimum": 0, "additionalProperties": true, "description": "Used; or how many of each kind." }, "requests": { "$ref": "#/definitions/bothArms" }, "errors": { "$ref": "#/definitions/bothArms" }, "logE": { "$ref": "#/definitions/logE", "description": "At its end." }, "metrics": { "type": "array", "items": { "$ref": "#/definitions/canaryMetricEvidence" } }, "share": { "$ref": "#/definitions/canaryShare" }, "breaker": { "type": ["boolean", "number", "string", "object", "null"], "description": "The fast part B: whether, or with what, it decided." } } }, "canaryDecision": { "type": "object", "additionalProperties": true, "required": ["action", "at", "reason", "logE"], "properties": { "action": { "$ref": "#/definitions/canaryAction" }, "at": { "$ref": "#/definitions/moment" }, "reason": { "type": "string", "minLength": 1, "description": "Code." }, "logE": { "$ref": "#/definitions/logE" } } }, "canaryRouterEvidence": { "type": ["object", "null"], "additionalProperties": true, "required": ["kind", "object", "before", "after"], "properties": { "kind": { "type": "string", "minLength": 1 }, "object": { "type": ["string", "null"] }, "before": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." }, "after": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." } } }, "canaryPlanEvidence": { "type": "object", "additionalProperties": true, "required": ["hash", "alpha", "beta", "test"], "properties": { "hash": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "sha256 of the plan." }, "alpha": { "$ref": "#/definitions/rate" }, "beta": { "$ref": "#/definitions/rate" }, "test": { "type": "string", "minLength": 1, "examples": ["R15"], "description": "The one that was used." } } }, "canaryPoint": { "type": "object", "description": "One stratum, for charts.", "additionalProperties": true, "required": ["t", "step", "logE", "canary", "baseline"], "properties": { "t": { "type": "number", "description": "Seconds since the rollout began." }, "step": { "$ref": "#/definitions/whole", "description": "From 0." }, "logE": { "$ref": "#/definitions/logE" }, "canary": { "$ref": "#/definitions/rateOrNull", "description": "Error rate; null without requests." }, "baseline": { "$ref": "#/definitions/rateOrNull", "description": "Error rate; null without requests." } } }, "canaryStrata": { "type": "object", "additionalProperties": true, "required": ["used", "dropped"], "properties": { "used": { "$ref": "#/definitions/whole" }, "dropped": { "$ref": "#/definitions/whole" } } }, "canaryPlacebo": { "type": ["object", "null"], "additionalProperties": true, "required": ["groups", "reached"], "properties": { "groups": { "$ref": "#/definitions/whole", "description": "Fake canaries." }, "reached": { "$ref": "#/definitions/whole", "description": "Those that looked guilty." } } }, "canaryPromoteEvidence": { "type": "object", "description": "Facts of a rollout; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "steps": { "type": "array", "items": { "$ref": "#/definitions/canaryStepEvidence" }, "description": "Those that were reached, in order." }, "decision": { "$ref": "#/definitions/canaryDecision" }, "samples": { "type": ["string", "null"], "description": "File of the recorded samples, which replays to the same bytes." }, "router": { "$ref": "#/definitions/canaryRouterEvidence" }, "plan": { "$ref": "#/definitions/canaryPlanEvidence" }, "series": { "type": "array", "items": { "$ref": "#/definitions/canaryPoint" } }, "strata": { "$ref": "#/definitions/canaryStrata" }, "placebo": { "$ref": "#/definitions/canaryPlacebo" }, "preflight": { "type": ["array", "object"], "items": { "type": "object", "additionalProperties": true }, "additionalProperties": true, "description": "What can be seen, and when." } } } } };
var schema7 = { "type": "object", "additionalProperties": false, "required": ["scope", "migrations", "timings"], "properties": { "scope": { "enum": ["new", "all"] }, "layout": { "type": "string" }, "total": { "type": "integer", "minimum": 0 }, "migrations": { "type": "array", "items": { "$ref": "#/definitions/migrationEvidence" }, "description": "In order." }, "batch": { "$ref": "#/definitions/roundTrip" }, "chain": { "$ref": "#/definitions/roundTrip" }, "engine": { "$ref": "#/definitions/engineEvidence" }, "plan": { "type": "array", "description": "The way back as rehearsed: downs in order.", "items": { "$ref": "#/definitions/planStep" } }, "timings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/milliseconds" } } } };
var func2 = Object.prototype.hasOwnProperty;
var schema8 = { "type": "object", "additionalProperties": false, "required": ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"], "properties": { "version": { "type": "string" }, "name": { "type": "string" }, "file": { "type": "string" }, "downFile": { "type": "string", "description": "Only where it is another file." }, "status": { "$ref": "#/definitions/migrationStatus" }, "batch": { "type": "boolean", "description": "Part of the new migrations of this change." }, "alone": { "enum": ["reversible", "only-in-group", "not-reversible", "unknown"] }, "group": { "type": "array", "items": { "type": "string" }, "description": "Smallest enclosing group that comes back clean." }, "up": { "$ref": "#/definitions/migrationRun" }, "down": { "$ref": "#/definitions/migrationRun" }, "reup": { "$ref": "#/definitions/migrationRun" }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } };
var schema9 = { "enum": ["clean", "noise", "no-down", "up-fails", "down-fails", "re-up-fails", "drift", "data-loss", "unknown", "allowed"], "description": "Of the round trip alone, the worst that was seen." };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "clean" || data === "noise" || data === "no-down" || data === "up-fails" || data === "down-fails" || data === "re-up-fails" || data === "drift" || data === "data-loss" || data === "unknown" || data === "allowed")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema9.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
var schema11 = { "enum": ["ok", "failed", "timed-out", "missing", "not-run"] };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "ok" || data === "failed" || data === "timed-out" || data === "missing" || data === "not-run")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema11.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data == "number" && isFinite(data)) {
    if (data < 0 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
var pattern0 = new RegExp("^[0-9A-Z]{5}$", "u");
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.message === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "message" || key0 === "sqlState" || key0 === "detail" || key0 === "hint" || key0 === "object")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.message !== void 0) {
      if (typeof data.message !== "string") {
        const err2 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.sqlState !== void 0) {
      let data1 = data.sqlState;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err3 = { instancePath: instancePath + "/sqlState", schemaPath: "#/properties/sqlState/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Z]{5}$" }, message: 'must match pattern "^[0-9A-Z]{5}$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/sqlState", schemaPath: "#/properties/sqlState/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.detail !== void 0) {
      if (typeof data.detail !== "string") {
        const err5 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.hint !== void 0) {
      if (typeof data.hint !== "string") {
        const err6 = { instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.object !== void 0) {
      if (typeof data.object !== "string") {
        const err7 = { instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.outcome === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "outcome" || key0 === "durationMs" || key0 === "error")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate27(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
        vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
        errors = vErrors.length;
      }
    }
    if (data.durationMs !== void 0) {
      if (!validate29(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
    if (data.error !== void 0) {
      if (!validate31(data.error, { instancePath: instancePath + "/error", parentData: data, parentDataProperty: "error", rootData })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
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
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.expected === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expected" }, message: "must have required property 'expected'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.got === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "got" }, message: "must have required property 'got'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "expected" || key0 === "got")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (typeof data.name !== "string") {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.expected !== void 0) {
      let data1 = data.expected;
      if (typeof data1 !== "string" && data1 !== null) {
        const err5 = { instancePath: instancePath + "/expected", schemaPath: "#/properties/expected/type", keyword: "type", params: { type: schema15.properties.expected.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.got !== void 0) {
      let data2 = data.got;
      if (typeof data2 !== "string" && data2 !== null) {
        const err6 = { instancePath: instancePath + "/got", schemaPath: "#/properties/got/type", keyword: "type", params: { type: schema15.properties.got.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.class === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "class" }, message: "must have required property 'class'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.object === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "object" }, message: "must have required property 'object'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.change === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "change" }, message: "must have required property 'change'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.noise === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "noise" }, message: "must have required property 'noise'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.after === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "after" }, message: "must have required property 'after'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "class" || key0 === "object" || key0 === "change" || key0 === "after" || key0 === "noise" || key0 === "attributes")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.class !== void 0) {
      let data0 = data.class;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err6 = { instancePath: instancePath + "/class", schemaPath: "#/properties/class/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/class", schemaPath: "#/properties/class/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.object !== void 0) {
      let data1 = data.object;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err8 = { instancePath: instancePath + "/object", schemaPath: "#/properties/object/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.change !== void 0) {
      let data2 = data.change;
      if (!(data2 === "gone" || data2 === "new" || data2 === "changed")) {
        const err10 = { instancePath: instancePath + "/change", schemaPath: "#/properties/change/enum", keyword: "enum", params: { allowedValues: schema14.properties.change.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.after !== void 0) {
      let data3 = data.after;
      if (!(data3 === "down" || data3 === "re-up")) {
        const err11 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/enum", keyword: "enum", params: { allowedValues: schema14.properties.after.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.noise !== void 0) {
      let data4 = data.noise;
      if (typeof data4 !== "string" && data4 !== null) {
        const err12 = { instancePath: instancePath + "/noise", schemaPath: "#/properties/noise/type", keyword: "type", params: { type: schema14.properties.noise.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.attributes !== void 0) {
      let data5 = data.attributes;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate37(data5[i0], { instancePath: instancePath + "/attributes/" + i0, parentData: data5, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate36.errors = vErrors;
  return errors === 0;
}
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.name === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.file === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.batch === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "batch" }, message: "must have required property 'batch'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.up === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "up" }, message: "must have required property 'up'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.down === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "down" }, message: "must have required property 'down'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.reup === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reup" }, message: "must have required property 'reup'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.schema === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "schema" }, message: "must have required property 'schema'" };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema8.properties, key0)) {
        const err9 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err10 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (typeof data.name !== "string") {
        const err11 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      if (typeof data.file !== "string") {
        const err12 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.downFile !== void 0) {
      if (typeof data.downFile !== "string") {
        const err13 = { instancePath: instancePath + "/downFile", schemaPath: "#/properties/downFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      if (!validate24(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.batch !== void 0) {
      if (typeof data.batch !== "boolean") {
        const err14 = { instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.alone !== void 0) {
      let data6 = data.alone;
      if (!(data6 === "reversible" || data6 === "only-in-group" || data6 === "not-reversible" || data6 === "unknown")) {
        const err15 = { instancePath: instancePath + "/alone", schemaPath: "#/properties/alone/enum", keyword: "enum", params: { allowedValues: schema8.properties.alone.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.group !== void 0) {
      let data7 = data.group;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data7[i0] !== "string") {
            const err16 = { instancePath: instancePath + "/group/" + i0, schemaPath: "#/properties/group/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.up !== void 0) {
      if (!validate26(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
    if (data.down !== void 0) {
      if (!validate26(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
    if (data.reup !== void 0) {
      if (!validate26(data.reup, { instancePath: instancePath + "/reup", parentData: data, parentDataProperty: "reup", rootData })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
    if (data.schema !== void 0) {
      let data12 = data.schema;
      if (Array.isArray(data12)) {
        const len1 = data12.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate36(data12[i1], { instancePath: instancePath + "/schema/" + i1, parentData: data12, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
var schema16 = { "type": "object", "additionalProperties": false, "required": ["migrations", "outcome", "up", "down", "reup", "objects", "schema"], "properties": { "migrations": { "type": "integer", "minimum": 0 }, "outcome": { "enum": ["clean", "noise", "fault", "unknown"] }, "up": { "$ref": "#/definitions/count" }, "down": { "$ref": "#/definitions/count" }, "reup": { "$ref": "#/definitions/count" }, "objects": { "type": "integer", "minimum": 0, "description": "Schema objects compared." }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.ok === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ok" }, message: "must have required property 'ok'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.of === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "of" }, message: "must have required property 'of'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "ok" || key0 === "of")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.ok !== void 0) {
      let data0 = data.ok;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err3 = { instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          const err4 = { instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.of !== void 0) {
      let data1 = data.of;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err5 = { instancePath: instancePath + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/of", schemaPath: "#/properties/of/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate42.errors = vErrors;
  return errors === 0;
}
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.migrations === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "migrations" }, message: "must have required property 'migrations'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.outcome === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.up === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "up" }, message: "must have required property 'up'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.down === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "down" }, message: "must have required property 'down'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.reup === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reup" }, message: "must have required property 'reup'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.objects === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "objects" }, message: "must have required property 'objects'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.schema === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "schema" }, message: "must have required property 'schema'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "migrations" || key0 === "outcome" || key0 === "up" || key0 === "down" || key0 === "reup" || key0 === "objects" || key0 === "schema")) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.migrations !== void 0) {
      let data0 = data.migrations;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err8 = { instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          const err9 = { instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.outcome !== void 0) {
      let data1 = data.outcome;
      if (!(data1 === "clean" || data1 === "noise" || data1 === "fault" || data1 === "unknown")) {
        const err10 = { instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema16.properties.outcome.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.up !== void 0) {
      if (!validate42(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
    if (data.down !== void 0) {
      if (!validate42(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
    if (data.reup !== void 0) {
      if (!validate42(data.reup, { instancePath: instancePath + "/reup", parentData: data, parentDataProperty: "reup", rootData })) {
        vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
        errors = vErrors.length;
      }
    }
    if (data.objects !== void 0) {
      let data5 = data.objects;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err11 = { instancePath: instancePath + "/objects", schemaPath: "#/properties/objects/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 < 0 || isNaN(data5)) {
          const err12 = { instancePath: instancePath + "/objects", schemaPath: "#/properties/objects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
    if (data.schema !== void 0) {
      let data6 = data.schema;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate36(data6[i0], { instancePath: instancePath + "/schema/" + i0, parentData: data6, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
var schema18 = { "type": "object", "additionalProperties": false, "required": ["kind", "version", "startMs"], "properties": { "kind": { "enum": ["embedded", "local", "url"] }, "version": { "type": "string" }, "startMs": { "$ref": "#/definitions/milliseconds" } } };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.startMs === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "startMs" }, message: "must have required property 'startMs'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "kind" || key0 === "version" || key0 === "startMs")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (!(data0 === "embedded" || data0 === "local" || data0 === "url")) {
        const err4 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema18.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err5 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.startMs !== void 0) {
      if (!validate29(data.startMs, { instancePath: instancePath + "/startMs", parentData: data, parentDataProperty: "startMs", rootData })) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.file === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.outcome === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "version" || key0 === "file" || key0 === "outcome" || key0 === "durationMs")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (typeof data.version !== "string") {
        const err4 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      if (typeof data.file !== "string") {
        const err5 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate27(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
        vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
        errors = vErrors.length;
      }
    }
    if (data.durationMs !== void 0) {
      if (!validate29(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.scope === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scope" }, message: "must have required property 'scope'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.migrations === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "migrations" }, message: "must have required property 'migrations'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.timings === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "timings" }, message: "must have required property 'timings'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema7.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.scope !== void 0) {
      let data0 = data.scope;
      if (!(data0 === "new" || data0 === "all")) {
        const err4 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema7.properties.scope.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.layout !== void 0) {
      if (typeof data.layout !== "string") {
        const err5 = { instancePath: instancePath + "/layout", schemaPath: "#/properties/layout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.total !== void 0) {
      let data2 = data.total;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err6 = { instancePath: instancePath + "/total", schemaPath: "#/properties/total/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/total", schemaPath: "#/properties/total/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.migrations !== void 0) {
      let data3 = data.migrations;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate23(data3[i0], { instancePath: instancePath + "/migrations/" + i0, parentData: data3, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.batch !== void 0) {
      if (!validate41(data.batch, { instancePath: instancePath + "/batch", parentData: data, parentDataProperty: "batch", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
    if (data.chain !== void 0) {
      if (!validate41(data.chain, { instancePath: instancePath + "/chain", parentData: data, parentDataProperty: "chain", rootData })) {
        vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
        errors = vErrors.length;
      }
    }
    if (data.engine !== void 0) {
      if (!validate49(data.engine, { instancePath: instancePath + "/engine", parentData: data, parentDataProperty: "engine", rootData })) {
        vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
        errors = vErrors.length;
      }
    }
    if (data.plan !== void 0) {
      let data8 = data.plan;
      if (Array.isArray(data8)) {
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate52(data8[i1], { instancePath: instancePath + "/plan/" + i1, parentData: data8, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.timings !== void 0) {
      let data10 = data.timings;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key1 in data10) {
          if (!validate29(data10[key1], { instancePath: instancePath + "/timings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data10, parentDataProperty: key1, rootData })) {
            vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/timings", schemaPath: "#/properties/timings/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema20 = { "type": "object", "description": "Facts of a rollout; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "steps": { "type": "array", "items": { "$ref": "#/definitions/canaryStepEvidence" }, "description": "Those that were reached, in order." }, "decision": { "$ref": "#/definitions/canaryDecision" }, "samples": { "type": ["string", "null"], "description": "File of the recorded samples, which replays to the same bytes." }, "router": { "$ref": "#/definitions/canaryRouterEvidence" }, "plan": { "$ref": "#/definitions/canaryPlanEvidence" }, "series": { "type": "array", "items": { "$ref": "#/definitions/canaryPoint" } }, "strata": { "$ref": "#/definitions/canaryStrata" }, "placebo": { "$ref": "#/definitions/canaryPlacebo" }, "preflight": { "type": ["array", "object"], "items": { "type": "object", "additionalProperties": true }, "additionalProperties": true, "description": "What can be seen, and when." } } };
var schema21 = { "type": "object", "additionalProperties": true, "required": ["weight", "from", "to", "decision", "strata", "requests", "errors", "logE", "metrics", "share", "breaker"], "properties": { "weight": { "type": "number", "minimum": 0, "maximum": 100, "description": "Percent." }, "from": { "$ref": "#/definitions/moment" }, "to": { "$ref": "#/definitions/moment" }, "decision": { "$ref": "#/definitions/canaryAction" }, "strata": { "type": ["integer", "object"], "minimum": 0, "additionalProperties": true, "description": "Used; or how many of each kind." }, "requests": { "$ref": "#/definitions/bothArms" }, "errors": { "$ref": "#/definitions/bothArms" }, "logE": { "$ref": "#/definitions/logE", "description": "At its end." }, "metrics": { "type": "array", "items": { "$ref": "#/definitions/canaryMetricEvidence" } }, "share": { "$ref": "#/definitions/canaryShare" }, "breaker": { "type": ["boolean", "number", "string", "object", "null"], "description": "The fast part B: whether, or with what, it decided." } } };
var schema22 = { "type": ["string", "number", "null"], "format": "date-time", "description": "UTC as text, or seconds since the rollout began; null: not yet.", "examples": ["2026-11-20T14:03:45Z"] };
var formats0 = require_formats().fullFormats["date-time"];
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema22.type }, message: "must be string,number,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!formats0.validate(data)) {
      const err1 = { instancePath, schemaPath: "#/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
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
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema23.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.canary === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "canary" }, message: "must have required property 'canary'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.baseline === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "baseline" }, message: "must have required property 'baseline'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "canary" || key0 === "baseline")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.canary !== void 0) {
      if (!validate66(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.baseline !== void 0) {
      if (!validate66(data.baseline, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
var schema26 = { "type": ["number", "null"], "description": "Natural logarithm; null: E is 0." };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema26.type }, message: "must be number,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err0 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.logE === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "logE" }, message: "must have required property 'logE'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.weight === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "weight" }, message: "must have required property 'weight'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.logE !== void 0) {
      if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
        vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
        errors = vErrors.length;
      }
    }
    if (data.weight !== void 0) {
      if (!validate75(data.weight, { instancePath: instancePath + "/weight", parentData: data, parentDataProperty: "weight", rootData })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
var schema30 = { "type": ["number", "null"], "minimum": 0, "maximum": 1 };
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema30.type }, message: "must be number,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  validate80.errors = vErrors;
  return errors === 0;
}
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.set === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "set" }, message: "must have required property 'set'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.measured === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "measured" }, message: "must have required property 'measured'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.set !== void 0) {
      if (!validate75(data.set, { instancePath: instancePath + "/set", parentData: data, parentDataProperty: "set", rootData })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.measured !== void 0) {
      if (!validate80(data.measured, { instancePath: instancePath + "/measured", parentData: data, parentDataProperty: "measured", rootData })) {
        vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate78.errors = vErrors;
  return errors === 0;
}
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.weight === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "weight" }, message: "must have required property 'weight'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.from === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.to === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.decision === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "decision" }, message: "must have required property 'decision'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.strata === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strata" }, message: "must have required property 'strata'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.requests === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "requests" }, message: "must have required property 'requests'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.errors === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "errors" }, message: "must have required property 'errors'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.logE === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "logE" }, message: "must have required property 'logE'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.metrics === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "metrics" }, message: "must have required property 'metrics'" };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.share === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "share" }, message: "must have required property 'share'" };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.breaker === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "breaker" }, message: "must have required property 'breaker'" };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.weight !== void 0) {
      let data0 = data.weight;
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          const err11 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err12 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      if (!validate60(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.to !== void 0) {
      if (!validate60(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.decision !== void 0) {
      if (!validate63(data.decision, { instancePath: instancePath + "/decision", parentData: data, parentDataProperty: "decision", rootData })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
    if (data.strata !== void 0) {
      let data4 = data.strata;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4)) && !(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
        const err14 = { instancePath: instancePath + "/strata", schemaPath: "#/properties/strata/type", keyword: "type", params: { type: schema21.properties.strata.type }, message: "must be integer,object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 0 || isNaN(data4)) {
          const err15 = { instancePath: instancePath + "/strata", schemaPath: "#/properties/strata/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.requests !== void 0) {
      if (!validate65(data.requests, { instancePath: instancePath + "/requests", parentData: data, parentDataProperty: "requests", rootData })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
    if (data.errors !== void 0) {
      if (!validate65(data.errors, { instancePath: instancePath + "/errors", parentData: data, parentDataProperty: "errors", rootData })) {
        vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
        errors = vErrors.length;
      }
    }
    if (data.logE !== void 0) {
      if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
        vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
        errors = vErrors.length;
      }
    }
    if (data.metrics !== void 0) {
      let data8 = data.metrics;
      if (Array.isArray(data8)) {
        const len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate73(data8[i0], { instancePath: instancePath + "/metrics/" + i0, parentData: data8, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.share !== void 0) {
      if (!validate78(data.share, { instancePath: instancePath + "/share", parentData: data, parentDataProperty: "share", rootData })) {
        vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
        errors = vErrors.length;
      }
    }
    if (data.breaker !== void 0) {
      let data11 = data.breaker;
      if (typeof data11 !== "boolean" && !(typeof data11 == "number" && isFinite(data11)) && typeof data11 !== "string" && !(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
        const err17 = { instancePath: instancePath + "/breaker", schemaPath: "#/properties/breaker/type", keyword: "type", params: { type: schema21.properties.breaker.type }, message: "must be boolean,number,string,object,null" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.action === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property 'action'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.at === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.logE === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "logE" }, message: "must have required property 'logE'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.action !== void 0) {
      if (!validate63(data.action, { instancePath: instancePath + "/action", parentData: data, parentDataProperty: "action", rootData })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
    if (data.at !== void 0) {
      if (!validate60(data.at, { instancePath: instancePath + "/at", parentData: data, parentDataProperty: "at", rootData })) {
        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
        errors = vErrors.length;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (func4(data2) < 1) {
          const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.logE !== void 0) {
      if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
        vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate84.errors = vErrors;
  return errors === 0;
}
var schema32 = { "type": ["object", "null"], "additionalProperties": true, "required": ["kind", "object", "before", "after"], "properties": { "kind": { "type": "string", "minLength": 1 }, "object": { "type": ["string", "null"] }, "before": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." }, "after": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." } } };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema32.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.object === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "object" }, message: "must have required property 'object'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.before === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "before" }, message: "must have required property 'before'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.after === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "after" }, message: "must have required property 'after'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.object !== void 0) {
      let data1 = data.object;
      if (typeof data1 !== "string" && data1 !== null) {
        const err7 = { instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: schema32.properties.object.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.before !== void 0) {
      let data2 = data.before;
      if (!(typeof data2 == "number" && isFinite(data2)) && data2 !== null) {
        const err8 = { instancePath: instancePath + "/before", schemaPath: "#/properties/before/type", keyword: "type", params: { type: schema32.properties.before.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 > 100 || isNaN(data2)) {
          const err9 = { instancePath: instancePath + "/before", schemaPath: "#/properties/before/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data2 < 0 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/before", schemaPath: "#/properties/before/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
    if (data.after !== void 0) {
      let data3 = data.after;
      if (!(typeof data3 == "number" && isFinite(data3)) && data3 !== null) {
        const err11 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: schema32.properties.after.type }, message: "must be number,null" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 100 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
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
  validate89.errors = vErrors;
  return errors === 0;
}
var pattern1 = new RegExp("^[0-9a-f]{64}$", "u");
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.hash === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hash" }, message: "must have required property 'hash'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.alpha === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "alpha" }, message: "must have required property 'alpha'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.beta === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "beta" }, message: "must have required property 'beta'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.test === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "test" }, message: "must have required property 'test'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.hash !== void 0) {
      let data0 = data.hash;
      if (typeof data0 === "string") {
        if (!pattern1.test(data0)) {
          const err4 = { instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.alpha !== void 0) {
      if (!validate75(data.alpha, { instancePath: instancePath + "/alpha", parentData: data, parentDataProperty: "alpha", rootData })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.beta !== void 0) {
      if (!validate75(data.beta, { instancePath: instancePath + "/beta", parentData: data, parentDataProperty: "beta", rootData })) {
        vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
        errors = vErrors.length;
      }
    }
    if (data.test !== void 0) {
      let data3 = data.test;
      if (typeof data3 === "string") {
        if (func4(data3) < 1) {
          const err6 = { instancePath: instancePath + "/test", schemaPath: "#/properties/test/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/test", schemaPath: "#/properties/test/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.t === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "t" }, message: "must have required property 't'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.logE === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "logE" }, message: "must have required property 'logE'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.canary === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "canary" }, message: "must have required property 'canary'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.baseline === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "baseline" }, message: "must have required property 'baseline'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.t !== void 0) {
      let data0 = data.t;
      if (!(typeof data0 == "number" && isFinite(data0))) {
        const err5 = { instancePath: instancePath + "/t", schemaPath: "#/properties/t/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.step !== void 0) {
      if (!validate66(data.step, { instancePath: instancePath + "/step", parentData: data, parentDataProperty: "step", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.logE !== void 0) {
      if (!validate71(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
        vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
        errors = vErrors.length;
      }
    }
    if (data.canary !== void 0) {
      if (!validate80(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
        vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
        errors = vErrors.length;
      }
    }
    if (data.baseline !== void 0) {
      if (!validate80(data.baseline, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
        vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate95.errors = vErrors;
  return errors === 0;
}
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.used === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "used" }, message: "must have required property 'used'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.dropped === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "dropped" }, message: "must have required property 'dropped'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.used !== void 0) {
      if (!validate66(data.used, { instancePath: instancePath + "/used", parentData: data, parentDataProperty: "used", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.dropped !== void 0) {
      if (!validate66(data.dropped, { instancePath: instancePath + "/dropped", parentData: data, parentDataProperty: "dropped", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate101.errors = vErrors;
  return errors === 0;
}
var schema36 = { "type": ["object", "null"], "additionalProperties": true, "required": ["groups", "reached"], "properties": { "groups": { "$ref": "#/definitions/whole", "description": "Fake canaries." }, "reached": { "$ref": "#/definitions/whole", "description": "Those that looked guilty." } } };
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema36.type }, message: "must be object,null" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.groups === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "groups" }, message: "must have required property 'groups'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reached === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reached" }, message: "must have required property 'reached'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.groups !== void 0) {
      if (!validate66(data.groups, { instancePath: instancePath + "/groups", parentData: data, parentDataProperty: "groups", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
    if (data.reached !== void 0) {
      if (!validate66(data.reached, { instancePath: instancePath + "/reached", parentData: data, parentDataProperty: "reached", rootData })) {
        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
        errors = vErrors.length;
      }
    }
  }
  validate105.errors = vErrors;
  return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.steps !== void 0) {
      let data0 = data.steps;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate59(data0[i0], { instancePath: instancePath + "/steps/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err0 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.decision !== void 0) {
      if (!validate84(data.decision, { instancePath: instancePath + "/decision", parentData: data, parentDataProperty: "decision", rootData })) {
        vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
        errors = vErrors.length;
      }
    }
    if (data.samples !== void 0) {
      let data3 = data.samples;
      if (typeof data3 !== "string" && data3 !== null) {
        const err1 = { instancePath: instancePath + "/samples", schemaPath: "#/properties/samples/type", keyword: "type", params: { type: schema20.properties.samples.type }, message: "must be string,null" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.router !== void 0) {
      if (!validate89(data.router, { instancePath: instancePath + "/router", parentData: data, parentDataProperty: "router", rootData })) {
        vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
        errors = vErrors.length;
      }
    }
    if (data.plan !== void 0) {
      if (!validate91(data.plan, { instancePath: instancePath + "/plan", parentData: data, parentDataProperty: "plan", rootData })) {
        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
        errors = vErrors.length;
      }
    }
    if (data.series !== void 0) {
      let data6 = data.series;
      if (Array.isArray(data6)) {
        const len1 = data6.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate95(data6[i1], { instancePath: instancePath + "/series/" + i1, parentData: data6, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err2 = { instancePath: instancePath + "/series", schemaPath: "#/properties/series/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.strata !== void 0) {
      if (!validate101(data.strata, { instancePath: instancePath + "/strata", parentData: data, parentDataProperty: "strata", rootData })) {
        vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
        errors = vErrors.length;
      }
    }
    if (data.placebo !== void 0) {
      if (!validate105(data.placebo, { instancePath: instancePath + "/placebo", parentData: data, parentDataProperty: "placebo", rootData })) {
        vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
        errors = vErrors.length;
      }
    }
    if (data.preflight !== void 0) {
      let data10 = data.preflight;
      if (!data10 || typeof data10 != "object") {
        const err3 = { instancePath: instancePath + "/preflight", schemaPath: "#/properties/preflight/type", keyword: "type", params: { type: schema20.properties.preflight.type }, message: "must be array,object" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (Array.isArray(data10)) {
        const len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data11 = data10[i2];
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
          } else {
            const err4 = { instancePath: instancePath + "/preflight/" + i2, schemaPath: "#/properties/preflight/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
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
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reasons !== void 0) {
      let data0 = data.reasons;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.blocks !== void 0) {
              if ("no" !== data1.blocks) {
                const err0 = { instancePath: instancePath + "/reasons/" + i0 + "/blocks", schemaPath: "#/properties/reasons/items/properties/blocks/const", keyword: "const", params: { allowedValue: "no" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err0];
                } else {
                  vErrors.push(err0);
                }
                errors++;
              }
            }
          }
        }
      }
    }
    if (data.proofs !== void 0) {
      let data3 = data.proofs;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          const _errs5 = errors;
          let valid6 = true;
          const _errs6 = errors;
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            let missing0;
            if (data4.required === void 0 && (missing0 = "required")) {
              const err1 = {};
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            } else {
              if (data4.required !== void 0) {
                if (true !== data4.required) {
                  const err2 = {};
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
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
                  const err3 = { instancePath: instancePath + "/proofs/" + i1 + "/outcome", schemaPath: "#/properties/proofs/items/then/properties/outcome/const", keyword: "const", params: { allowedValue: "pass" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
              }
            }
            var _valid0 = _errs8 === errors;
            valid6 = _valid0;
          }
          if (!valid6) {
            const err4 = { instancePath: instancePath + "/proofs/" + i1, schemaPath: "#/properties/proofs/items/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
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
  }
  validate110.errors = vErrors;
  return errors === 0;
}
var schema38 = { "enum": ["migrate-gate", "canary-promote", "checklist", "security-scan"] };
function validate112(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "migrate-gate" || data === "canary-promote" || data === "checklist" || data === "security-scan")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema38.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate112.errors = vErrors;
  return errors === 0;
}
var schema39 = { "enum": ["pass", "fail", "unknown"], "description": "unknown never passes: something required could not be proven." };
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "unknown")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema39.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
var schema40 = { "type": "object", "additionalProperties": false, "properties": { "service": { "type": "string", "minLength": 1 }, "repository": { "type": "string", "pattern": "^[^/\\s]+/[^/\\s]+$", "examples": ["acme/order-service"] }, "commit": { "$ref": "#/definitions/commit" }, "base": { "$ref": "#/definitions/commit" }, "ref": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "environment": { "type": "string", "minLength": 1 }, "path": { "type": "string", "description": "What was looked at, from the top of the repository." }, "run": { "$ref": "#/definitions/workflowRun" } } };
var pattern2 = new RegExp("^[^/\\s]+/[^/\\s]+$", "u");
var pattern3 = new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$", "u");
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern3.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" }, message: 'must match pattern "^[0-9a-f]{40}([0-9a-f]{24})?$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
var pattern4 = new RegExp("^[0-9]+$", "u");
function validate120(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.attempt === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "attempt")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err3 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-9]+$" }, message: 'must match pattern "^[0-9]+$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.attempt !== void 0) {
      let data1 = data.attempt;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err5 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 1 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate120.errors = vErrors;
  return errors === 0;
}
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema40.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.service !== void 0) {
      let data0 = data.service;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err1 = { instancePath: instancePath + "/service", schemaPath: "#/properties/service/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/service", schemaPath: "#/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.repository !== void 0) {
      let data1 = data.repository;
      if (typeof data1 === "string") {
        if (!pattern2.test(data1)) {
          const err3 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[^/\\s]+/[^/\\s]+$" }, message: 'must match pattern "^[^/\\s]+/[^/\\s]+$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.commit !== void 0) {
      if (!validate117(data.commit, { instancePath: instancePath + "/commit", parentData: data, parentDataProperty: "commit", rootData })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
    if (data.base !== void 0) {
      if (!validate117(data.base, { instancePath: instancePath + "/base", parentData: data, parentDataProperty: "base", rootData })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
    if (data.ref !== void 0) {
      let data4 = data.ref;
      if (typeof data4 === "string") {
        if (func4(data4) < 1) {
          const err5 = { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.event !== void 0) {
      let data5 = data.event;
      if (typeof data5 === "string") {
        if (func4(data5) < 1) {
          const err7 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.environment !== void 0) {
      let data6 = data.environment;
      if (typeof data6 === "string") {
        if (func4(data6) < 1) {
          const err9 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      if (typeof data.path !== "string") {
        const err11 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.run !== void 0) {
      if (!validate120(data.run, { instancePath: instancePath + "/run", parentData: data, parentDataProperty: "run", rootData })) {
        vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate116.errors = vErrors;
  return errors === 0;
}
var schema43 = { "type": "object", "additionalProperties": false, "required": ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"], "properties": { "code": { "type": "string", "maxLength": 100, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "examples": ["drift", "down-fails"] }, "severity": { "$ref": "#/definitions/severity" }, "blocks": { "$ref": "#/definitions/blocks" }, "title": { "type": "string", "minLength": 1 }, "seen": { "type": "string", "minLength": 1 }, "hurts": { "type": "string", "minLength": 1 }, "mend": { "type": "string", "minLength": 1 }, "repair": { "$ref": "#/definitions/repair" }, "location": { "$ref": "#/definitions/location" }, "excerpt": { "type": "string", "description": "The line of the file at location." }, "docs": { "type": "string", "minLength": 1, "description": "Page of the reason: a URL, or its path in Shipgate's repository." }, "allowance": { "$ref": "#/definitions/allowance" }, "evidence": { "type": "object" } } };
var pattern5 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
var schema44 = { "enum": ["data-loss", "error", "warning", "note"], "description": "Worst first. data-loss and error are faults: they fail the gate." };
function validate124(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "data-loss" || data === "error" || data === "warning" || data === "note")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema44.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate124.errors = vErrors;
  return errors === 0;
}
var schema45 = { "enum": ["fail", "unknown", "no"], "description": "What a reason makes of the outcome." };
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "fail" || data === "unknown" || data === "no")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema45.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate126.errors = vErrors;
  return errors === 0;
}
var schema46 = { "type": "object", "description": "What can be pasted.", "additionalProperties": false, "required": ["language", "text"], "properties": { "language": { "enum": ["sql", "diff", "sh", "yaml"] }, "text": { "type": "string", "minLength": 1 } } };
function validate128(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.language === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "language" }, message: "must have required property 'language'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.text === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" }, message: "must have required property 'text'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "language" || key0 === "text")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data0 = data.language;
      if (!(data0 === "sql" || data0 === "diff" || data0 === "sh" || data0 === "yaml")) {
        const err3 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/enum", keyword: "enum", params: { allowedValues: schema46.properties.language.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      let data1 = data.text;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err4 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate128.errors = vErrors;
  return errors === 0;
}
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.file === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "file" || key0 === "line" || key0 === "column" || key0 === "endColumn")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data0 = data.file;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err2 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.line !== void 0) {
      let data1 = data.line;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err4 = { instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 1 || isNaN(data1)) {
          const err5 = { instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
    if (data.column !== void 0) {
      let data2 = data.column;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err6 = { instancePath: instancePath + "/column", schemaPath: "#/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          const err7 = { instancePath: instancePath + "/column", schemaPath: "#/properties/column/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    if (data.endColumn !== void 0) {
      let data3 = data.endColumn;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 1 || isNaN(data3)) {
          const err9 = { instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate130.errors = vErrors;
  return errors === 0;
}
var schema48 = { "type": "object", "additionalProperties": false, "required": ["by", "reason"], "properties": { "by": { "enum": ["comment", "baseline"] }, "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] } } };
var formats2 = require_formats().fullFormats.date;
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.by === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "by" || key0 === "reason" || key0 === "expires")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data0 = data.by;
      if (!(data0 === "comment" || data0 === "baseline")) {
        const err3 = { instancePath: instancePath + "/by", schemaPath: "#/properties/by/enum", keyword: "enum", params: { allowedValues: schema48.properties.by.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.expires !== void 0) {
      let data2 = data.expires;
      if (typeof data2 === "string") {
        if (!formats2.validate(data2)) {
          const err6 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate132.errors = vErrors;
  return errors === 0;
}
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.code === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.severity === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.blocks === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "blocks" }, message: "must have required property 'blocks'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.title === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.seen === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "seen" }, message: "must have required property 'seen'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.hurts === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "hurts" }, message: "must have required property 'hurts'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.mend === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "mend" }, message: "must have required property 'mend'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.docs === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "docs" }, message: "must have required property 'docs'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.evidence === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "evidence" }, message: "must have required property 'evidence'" };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema43.properties, key0)) {
        const err9 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.code !== void 0) {
      let data0 = data.code;
      if (typeof data0 === "string") {
        if (func4(data0) > 100) {
          const err10 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (!pattern5.test(data0)) {
          const err11 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.severity !== void 0) {
      if (!validate124(data.severity, { instancePath: instancePath + "/severity", parentData: data, parentDataProperty: "severity", rootData })) {
        vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
        errors = vErrors.length;
      }
    }
    if (data.blocks !== void 0) {
      if (!validate126(data.blocks, { instancePath: instancePath + "/blocks", parentData: data, parentDataProperty: "blocks", rootData })) {
        vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      let data3 = data.title;
      if (typeof data3 === "string") {
        if (func4(data3) < 1) {
          const err13 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.seen !== void 0) {
      let data4 = data.seen;
      if (typeof data4 === "string") {
        if (func4(data4) < 1) {
          const err15 = { instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.hurts !== void 0) {
      let data5 = data.hurts;
      if (typeof data5 === "string") {
        if (func4(data5) < 1) {
          const err17 = { instancePath: instancePath + "/hurts", schemaPath: "#/properties/hurts/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/hurts", schemaPath: "#/properties/hurts/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.mend !== void 0) {
      let data6 = data.mend;
      if (typeof data6 === "string") {
        if (func4(data6) < 1) {
          const err19 = { instancePath: instancePath + "/mend", schemaPath: "#/properties/mend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/mend", schemaPath: "#/properties/mend/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.repair !== void 0) {
      if (!validate128(data.repair, { instancePath: instancePath + "/repair", parentData: data, parentDataProperty: "repair", rootData })) {
        vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
        errors = vErrors.length;
      }
    }
    if (data.location !== void 0) {
      if (!validate130(data.location, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
        vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
        errors = vErrors.length;
      }
    }
    if (data.excerpt !== void 0) {
      if (typeof data.excerpt !== "string") {
        const err21 = { instancePath: instancePath + "/excerpt", schemaPath: "#/properties/excerpt/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.docs !== void 0) {
      let data10 = data.docs;
      if (typeof data10 === "string") {
        if (func4(data10) < 1) {
          const err22 = { instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.allowance !== void 0) {
      if (!validate132(data.allowance, { instancePath: instancePath + "/allowance", parentData: data, parentDataProperty: "allowance", rootData })) {
        vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
        errors = vErrors.length;
      }
    }
    if (data.evidence !== void 0) {
      let data12 = data.evidence;
      if (!(data12 && typeof data12 == "object" && !Array.isArray(data12))) {
        const err24 = { instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate123.errors = vErrors;
  return errors === 0;
}
var schema50 = { "enum": ["pass", "fail", "not-proven"] };
function validate136(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "not-proven")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema50.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate136.errors = vErrors;
  return errors === 0;
}
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.required === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "required" }, message: "must have required property 'required'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.outcome === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.seen === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "seen" }, message: "must have required property 'seen'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "required" || key0 === "outcome" || key0 === "seen")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.required !== void 0) {
      if (typeof data.required !== "boolean") {
        const err7 = { instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate136(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
        vErrors = vErrors === null ? validate136.errors : vErrors.concat(validate136.errors);
        errors = vErrors.length;
      }
    }
    if (data.seen !== void 0) {
      let data3 = data.seen;
      if (typeof data3 === "string") {
        if (func4(data3) < 1) {
          const err8 = { instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate135.errors = vErrors;
  return errors === 0;
}
function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "version" || key0 === "commit")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err5 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.commit !== void 0) {
      if (!validate117(data.commit, { instancePath: instancePath + "/commit", parentData: data, parentDataProperty: "commit", rootData })) {
        vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate139.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
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
  }
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
  }
  const _errs15 = errors;
  let valid7 = true;
  const _errs16 = errors;
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
        if ("pass" !== data.outcome) {
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
  var _valid2 = _errs16 === errors;
  errors = _errs15;
  if (vErrors !== null) {
    if (_errs15) {
      vErrors.length = _errs15;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs18 = errors;
    if (!validate110(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
      errors = vErrors.length;
    }
    var _valid2 = _errs18 === errors;
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
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.gate === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "gate" }, message: "must have required property 'gate'" };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.outcome === void 0) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.subject === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'" };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (data.headline === void 0) {
      const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "headline" }, message: "must have required property 'headline'" };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.reasons === void 0) {
      const err14 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reasons" }, message: "must have required property 'reasons'" };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.proofs === void 0) {
      const err15 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "proofs" }, message: "must have required property 'proofs'" };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.evidence === void 0) {
      const err16 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "evidence" }, message: "must have required property 'evidence'" };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    if (data.tool === void 0) {
      const err17 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tool" }, message: "must have required property 'tool'" };
      if (vErrors === null) {
        vErrors = [err17];
      } else {
        vErrors.push(err17);
      }
      errors++;
    }
    if (data.startedAt === void 0) {
      const err18 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "startedAt" }, message: "must have required property 'startedAt'" };
      if (vErrors === null) {
        vErrors = [err18];
      } else {
        vErrors.push(err18);
      }
      errors++;
    }
    if (data.finishedAt === void 0) {
      const err19 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "finishedAt" }, message: "must have required property 'finishedAt'" };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema6.properties, key0)) {
        const err20 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (1 !== data.version) {
        const err21 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.gate !== void 0) {
      if (!validate112(data.gate, { instancePath: instancePath + "/gate", parentData: data, parentDataProperty: "gate", rootData })) {
        vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
        errors = vErrors.length;
      }
    }
    if (data.outcome !== void 0) {
      if (!validate114(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
        vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
        errors = vErrors.length;
      }
    }
    if (data.headline !== void 0) {
      let data8 = data.headline;
      if (typeof data8 === "string") {
        if (func4(data8) > 300) {
          const err22 = { instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func4(data8) < 1) {
          const err23 = { instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.subject !== void 0) {
      if (!validate116(data.subject, { instancePath: instancePath + "/subject", parentData: data, parentDataProperty: "subject", rootData })) {
        vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
        errors = vErrors.length;
      }
    }
    if (data.reasons !== void 0) {
      let data10 = data.reasons;
      if (Array.isArray(data10)) {
        const len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate123(data10[i0], { instancePath: instancePath + "/reasons/" + i0, parentData: data10, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/reasons", schemaPath: "#/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.proofs !== void 0) {
      let data12 = data.proofs;
      if (Array.isArray(data12)) {
        const len1 = data12.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate135(data12[i1], { instancePath: instancePath + "/proofs/" + i1, parentData: data12, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/proofs", schemaPath: "#/properties/proofs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.evidence !== void 0) {
      let data14 = data.evidence;
      if (!(data14 && typeof data14 == "object" && !Array.isArray(data14))) {
        const err27 = { instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.tool !== void 0) {
      if (!validate139(data.tool, { instancePath: instancePath + "/tool", parentData: data, parentDataProperty: "tool", rootData })) {
        vErrors = vErrors === null ? validate139.errors : vErrors.concat(validate139.errors);
        errors = vErrors.length;
      }
    }
    if (data.startedAt !== void 0) {
      let data16 = data.startedAt;
      if (typeof data16 === "string") {
        if (!formats0.validate(data16)) {
          const err28 = { instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.finishedAt !== void 0) {
      let data17 = data.finishedAt;
      if (typeof data17 === "string") {
        if (!formats0.validate(data17)) {
          const err30 = { instancePath: instancePath + "/finishedAt", schemaPath: "#/properties/finishedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      } else {
        const err31 = { instancePath: instancePath + "/finishedAt", schemaPath: "#/properties/finishedAt/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
  } else {
    const err32 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
var validateShipgate = validate142;
function validate143(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "owner")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func4(data0) > 63) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (func4(data0) < 1) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.owner !== void 0) {
      let data1 = data.owner;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err5 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate143.errors = vErrors;
  return errors === 0;
}
var schema55 = { "enum": ["development", "ci", "staging", "pre-production", "production"], "description": "What it is for." };
function validate146(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "development" || data === "ci" || data === "staging" || data === "pre-production" || data === "production")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema55.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate146.errors = vErrors;
  return errors === 0;
}
var pattern6 = new RegExp("^https?://[^\\s/]", "u");
function validate145(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "kind" || key0 === "url")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      if (!validate146(data.kind, { instancePath: instancePath + "/kind", parentData: data, parentDataProperty: "kind", rootData })) {
        vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
        errors = vErrors.length;
      }
    }
    if (data.url !== void 0) {
      let data2 = data.url;
      if (typeof data2 === "string") {
        if (!pattern6.test(data2)) {
          const err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/]" }, message: 'must match pattern "^https?://[^\\s/]"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate145.errors = vErrors;
  return errors === 0;
}
var schema56 = { "type": "object", "description": "Section of migrate-gate.", "additionalProperties": false, "properties": { "path": { "type": "string", "minLength": 1, "description": "Folder of the migrations, from the top of the repository." }, "tool": { "$ref": "#/definitions/migrationTool" }, "scope": { "enum": ["new", "all"], "default": "new", "description": "new: the migrations of this change; all: the whole history." }, "chain": { "type": "boolean", "default": false, "description": "Also the whole history up, all the way down, and up." }, "setup": { "type": "string", "minLength": 1, "description": "SQL file run first in every database: roles, extensions, tables that the tool expects." }, "baseline": { "type": "string", "minLength": 1, "description": "JSON file of known old faults, which do not block." }, "step-timeout": { "type": "string", "pattern": "^[1-9][0-9]*(ms|s|m)$", "examples": ["90s", "2m"], "default": "2m", "description": "Longest time for one migration in one direction." }, "required": { "type": "array", "uniqueItems": true, "minItems": 1, "items": { "$ref": "#/definitions/migrationProof" }, "default": ["round-trip", "schema", "hygiene"], "description": "Proofs without which the gate does not pass." }, "inline-allowances": { "type": "boolean", "default": true, "description": "Whether `-- shipgate: allow` comments in migrations count." }, "fail-on": { "enum": ["error", "warning"], "default": "error", "description": "Least severity that blocks." } } };
var func0 = require_equal().default;
var schema57 = { "enum": ["golang-migrate", "goose", "dbmate", "diesel", "sqlx", "flyway"], "description": "Whose rules the files follow; found from the folder when absent." };
function validate150(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "golang-migrate" || data === "goose" || data === "dbmate" || data === "diesel" || data === "sqlx" || data === "flyway")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema57.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate150.errors = vErrors;
  return errors === 0;
}
var schema58 = { "enum": ["round-trip", "schema", "hygiene"] };
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "round-trip" || data === "schema" || data === "hygiene")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema58.enum }, message: "must be equal to one of the allowed values" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate152.errors = vErrors;
  return errors === 0;
}
var pattern7 = new RegExp("^[1-9][0-9]*(ms|s|m)$", "u");
function validate149(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema56.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data0 = data.path;
      if (typeof data0 === "string") {
        if (func4(data0) < 1) {
          const err1 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.tool !== void 0) {
      if (!validate150(data.tool, { instancePath: instancePath + "/tool", parentData: data, parentDataProperty: "tool", rootData })) {
        vErrors = vErrors === null ? validate150.errors : vErrors.concat(validate150.errors);
        errors = vErrors.length;
      }
    }
    if (data.scope !== void 0) {
      let data2 = data.scope;
      if (!(data2 === "new" || data2 === "all")) {
        const err3 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema56.properties.scope.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.chain !== void 0) {
      if (typeof data.chain !== "boolean") {
        const err4 = { instancePath: instancePath + "/chain", schemaPath: "#/properties/chain/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.setup !== void 0) {
      let data4 = data.setup;
      if (typeof data4 === "string") {
        if (func4(data4) < 1) {
          const err5 = { instancePath: instancePath + "/setup", schemaPath: "#/properties/setup/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/setup", schemaPath: "#/properties/setup/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.baseline !== void 0) {
      let data5 = data.baseline;
      if (typeof data5 === "string") {
        if (func4(data5) < 1) {
          const err7 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data["step-timeout"] !== void 0) {
      let data6 = data["step-timeout"];
      if (typeof data6 === "string") {
        if (!pattern7.test(data6)) {
          const err9 = { instancePath: instancePath + "/step-timeout", schemaPath: "#/properties/step-timeout/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]*(ms|s|m)$" }, message: 'must match pattern "^[1-9][0-9]*(ms|s|m)$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/step-timeout", schemaPath: "#/properties/step-timeout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.required !== void 0) {
      let data7 = data.required;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          const err11 = { instancePath: instancePath + "/required", schemaPath: "#/properties/required/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate152(data7[i0], { instancePath: instancePath + "/required/" + i0, parentData: data7, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
            errors = vErrors.length;
          }
        }
        let i1 = data7.length;
        let j0;
        if (i1 > 1) {
          outer0: for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func0(data7[i1], data7[j0])) {
                const err12 = { instancePath: instancePath + "/required", schemaPath: "#/properties/required/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
                break outer0;
              }
            }
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data["inline-allowances"] !== void 0) {
      if (typeof data["inline-allowances"] !== "boolean") {
        const err14 = { instancePath: instancePath + "/inline-allowances", schemaPath: "#/properties/inline-allowances/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data["fail-on"] !== void 0) {
      let data10 = data["fail-on"];
      if (!(data10 === "error" || data10 === "warning")) {
        const err15 = { instancePath: instancePath + "/fail-on", schemaPath: "#/properties/fail-on/enum", keyword: "enum", params: { allowedValues: schema56.properties["fail-on"].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate149.errors = vErrors;
  return errors === 0;
}
var schema59 = { "type": "object", "description": "Section of canary-promote.", "additionalProperties": false, "properties": { "strategy": { "enum": ["canary", "blue-green", "rolling"], "default": "canary", "description": "canary: 10, 25, 50, 100 %; rolling: 25, 50, 75, 100 % of the replicas; blue-green: all at once." }, "environment": { "type": "string", "minLength": 1, "description": "Where the release goes: one of environments, when those are listed." }, "steps": { "type": "array", "minItems": 1, "maxItems": 50, "items": { "$ref": "#/definitions/canaryStep" }, "description": "Weights rise; the last may be 100. Left out, they are the strategy's own." }, "warm-up": { "$ref": "#/definitions/duration", "default": "0s", "description": "What is counted in the first seconds of each step is not used." }, "interval": { "$ref": "#/definitions/duration", "default": "15s", "description": "Length of a stratum: one scrape interval." }, "request-timeout": { "$ref": "#/definitions/duration", "default": "15s", "description": "Longest time of one request: that long after a change of weight nothing is counted." }, "baseline": { "enum": ["stable", "fresh"], "default": "stable", "description": "What the canary is compared with: the running stable release, or fresh pods of it." }, "mode": { "enum": ["evidence", "literal", "burn-rate"], "default": "evidence", "description": "evidence: by e-processes within alpha; literal: triggers as written; burn-rate: windows of burn-rate." }, "alpha": { "$ref": "#/definitions/share", "default": 0.01, "description": "Probability of rolling back a release that is as good as stable, over the whole rollout." }, "beta": { "$ref": "#/definitions/share", "default": 0.05, "description": "Probability, per step, of promoting a release with twice the errors of stable." }, "margin": { "type": "number", "minimum": 1, "maximum": 100, "default": 1, "description": "The canary may fail this many times as often as stable." }, "floor": { "type": ["string", "number"], "pattern": "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$", "minimum": 0, "maximum": 1, "examples": ["1%", "off"], "default": "1%", "description": "Below this error rate a promotion claims nothing; off: it goes by the comparison alone." }, "assume": { "enum": ["exchangeable", "independent"], "default": "exchangeable", "description": "independent allows test S: requests do not disturb each other, and both arms are read at the same moment." }, "test": { "enum": ["auto", "P", "R", "S"], "default": "auto", "description": "auto: the first of P, R at 15 s, R at 60 s that the placebo accepts." }, "arms": { "$ref": "#/definitions/canaryArms" }, "metrics": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "$ref": "#/definitions/canaryMetric" }, "description": "What is counted in both arms." }, "gauges": { "type": "array", "minItems": 1, "maxItems": 20, "items": { "$ref": "#/definitions/canaryGauge" }, "description": "Limits on single values, which guard outside alpha." }, "triggers": { "$ref": "#/definitions/canaryTriggers" }, "burn-rate": { "$ref": "#/definitions/canaryBurnRate" }, "no-data": { "enum": ["hold", "rollback", "fail"], "default": "hold", "description": "What happens when nothing usable came for no-data-after." }, "no-data-after": { "$ref": "#/definitions/duration", "default": "5m", "description": "This long without a usable stratum." }, "on-cancel": { "enum": ["hold", "rollback"], "default": "hold", "description": "What a cancelled job leaves: the weight as it is, or all on stable." }, "at-max": { "enum": ["hold", "promote", "rollback"], "default": "hold", "description": "What happens to a step that lasted for its max without a decision." }, "soak": { "$ref": "#/definitions/canarySoak" }, "source": { "$ref": "#/definitions/canarySource" }, "router": { "$ref": "#/definitions/canaryRouter" }, "runbook": { "type": "string", "minLength": 1, "description": "Page about the way back, from the top of the repository." } } };
var schema60 = { "type": ["object", "number"], "description": "A weight in percent, or a map.", "exclusiveMinimum": 0, "maximum": 100, "additionalProperties": false, "required": ["weight"], "properties": { "weight": { "type": "number", "exclusiveMinimum": 0, "maximum": 100, "description": "Percent of the traffic on the canary." }, "hold": { "$ref": "#/definitions/duration", "default": "5m", "description": "The step lasts at least this long." }, "max": { "$ref": "#/definitions/duration", "default": "30m", "description": "at-max decides when it lasted this long." }, "manual": { "type": "boolean", "default": false, "description": "A person lets the step go on." } } };
var pattern8 = new RegExp("^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$", "u");
function validate157(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern8.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate157.errors = vErrors;
  return errors === 0;
}
function validate156(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema60.type }, message: "must be object,number" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 100 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data <= 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.weight === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "weight" }, message: "must have required property 'weight'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "weight" || key0 === "hold" || key0 === "max" || key0 === "manual")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.weight !== void 0) {
      let data0 = data.weight;
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          const err5 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data0 <= 0 || isNaN(data0)) {
          const err6 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.hold !== void 0) {
      if (!validate157(data.hold, { instancePath: instancePath + "/hold", parentData: data, parentDataProperty: "hold", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.max !== void 0) {
      if (!validate157(data.max, { instancePath: instancePath + "/max", parentData: data, parentDataProperty: "max", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.manual !== void 0) {
      if (typeof data.manual !== "boolean") {
        const err8 = { instancePath: instancePath + "/manual", schemaPath: "#/properties/manual/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  }
  validate156.errors = vErrors;
  return errors === 0;
}
var schema62 = { "type": ["string", "number"], "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$", "minimum": 0, "maximum": 1, "examples": ["5%", 0.05] };
var pattern9 = new RegExp("^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$", "u");
function validate164(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema62.type }, message: "must be string,number" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$" }, message: 'must match pattern "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"' };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  validate164.errors = vErrors;
  return errors === 0;
}
var pattern11 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern11.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate168.errors = vErrors;
  return errors === 0;
}
function validate167(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "label" || key0 === "pod" || key0 === "canary" || key0 === "stable")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.label !== void 0) {
      if (!validate168(data.label, { instancePath: instancePath + "/label", parentData: data, parentDataProperty: "label", rootData })) {
        vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
        errors = vErrors.length;
      }
    }
    if (data.pod !== void 0) {
      if (!validate168(data.pod, { instancePath: instancePath + "/pod", parentData: data, parentDataProperty: "pod", rootData })) {
        vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
        errors = vErrors.length;
      }
    }
    if (data.canary !== void 0) {
      let data2 = data.canary;
      if (typeof data2 === "string") {
        if (func4(data2) < 1) {
          const err1 = { instancePath: instancePath + "/canary", schemaPath: "#/properties/canary/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/canary", schemaPath: "#/properties/canary/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.stable !== void 0) {
      let data3 = data.stable;
      if (typeof data3 === "string") {
        if (func4(data3) < 1) {
          const err3 = { instancePath: instancePath + "/stable", schemaPath: "#/properties/stable/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/stable", schemaPath: "#/properties/stable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate167.errors = vErrors;
  return errors === 0;
}
var schema65 = { "type": "object", "description": "Errors by total and bad, or latency by histogram and edge.", "additionalProperties": false, "required": ["name"], "properties": { "name": { "$ref": "#/definitions/canaryName", "description": "Unique among metrics and gauges." }, "weight": { "type": "number", "minimum": 0, "default": 1, "description": "Share of the evidence; the weights are brought to a sum of 1." }, "critical": { "type": "boolean", "default": false, "description": "Without its proof no step is promoted." }, "dry-run": { "type": "boolean", "default": false, "description": "Shown, but decides nothing." }, "total": { "type": "string", "minLength": 1, "description": "Selector of the counter of all requests." }, "bad": { "type": "string", "minLength": 1, "description": "Selector of the counter of those that failed." }, "histogram": { "type": "string", "minLength": 1, "description": "Selector of a histogram without _bucket, classic or native." }, "edge": { "type": ["string", "array"], "pattern": "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$", "minItems": 1, "maxItems": 6, "items": { "$ref": "#/definitions/duration" }, "examples": ["2s", ["500ms", "1s", "2s"]], "default": ["500ms", "1s", "2s"], "description": "Bad is slower than this: one duration, or up to six that rise." } } };
var pattern12 = new RegExp("^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", "u");
function validate173(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (func4(data) > 63) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 63 }, message: "must NOT have more than 63 characters" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (!pattern12.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$" }, message: 'must match pattern "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate173.errors = vErrors;
  return errors === 0;
}
function validate172(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "weight" || key0 === "critical" || key0 === "dry-run" || key0 === "total" || key0 === "bad" || key0 === "histogram" || key0 === "edge")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate173(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors);
        errors = vErrors.length;
      }
    }
    if (data.weight !== void 0) {
      let data1 = data.weight;
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err2 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.critical !== void 0) {
      if (typeof data.critical !== "boolean") {
        const err4 = { instancePath: instancePath + "/critical", schemaPath: "#/properties/critical/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data["dry-run"] !== void 0) {
      if (typeof data["dry-run"] !== "boolean") {
        const err5 = { instancePath: instancePath + "/dry-run", schemaPath: "#/properties/dry-run/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.total !== void 0) {
      let data4 = data.total;
      if (typeof data4 === "string") {
        if (func4(data4) < 1) {
          const err6 = { instancePath: instancePath + "/total", schemaPath: "#/properties/total/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/total", schemaPath: "#/properties/total/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.bad !== void 0) {
      let data5 = data.bad;
      if (typeof data5 === "string") {
        if (func4(data5) < 1) {
          const err8 = { instancePath: instancePath + "/bad", schemaPath: "#/properties/bad/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/bad", schemaPath: "#/properties/bad/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.histogram !== void 0) {
      let data6 = data.histogram;
      if (typeof data6 === "string") {
        if (func4(data6) < 1) {
          const err10 = { instancePath: instancePath + "/histogram", schemaPath: "#/properties/histogram/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/histogram", schemaPath: "#/properties/histogram/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.edge !== void 0) {
      let data7 = data.edge;
      if (typeof data7 !== "string" && !Array.isArray(data7)) {
        const err12 = { instancePath: instancePath + "/edge", schemaPath: "#/properties/edge/type", keyword: "type", params: { type: schema65.properties.edge.type }, message: "must be string,array" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data7 === "string") {
        if (!pattern8.test(data7)) {
          const err13 = { instancePath: instancePath + "/edge", schemaPath: "#/properties/edge/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$"' };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
      if (Array.isArray(data7)) {
        if (data7.length > 6) {
          const err14 = { instancePath: instancePath + "/edge", schemaPath: "#/properties/edge/maxItems", keyword: "maxItems", params: { limit: 6 }, message: "must NOT have more than 6 items" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data7.length < 1) {
          const err15 = { instancePath: instancePath + "/edge", schemaPath: "#/properties/edge/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate157(data7[i0], { instancePath: instancePath + "/edge/" + i0, parentData: data7, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
            errors = vErrors.length;
          }
        }
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate172.errors = vErrors;
  return errors === 0;
}
var schema67 = { "type": "object", "description": "One value and its limit.", "additionalProperties": false, "required": ["name", "query"], "properties": { "name": { "$ref": "#/definitions/canaryName", "description": "Unique among metrics and gauges." }, "query": { "type": "string", "minLength": 1, "description": "PromQL that answers with one series." }, "above": { "$ref": "#/definitions/canaryLimit", "description": "Bad is above this." }, "below": { "$ref": "#/definitions/canaryLimit", "description": "Bad is below this." }, "for": { "$ref": "#/definitions/duration", "default": "5m", "description": "The limit is passed this long without a break." }, "action": { "enum": ["rollback", "hold", "warn"], "default": "hold", "description": "What happens then." } } };
var schema68 = { "type": ["string", "number"], "pattern": "^-?[0-9]+(\\.[0-9]+)?(%|ms|s|m|h|d|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$", "examples": ["85%", 1e3, "2s", "512MiB"] };
var pattern14 = new RegExp("^-?[0-9]+(\\.[0-9]+)?(%|ms|s|m|h|d|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$", "u");
function validate179(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema68.type }, message: "must be string,number" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern14.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^-?[0-9]+(\\.[0-9]+)?(%|ms|s|m|h|d|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$" }, message: 'must match pattern "^-?[0-9]+(\\.[0-9]+)?(%|ms|s|m|h|d|B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  validate179.errors = vErrors;
  return errors === 0;
}
function validate177(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.query === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "query" }, message: "must have required property 'query'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "query" || key0 === "above" || key0 === "below" || key0 === "for" || key0 === "action")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      if (!validate173(data.name, { instancePath: instancePath + "/name", parentData: data, parentDataProperty: "name", rootData })) {
        vErrors = vErrors === null ? validate173.errors : vErrors.concat(validate173.errors);
        errors = vErrors.length;
      }
    }
    if (data.query !== void 0) {
      let data1 = data.query;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err3 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      if (!validate179(data.above, { instancePath: instancePath + "/above", parentData: data, parentDataProperty: "above", rootData })) {
        vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors);
        errors = vErrors.length;
      }
    }
    if (data.below !== void 0) {
      if (!validate179(data.below, { instancePath: instancePath + "/below", parentData: data, parentDataProperty: "below", rootData })) {
        vErrors = vErrors === null ? validate179.errors : vErrors.concat(validate179.errors);
        errors = vErrors.length;
      }
    }
    if (data.for !== void 0) {
      if (!validate157(data.for, { instancePath: instancePath + "/for", parentData: data, parentDataProperty: "for", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.action !== void 0) {
      let data5 = data.action;
      if (!(data5 === "rollback" || data5 === "hold" || data5 === "warn")) {
        const err5 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema67.properties.action.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate177.errors = vErrors;
  return errors === 0;
}
var schema70 = { "type": ["object", "string"], "pattern": "^off$", "examples": ["off"], "description": "Share of failed requests: 5 % in 5 minutes when left out.", "additionalProperties": false, "required": ["above"], "properties": { "above": { "$ref": "#/definitions/share", "description": "Bad is above this." }, "window": { "$ref": "#/definitions/duration", "default": "5m", "description": "Over this time." } } };
var pattern15 = new RegExp("^off$", "u");
function validate185(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema70.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern15.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^off$" }, message: 'must match pattern "^off$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.above === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "above" }, message: "must have required property 'above'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "above" || key0 === "window")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      if (!validate164(data.above, { instancePath: instancePath + "/above", parentData: data, parentDataProperty: "above", rootData })) {
        vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
        errors = vErrors.length;
      }
    }
    if (data.window !== void 0) {
      if (!validate157(data.window, { instancePath: instancePath + "/window", parentData: data, parentDataProperty: "window", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
  }
  validate185.errors = vErrors;
  return errors === 0;
}
var schema71 = { "type": ["object", "string"], "pattern": "^off$", "examples": ["off"], "description": "Quantile of the latency: p95 above 2000 ms in 5 minutes when all are left out.", "additionalProperties": false, "required": ["above"], "properties": { "above": { "$ref": "#/definitions/duration", "description": "Bad is above this." }, "window": { "$ref": "#/definitions/duration", "default": "5m", "description": "Over this time." } } };
function validate189(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema71.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern15.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^off$" }, message: 'must match pattern "^off$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.above === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "above" }, message: "must have required property 'above'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "above" || key0 === "window")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.above !== void 0) {
      if (!validate157(data.above, { instancePath: instancePath + "/above", parentData: data, parentDataProperty: "above", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.window !== void 0) {
      if (!validate157(data.window, { instancePath: instancePath + "/window", parentData: data, parentDataProperty: "window", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
  }
  validate189.errors = vErrors;
  return errors === 0;
}
var schema72 = { "type": ["object", "string"], "pattern": "^off$", "examples": ["off"], "description": "Failed health checks: 3 in 2 minutes at /health when left out.", "additionalProperties": false, "properties": { "path": { "type": "string", "pattern": "^/[^\\s]*$", "examples": ["/health"], "default": "/health", "description": "Asked of every canary pod." }, "series": { "type": "string", "minLength": 1, "description": "In its place a gauge that is 1 when a pod is healthy." }, "failures": { "type": "integer", "minimum": 1, "default": 3, "description": "This many." }, "window": { "$ref": "#/definitions/duration", "default": "2m", "description": "Within this time." } } };
var pattern18 = new RegExp("^/[^\\s]*$", "u");
function validate196(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema72.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern15.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^off$" }, message: 'must match pattern "^off$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "path" || key0 === "series" || key0 === "failures" || key0 === "window")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data0 = data.path;
      if (typeof data0 === "string") {
        if (!pattern18.test(data0)) {
          const err3 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[^\\s]*$" }, message: 'must match pattern "^/[^\\s]*$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.series !== void 0) {
      let data1 = data.series;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err5 = { instancePath: instancePath + "/series", schemaPath: "#/properties/series/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/series", schemaPath: "#/properties/series/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.failures !== void 0) {
      let data2 = data.failures;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          const err8 = { instancePath: instancePath + "/failures", schemaPath: "#/properties/failures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.window !== void 0) {
      if (!validate157(data.window, { instancePath: instancePath + "/window", parentData: data, parentDataProperty: "window", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
  }
  validate196.errors = vErrors;
  return errors === 0;
}
function validate184(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "error-rate" || key0 === "latency-p50" || key0 === "latency-p90" || key0 === "latency-p95" || key0 === "latency-p99" || key0 === "health")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data["error-rate"] !== void 0) {
      if (!validate185(data["error-rate"], { instancePath: instancePath + "/error-rate", parentData: data, parentDataProperty: "error-rate", rootData })) {
        vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
        errors = vErrors.length;
      }
    }
    if (data["latency-p50"] !== void 0) {
      if (!validate189(data["latency-p50"], { instancePath: instancePath + "/latency-p50", parentData: data, parentDataProperty: "latency-p50", rootData })) {
        vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
        errors = vErrors.length;
      }
    }
    if (data["latency-p90"] !== void 0) {
      if (!validate189(data["latency-p90"], { instancePath: instancePath + "/latency-p90", parentData: data, parentDataProperty: "latency-p90", rootData })) {
        vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
        errors = vErrors.length;
      }
    }
    if (data["latency-p95"] !== void 0) {
      if (!validate189(data["latency-p95"], { instancePath: instancePath + "/latency-p95", parentData: data, parentDataProperty: "latency-p95", rootData })) {
        vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
        errors = vErrors.length;
      }
    }
    if (data["latency-p99"] !== void 0) {
      if (!validate189(data["latency-p99"], { instancePath: instancePath + "/latency-p99", parentData: data, parentDataProperty: "latency-p99", rootData })) {
        vErrors = vErrors === null ? validate189.errors : vErrors.concat(validate189.errors);
        errors = vErrors.length;
      }
    }
    if (data.health !== void 0) {
      if (!validate196(data.health, { instancePath: instancePath + "/health", parentData: data, parentDataProperty: "health", rootData })) {
        vErrors = vErrors === null ? validate196.errors : vErrors.concat(validate196.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate184.errors = vErrors;
  return errors === 0;
}
function validate202(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.long === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "long" }, message: "must have required property 'long'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.short === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "short" }, message: "must have required property 'short'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.factor === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "factor" }, message: "must have required property 'factor'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "long" || key0 === "short" || key0 === "factor")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.long !== void 0) {
      if (!validate157(data.long, { instancePath: instancePath + "/long", parentData: data, parentDataProperty: "long", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.short !== void 0) {
      if (!validate157(data.short, { instancePath: instancePath + "/short", parentData: data, parentDataProperty: "short", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.factor !== void 0) {
      let data2 = data.factor;
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 <= 0 || isNaN(data2)) {
          const err4 = { instancePath: instancePath + "/factor", schemaPath: "#/properties/factor/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/factor", schemaPath: "#/properties/factor/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate202.errors = vErrors;
  return errors === 0;
}
function validate200(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.slo === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "slo" }, message: "must have required property 'slo'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "slo" || key0 === "windows")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.slo !== void 0) {
      if (!validate164(data.slo, { instancePath: instancePath + "/slo", parentData: data, parentDataProperty: "slo", rootData })) {
        vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
        errors = vErrors.length;
      }
    }
    if (data.windows !== void 0) {
      let data1 = data.windows;
      if (Array.isArray(data1)) {
        if (data1.length > 10) {
          const err2 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/maxItems", keyword: "maxItems", params: { limit: 10 }, message: "must NOT have more than 10 items" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data1.length < 1) {
          const err3 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate202(data1[i0], { instancePath: instancePath + "/windows/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate202.errors : vErrors.concat(validate202.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/windows", schemaPath: "#/properties/windows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate200.errors = vErrors;
  return errors === 0;
}
var schema75 = { "type": ["object", "string"], "pattern": "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$", "examples": ["24h"], "description": "Watched after the last step: a duration, or a map. A limit that is left out has its default; off switches it off.", "additionalProperties": false, "properties": { "duration": { "$ref": "#/definitions/duration", "default": "24h", "description": "Watched this long." }, "error-rate": { "$ref": "#/definitions/shareOrOff", "default": "0.1%", "description": "Breached above this." }, "latency-p95": { "type": "string", "pattern": "^(off|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$", "examples": ["200ms", "off"], "default": "200ms", "description": "Breached above this." }, "availability": { "$ref": "#/definitions/shareOrOff", "default": "99.9%", "description": "Breached below this." }, "critical-alerts": { "type": ["integer", "string"], "pattern": "^off$", "minimum": 0, "examples": [0, "off"], "default": 0, "description": "Breached above this many firing critical alerts." } } };
var pattern21 = new RegExp("^(off|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$", "u");
var schema76 = { "type": ["string", "number"], "pattern": "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$", "minimum": 0, "maximum": 1, "examples": ["1%", "off"] };
var pattern10 = new RegExp("^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$", "u");
function validate210(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema76.type }, message: "must be string,number" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 0 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern10.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$" }, message: 'must match pattern "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$"' };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  validate210.errors = vErrors;
  return errors === 0;
}
function validate208(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema75.type }, message: "must be object,string" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (!pattern8.test(data)) {
      const err1 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$" }, message: 'must match pattern "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$"' };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "duration" || key0 === "error-rate" || key0 === "latency-p95" || key0 === "availability" || key0 === "critical-alerts")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.duration !== void 0) {
      if (!validate157(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data["error-rate"] !== void 0) {
      if (!validate210(data["error-rate"], { instancePath: instancePath + "/error-rate", parentData: data, parentDataProperty: "error-rate", rootData })) {
        vErrors = vErrors === null ? validate210.errors : vErrors.concat(validate210.errors);
        errors = vErrors.length;
      }
    }
    if (data["latency-p95"] !== void 0) {
      let data2 = data["latency-p95"];
      if (typeof data2 === "string") {
        if (!pattern21.test(data2)) {
          const err3 = { instancePath: instancePath + "/latency-p95", schemaPath: "#/properties/latency-p95/pattern", keyword: "pattern", params: { pattern: "^(off|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$" }, message: 'must match pattern "^(off|[0-9]+(\\.[0-9]+)?(ms|s|m|h|d))$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/latency-p95", schemaPath: "#/properties/latency-p95/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.availability !== void 0) {
      if (!validate210(data.availability, { instancePath: instancePath + "/availability", parentData: data, parentDataProperty: "availability", rootData })) {
        vErrors = vErrors === null ? validate210.errors : vErrors.concat(validate210.errors);
        errors = vErrors.length;
      }
    }
    if (data["critical-alerts"] !== void 0) {
      let data4 = data["critical-alerts"];
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4)) && typeof data4 !== "string") {
        const err5 = { instancePath: instancePath + "/critical-alerts", schemaPath: "#/properties/critical-alerts/type", keyword: "type", params: { type: schema75.properties["critical-alerts"].type }, message: "must be integer,string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 0 || isNaN(data4)) {
          const err6 = { instancePath: instancePath + "/critical-alerts", schemaPath: "#/properties/critical-alerts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (typeof data4 === "string") {
        if (!pattern15.test(data4)) {
          const err7 = { instancePath: instancePath + "/critical-alerts", schemaPath: "#/properties/critical-alerts/pattern", keyword: "pattern", params: { pattern: "^off$" }, message: 'must match pattern "^off$"' };
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
  validate208.errors = vErrors;
  return errors === 0;
}
var schema77 = { "type": "object", "description": "Where the counts come from. Secrets stand in environment variables; the file names those.", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "enum": ["prometheus", "scrape", "recorded"], "description": "prometheus: its HTTP API; scrape: the pods' own metrics pages; recorded: a file of an earlier run." }, "url": { "type": "string", "pattern": "^https?://[^\\s/@]+(/[^\\s]*)?$", "examples": ["https://prometheus.example.com"], "description": "prometheus: its address." }, "token-env": { "$ref": "#/definitions/variableName", "description": "prometheus: variable that holds a bearer token." }, "basic-env": { "$ref": "#/definitions/variableName", "description": "prometheus: variable that holds user:password." }, "headers-env": { "type": "object", "additionalProperties": { "$ref": "#/definitions/variableName" }, "description": "prometheus: header, and the variable that holds its value." }, "ca-file": { "type": "string", "minLength": 1, "description": "prometheus: certificate authority, PEM." }, "cert-file": { "type": "string", "minLength": 1, "description": "prometheus: client certificate, PEM." }, "key-file": { "type": "string", "minLength": 1, "description": "prometheus: key of the client certificate, PEM." }, "targets": { "type": "array", "minItems": 1, "maxItems": 500, "items": { "$ref": "#/definitions/canaryTarget" }, "description": "scrape: the pods." }, "file": { "type": "string", "minLength": 1, "description": "recorded: the samples of an earlier run." }, "timeout": { "$ref": "#/definitions/duration", "default": "10s", "description": "prometheus, scrape: longest time of one answer." } } };
var pattern23 = new RegExp("^https?://[^\\s/@]+(/[^\\s]*)?$", "u");
var pattern24 = new RegExp("^[A-Z_][A-Z0-9_]*$", "u");
function validate215(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data === "string") {
    if (!pattern24.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Z_][A-Z0-9_]*$" }, message: 'must match pattern "^[A-Z_][A-Z0-9_]*$"' };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate215.errors = vErrors;
  return errors === 0;
}
var schema79 = { "type": "object", "description": "One pod's metrics page.", "additionalProperties": false, "required": ["url", "pod", "arm"], "properties": { "url": { "type": "string", "pattern": "^https?://[^\\s/@]+(/[^\\s]*)?$", "examples": ["http://10.0.0.7:8080/metrics"], "description": "Page in OpenMetrics or Prometheus text." }, "pod": { "type": "string", "minLength": 1, "description": "Its name, once in the list." }, "arm": { "enum": ["canary", "stable"], "description": "Which release it runs." } } };
function validate219(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.pod === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pod" }, message: "must have required property 'pod'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.arm === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "arm" }, message: "must have required property 'arm'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "pod" || key0 === "arm")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (!pattern23.test(data0)) {
          const err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/@]+(/[^\\s]*)?$" }, message: 'must match pattern "^https?://[^\\s/@]+(/[^\\s]*)?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.pod !== void 0) {
      let data1 = data.pod;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err6 = { instancePath: instancePath + "/pod", schemaPath: "#/properties/pod/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/pod", schemaPath: "#/properties/pod/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.arm !== void 0) {
      let data2 = data.arm;
      if (!(data2 === "canary" || data2 === "stable")) {
        const err8 = { instancePath: instancePath + "/arm", schemaPath: "#/properties/arm/enum", keyword: "enum", params: { allowedValues: schema79.properties.arm.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate219.errors = vErrors;
  return errors === 0;
}
function validate214(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema77.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (!(data0 === "prometheus" || data0 === "scrape" || data0 === "recorded")) {
        const err2 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema77.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data1 = data.url;
      if (typeof data1 === "string") {
        if (!pattern23.test(data1)) {
          const err3 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/@]+(/[^\\s]*)?$" }, message: 'must match pattern "^https?://[^\\s/@]+(/[^\\s]*)?$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data["token-env"] !== void 0) {
      if (!validate215(data["token-env"], { instancePath: instancePath + "/token-env", parentData: data, parentDataProperty: "token-env", rootData })) {
        vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
        errors = vErrors.length;
      }
    }
    if (data["basic-env"] !== void 0) {
      if (!validate215(data["basic-env"], { instancePath: instancePath + "/basic-env", parentData: data, parentDataProperty: "basic-env", rootData })) {
        vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
        errors = vErrors.length;
      }
    }
    if (data["headers-env"] !== void 0) {
      let data4 = data["headers-env"];
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key1 in data4) {
          if (!validate215(data4[key1], { instancePath: instancePath + "/headers-env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data4, parentDataProperty: key1, rootData })) {
            vErrors = vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/headers-env", schemaPath: "#/properties/headers-env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data["ca-file"] !== void 0) {
      let data6 = data["ca-file"];
      if (typeof data6 === "string") {
        if (func4(data6) < 1) {
          const err6 = { instancePath: instancePath + "/ca-file", schemaPath: "#/properties/ca-file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/ca-file", schemaPath: "#/properties/ca-file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data["cert-file"] !== void 0) {
      let data7 = data["cert-file"];
      if (typeof data7 === "string") {
        if (func4(data7) < 1) {
          const err8 = { instancePath: instancePath + "/cert-file", schemaPath: "#/properties/cert-file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/cert-file", schemaPath: "#/properties/cert-file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data["key-file"] !== void 0) {
      let data8 = data["key-file"];
      if (typeof data8 === "string") {
        if (func4(data8) < 1) {
          const err10 = { instancePath: instancePath + "/key-file", schemaPath: "#/properties/key-file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/key-file", schemaPath: "#/properties/key-file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.targets !== void 0) {
      let data9 = data.targets;
      if (Array.isArray(data9)) {
        if (data9.length > 500) {
          const err12 = { instancePath: instancePath + "/targets", schemaPath: "#/properties/targets/maxItems", keyword: "maxItems", params: { limit: 500 }, message: "must NOT have more than 500 items" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data9.length < 1) {
          const err13 = { instancePath: instancePath + "/targets", schemaPath: "#/properties/targets/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate219(data9[i0], { instancePath: instancePath + "/targets/" + i0, parentData: data9, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate219.errors : vErrors.concat(validate219.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/targets", schemaPath: "#/properties/targets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data11 = data.file;
      if (typeof data11 === "string") {
        if (func4(data11) < 1) {
          const err15 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.timeout !== void 0) {
      if (!validate157(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate214.errors = vErrors;
  return errors === 0;
}
var schema80 = { "type": "object", "description": "What moves the traffic; this release decides and moves none.", "additionalProperties": true, "required": ["kind"], "properties": { "kind": { "enum": ["none", "istio", "gateway-api", "argo-rollouts", "replicas", "blue-green", "haproxy", "gitops"], "default": "none", "description": "none: only decide. The others are words of the next release." } } };
function validate223(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (!(data0 === "none" || data0 === "istio" || data0 === "gateway-api" || data0 === "argo-rollouts" || data0 === "replicas" || data0 === "blue-green" || data0 === "haproxy" || data0 === "gitops")) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema80.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate223.errors = vErrors;
  return errors === 0;
}
function validate155(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema59.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.strategy !== void 0) {
      let data0 = data.strategy;
      if (!(data0 === "canary" || data0 === "blue-green" || data0 === "rolling")) {
        const err1 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema59.properties.strategy.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.environment !== void 0) {
      let data1 = data.environment;
      if (typeof data1 === "string") {
        if (func4(data1) < 1) {
          const err2 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      let data2 = data.steps;
      if (Array.isArray(data2)) {
        if (data2.length > 50) {
          const err4 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err5 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate156(data2[i0], { instancePath: instancePath + "/steps/" + i0, parentData: data2, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate156.errors : vErrors.concat(validate156.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data["warm-up"] !== void 0) {
      if (!validate157(data["warm-up"], { instancePath: instancePath + "/warm-up", parentData: data, parentDataProperty: "warm-up", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.interval !== void 0) {
      if (!validate157(data.interval, { instancePath: instancePath + "/interval", parentData: data, parentDataProperty: "interval", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data["request-timeout"] !== void 0) {
      if (!validate157(data["request-timeout"], { instancePath: instancePath + "/request-timeout", parentData: data, parentDataProperty: "request-timeout", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data.baseline !== void 0) {
      let data7 = data.baseline;
      if (!(data7 === "stable" || data7 === "fresh")) {
        const err7 = { instancePath: instancePath + "/baseline", schemaPath: "#/properties/baseline/enum", keyword: "enum", params: { allowedValues: schema59.properties.baseline.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.mode !== void 0) {
      let data8 = data.mode;
      if (!(data8 === "evidence" || data8 === "literal" || data8 === "burn-rate")) {
        const err8 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema59.properties.mode.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.alpha !== void 0) {
      if (!validate164(data.alpha, { instancePath: instancePath + "/alpha", parentData: data, parentDataProperty: "alpha", rootData })) {
        vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
        errors = vErrors.length;
      }
    }
    if (data.beta !== void 0) {
      if (!validate164(data.beta, { instancePath: instancePath + "/beta", parentData: data, parentDataProperty: "beta", rootData })) {
        vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
        errors = vErrors.length;
      }
    }
    if (data.margin !== void 0) {
      let data11 = data.margin;
      if (typeof data11 == "number" && isFinite(data11)) {
        if (data11 > 100 || isNaN(data11)) {
          const err9 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data11 < 1 || isNaN(data11)) {
          const err10 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/margin", schemaPath: "#/properties/margin/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.floor !== void 0) {
      let data12 = data.floor;
      if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12))) {
        const err12 = { instancePath: instancePath + "/floor", schemaPath: "#/properties/floor/type", keyword: "type", params: { type: schema59.properties.floor.type }, message: "must be string,number" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 1 || isNaN(data12)) {
          const err13 = { instancePath: instancePath + "/floor", schemaPath: "#/properties/floor/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data12 < 0 || isNaN(data12)) {
          const err14 = { instancePath: instancePath + "/floor", schemaPath: "#/properties/floor/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
      if (typeof data12 === "string") {
        if (!pattern10.test(data12)) {
          const err15 = { instancePath: instancePath + "/floor", schemaPath: "#/properties/floor/pattern", keyword: "pattern", params: { pattern: "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$" }, message: 'must match pattern "^(off|(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%)$"' };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
    }
    if (data.assume !== void 0) {
      let data13 = data.assume;
      if (!(data13 === "exchangeable" || data13 === "independent")) {
        const err16 = { instancePath: instancePath + "/assume", schemaPath: "#/properties/assume/enum", keyword: "enum", params: { allowedValues: schema59.properties.assume.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.test !== void 0) {
      let data14 = data.test;
      if (!(data14 === "auto" || data14 === "P" || data14 === "R" || data14 === "S")) {
        const err17 = { instancePath: instancePath + "/test", schemaPath: "#/properties/test/enum", keyword: "enum", params: { allowedValues: schema59.properties.test.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.arms !== void 0) {
      if (!validate167(data.arms, { instancePath: instancePath + "/arms", parentData: data, parentDataProperty: "arms", rootData })) {
        vErrors = vErrors === null ? validate167.errors : vErrors.concat(validate167.errors);
        errors = vErrors.length;
      }
    }
    if (data.metrics !== void 0) {
      let data16 = data.metrics;
      if (Array.isArray(data16)) {
        if (data16.length > 20) {
          const err18 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (data16.length < 1) {
          const err19 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        const len1 = data16.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate172(data16[i1], { instancePath: instancePath + "/metrics/" + i1, parentData: data16, parentDataProperty: i1, rootData })) {
            vErrors = vErrors === null ? validate172.errors : vErrors.concat(validate172.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.gauges !== void 0) {
      let data18 = data.gauges;
      if (Array.isArray(data18)) {
        if (data18.length > 20) {
          const err21 = { instancePath: instancePath + "/gauges", schemaPath: "#/properties/gauges/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data18.length < 1) {
          const err22 = { instancePath: instancePath + "/gauges", schemaPath: "#/properties/gauges/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (!validate177(data18[i2], { instancePath: instancePath + "/gauges/" + i2, parentData: data18, parentDataProperty: i2, rootData })) {
            vErrors = vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/gauges", schemaPath: "#/properties/gauges/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.triggers !== void 0) {
      if (!validate184(data.triggers, { instancePath: instancePath + "/triggers", parentData: data, parentDataProperty: "triggers", rootData })) {
        vErrors = vErrors === null ? validate184.errors : vErrors.concat(validate184.errors);
        errors = vErrors.length;
      }
    }
    if (data["burn-rate"] !== void 0) {
      if (!validate200(data["burn-rate"], { instancePath: instancePath + "/burn-rate", parentData: data, parentDataProperty: "burn-rate", rootData })) {
        vErrors = vErrors === null ? validate200.errors : vErrors.concat(validate200.errors);
        errors = vErrors.length;
      }
    }
    if (data["no-data"] !== void 0) {
      let data22 = data["no-data"];
      if (!(data22 === "hold" || data22 === "rollback" || data22 === "fail")) {
        const err24 = { instancePath: instancePath + "/no-data", schemaPath: "#/properties/no-data/enum", keyword: "enum", params: { allowedValues: schema59.properties["no-data"].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data["no-data-after"] !== void 0) {
      if (!validate157(data["no-data-after"], { instancePath: instancePath + "/no-data-after", parentData: data, parentDataProperty: "no-data-after", rootData })) {
        vErrors = vErrors === null ? validate157.errors : vErrors.concat(validate157.errors);
        errors = vErrors.length;
      }
    }
    if (data["on-cancel"] !== void 0) {
      let data24 = data["on-cancel"];
      if (!(data24 === "hold" || data24 === "rollback")) {
        const err25 = { instancePath: instancePath + "/on-cancel", schemaPath: "#/properties/on-cancel/enum", keyword: "enum", params: { allowedValues: schema59.properties["on-cancel"].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data["at-max"] !== void 0) {
      let data25 = data["at-max"];
      if (!(data25 === "hold" || data25 === "promote" || data25 === "rollback")) {
        const err26 = { instancePath: instancePath + "/at-max", schemaPath: "#/properties/at-max/enum", keyword: "enum", params: { allowedValues: schema59.properties["at-max"].enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.soak !== void 0) {
      if (!validate208(data.soak, { instancePath: instancePath + "/soak", parentData: data, parentDataProperty: "soak", rootData })) {
        vErrors = vErrors === null ? validate208.errors : vErrors.concat(validate208.errors);
        errors = vErrors.length;
      }
    }
    if (data.source !== void 0) {
      if (!validate214(data.source, { instancePath: instancePath + "/source", parentData: data, parentDataProperty: "source", rootData })) {
        vErrors = vErrors === null ? validate214.errors : vErrors.concat(validate214.errors);
        errors = vErrors.length;
      }
    }
    if (data.router !== void 0) {
      if (!validate223(data.router, { instancePath: instancePath + "/router", parentData: data, parentDataProperty: "router", rootData })) {
        vErrors = vErrors === null ? validate223.errors : vErrors.concat(validate223.errors);
        errors = vErrors.length;
      }
    }
    if (data.runbook !== void 0) {
      let data29 = data.runbook;
      if (typeof data29 === "string") {
        if (func4(data29) < 1) {
          const err27 = { instancePath: instancePath + "/runbook", schemaPath: "#/properties/runbook/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/runbook", schemaPath: "#/properties/runbook/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate155.errors = vErrors;
  return errors === 0;
}
function validate142(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.version !== void 0) {
      if (1 !== data.version) {
        const err1 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.service !== void 0) {
      if (!validate143(data.service, { instancePath: instancePath + "/service", parentData: data, parentDataProperty: "service", rootData })) {
        vErrors = vErrors === null ? validate143.errors : vErrors.concat(validate143.errors);
        errors = vErrors.length;
      }
    }
    if (data.environments !== void 0) {
      let data2 = data.environments;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err2 = { instancePath: instancePath + "/environments", schemaPath: "#/properties/environments/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate145(data2[i0], { instancePath: instancePath + "/environments/" + i0, parentData: data2, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate145.errors : vErrors.concat(validate145.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/environments", schemaPath: "#/properties/environments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.migrations !== void 0) {
      if (!validate149(data.migrations, { instancePath: instancePath + "/migrations", parentData: data, parentDataProperty: "migrations", rootData })) {
        vErrors = vErrors === null ? validate149.errors : vErrors.concat(validate149.errors);
        errors = vErrors.length;
      }
    }
    if (data.canary !== void 0) {
      if (!validate155(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
        vErrors = vErrors === null ? validate155.errors : vErrors.concat(validate155.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate142.errors = vErrors;
  return errors === 0;
}

// schemas/src/json-schema.ts
function dereference(schema3, root) {
  const { $ref, ...own } = schema3;
  if ($ref === void 0) return schema3;
  const target = root.definitions?.[$ref.replace("#/definitions/", "")];
  if (target === void 0) throw new Error(`${$ref} is not in the schema`);
  return { ...dereference(target, root), ...own };
}
function schemaAlong(path, from, root) {
  return path.reduce(
    (schema3, segment) => {
      const properties = schema3.properties ?? {};
      const next = schema3.items ?? (Object.hasOwn(properties, segment) ? properties[segment] : void 0);
      return next === void 0 ? {} : dereference(next, root);
    },
    dereference(from, root)
  );
}

// schemas/src/schema-faults.ts
function findingsOf(document, errors) {
  return errors.filter((error) => isNews(document, error)).map((error) => findingOf(document, error));
}
function isNews(document, error) {
  if (error.keyword === "if") return false;
  const value = valueAt(document.value, error.instancePath);
  if (error.keyword !== "required") return value !== void 0;
  return !Object.hasOwn(Object(value), textParameter(error, "missingProperty"));
}
function findingOf(document, error) {
  const pointer = error.instancePath;
  const { keyword } = error;
  if (keyword === "additionalProperties") return unknownKey(document, error);
  if (keyword === "required") return missingKey(document, error);
  if (keyword === "uniqueItems") return repeatedItem(document, error);
  const value = valueAt(document.value, pointer);
  const words = wordsOf(document, error, pathOf(pointer) || "the file", value);
  return { pointer, keyword, range: rangeOfValue(document.places, pointer), words };
}
function unknownKey(document, error) {
  const name = textParameter(error, "additionalProperty");
  const known = Object.keys(document.schemaAt(error.instancePath).properties ?? {});
  const owner = pathOf(error.instancePath) || "the file";
  const guess = suggest(name, known);
  const page = `All keys: ${document.keysPage(error.instancePath)}`;
  const words = {
    title: `unknown key "${name}" in ${owner}`,
    expected: known.length <= 4 ? listText(known) : `a key of ${owner}`,
    got: name,
    do: guess === void 0 ? `remove it. ${page}` : `did you mean "${guess}"? ${page}`
  };
  const pointer = pointerTo(error.instancePath, name);
  return { pointer, keyword: error.keyword, range: rangeOfKey(document.places, pointer), words };
}
function missingKey(document, error) {
  const pointer = error.instancePath;
  const name = textParameter(error, "missingProperty");
  const properties = document.schemaAt(pointer).properties ?? {};
  const constant = properties[name]?.const;
  const present = Object.keys(Object(valueAt(document.value, pointer)));
  const meant = present.find((key) => !Object.hasOwn(properties, key) && suggest(key, [name]) !== void 0);
  const words = {
    title: `${pathOf(pointer) || "the file"} has no ${name}`,
    expected: `the key ${name}`,
    got: "no such key",
    do: `add ${name}: ${constant === void 0 ? "..." : shownValue(constant)}`
  };
  const related = meant === void 0 ? void 0 : rangeOfKey(document.places, pointerTo(pointer, meant));
  const range = rangeOfKey(document.places, pointer);
  if (related === void 0) return { pointer, keyword: error.keyword, range, words };
  return { pointer, keyword: error.keyword, range, words: { ...words, related: placeText(document.source, related) } };
}
function repeatedItem(document, error) {
  const indices = [numberParameter(error, "i"), numberParameter(error, "j")].toSorted((a, b) => a - b);
  const [first, second] = indices.map((index) => pointerTo(error.instancePath, index));
  const words = {
    title: `${pathOf(error.instancePath)} has an entry twice`,
    expected: "each entry once",
    got: shownValue(valueAt(document.value, second ?? "")),
    do: "keep one of the two",
    related: placeText(document.source, rangeOfValue(document.places, first ?? ""))
  };
  return {
    pointer: error.instancePath,
    keyword: error.keyword,
    range: rangeOfValue(document.places, second ?? ""),
    words
  };
}
function wordsOf(document, error, path, value) {
  switch (error.keyword) {
    case "type":
      return wrongType(error, path, value);
    case "const":
      return wrongConstant(error, path, value);
    case "enum":
      return wrongChoice(error, path, value);
    case "pattern":
    case "format":
      return wrongForm(document.schemaAt(error.instancePath), error, path, value);
    case "minLength":
      return { title: `${path} is empty`, expected: "some text", got: "no text", do: "fill it in" };
    default:
      return wrongSize(error, path, value);
  }
}
function wrongType(error, path, value) {
  const types = [error.params["type"]].flat().flatMap((type) => type.split(","));
  const expected = listText(types.map(nameOfType));
  return { title: `${path} must be ${expected}`, expected, got: kindText(value), do: typeRemedy(types, value) };
}
function typeRemedy(types, value) {
  if (value === null) return "give a value, or drop the key";
  const isScalar2 = typeof value !== "object";
  if (types.includes("string") && isScalar2) return `put it in quotes: "${String(value)}"`;
  if (types.includes("array") && isScalar2) return `write a list: [${String(value)}]`;
  if (types.includes("boolean")) {
    if (/^(yes|on|y|true)$/i.test(String(value))) return "write true";
    return /^(no|off|n|false)$/i.test(String(value)) ? "write false" : "write true or false";
  }
  return `give ${listText(types.map(nameOfType))}`;
}
function wrongConstant(error, path, value) {
  const allowed = error.params["allowedValue"];
  if (path === "version") return wrongVersion(allowed, value);
  const isPassing = /^(reasons|proofs)\[/.test(path);
  const title = `${path} must be ${shownValue(allowed)}${isPassing ? " in a verdict that passes" : ""}`;
  const remedy = isPassing ? "give the outcome that follows from reasons and proofs" : `write ${shownValue(allowed)}`;
  return {
    title,
    expected: shownValue(allowed),
    got: typeof value === typeof allowed ? shownValue(value) : kindText(value),
    do: remedy
  };
}
function wrongVersion(allowed, value) {
  const isNewer = typeof value === "number" && value > Number(allowed);
  return {
    title: "this version of the file is not read",
    expected: `${shownValue(allowed)}, the only version that this release reads`,
    got: kindText(value),
    do: isNewer ? `use a newer release of Shipgate, or write version: ${shownValue(allowed)}` : `write version: ${shownValue(allowed)}`
  };
}
function wrongChoice(error, path, value) {
  const allowed = error.params["allowedValues"].map(String);
  const guess = typeof value === "string" ? suggest(value, allowed) : void 0;
  return {
    title: `${path} has a value that is not known`,
    expected: listText(allowed),
    got: typeof value === "string" ? shownValue(value) : kindText(value),
    do: guess === void 0 ? "choose one of these" : `did you mean "${guess}"?`
  };
}
function wrongForm(schema3, error, path, value) {
  const examples = (schema3.examples ?? []).map(yamlText);
  const form = error.keyword === "format" ? String(error.params["format"]) : "another form";
  const expected = examples.length > 0 ? `a value such as ${listText(examples)}` : form;
  return { title: `${path} has the wrong form`, expected, got: shownValue(value), do: "write it in the expected form" };
}
function wrongSize(error, path, value) {
  const limit = Number(error.params["limit"]).toLocaleString("en-US");
  const isText = typeof value === "string";
  switch (error.keyword) {
    case "maxLength": {
      const got = isText ? `${[...value].length} characters` : kindText(value);
      return { title: `${path} is too long`, expected: `at most ${limit} characters`, got, do: "shorten it" };
    }
    case "minItems":
      return {
        title: `${path} is an empty list`,
        expected: "at least one entry",
        got: "none",
        do: "add one, or drop the key"
      };
    case "minimum":
    case "exclusiveMinimum": {
      const expected = error.keyword === "minimum" ? `${limit} or more` : `more than ${limit}`;
      return { title: `${path} is too small`, expected, got: shownValue(value), do: "give a larger number" };
    }
    case "maximum":
      return {
        title: `${path} is too large`,
        expected: `${limit} or less`,
        got: shownValue(value),
        do: "give a smaller number"
      };
    case "maxItems": {
      const got = Array.isArray(value) ? `${value.length} entries` : kindText(value);
      return { title: `${path} is too long`, expected: `at most ${limit} entries`, got, do: "shorten it" };
    }
    default: {
      const expected = error.message ?? "another value";
      return { title: `${path} cannot be so`, expected, got: kindText(value), do: "mend the value" };
    }
  }
}
function textParameter(error, name) {
  return String(error.params[name]);
}
function numberParameter(error, name) {
  return Number(error.params[name]);
}

// schemas/src/yaml-tree.ts
var import_yaml = __toESM(require_dist(), 1);

// schemas/src/yaml-syntax.ts
var TAB = {
  title: "a tab indents this line",
  expected: "spaces",
  got: "a tab",
  do: "put two spaces in its place"
};
var UNCLOSED = {
  title: "a bracket is not closed",
  expected: "a closing ] or }, indented deeper than the key that opens it",
  got: "the end, or another key",
  do: "close the bracket"
};
var DEEPEST = 50;
var NESTED = {
  title: "values are nested too deeply",
  expected: `at most ${DEEPEST} levels`,
  got: "more",
  do: "check whether this is the right file"
};
var WORDS = {
  TAB_AS_INDENT: TAB,
  RESOURCE_EXHAUSTION: NESTED,
  BAD_COLLECTION_TYPE: {
    title: "a list and a map are mixed",
    expected: "the value in the form that its tag names",
    got: "another form",
    do: "drop the tag"
  },
  BAD_SCALAR_START: {
    title: "a value begins with a reserved character",
    expected: "text in quotes",
    got: "` or @ at the start",
    do: "put the value in quotes"
  },
  BLOCK_AS_IMPLICIT_KEY: {
    title: "a key stands where a value was begun",
    expected: "keys of one map below each other, indented alike",
    got: "a deeper key, or two keys in one line",
    do: 'give the line the indentation of its neighbours, or quote the value that holds ": "'
  },
  MULTIPLE_DOCS: {
    title: "a second document begins",
    expected: "one document",
    got: "---",
    do: "keep one document in the file"
  }
};
function syntaxFaults(source, document) {
  const faults = /* @__PURE__ */ new Map();
  for (const error of [...document.errors, ...document.warnings]) {
    const fault = faultAt(source, rangeFor(error, source), wordsFor(error, source));
    const line = fault.location?.line ?? 0;
    if (!faults.has(line)) faults.set(line, fault);
  }
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== "1.2") {
    const start = Math.max(source.text.search(/^%YAML/m), 0);
    faults.set(0, faultAt(source, [start, start + 5], otherVersion(document.directives.yaml.version)));
  }
  return [...faults.values()];
}
function rangeFor(error, source) {
  const quote = /closing (["'])/.exec(error.message)?.[1];
  const opening = quote === void 0 ? -1 : source.text.lastIndexOf(quote, error.pos[0] - 1);
  return opening === -1 ? [error.pos[0], error.pos[1]] : [opening, opening + 1];
}
function wordsFor(error, source) {
  const got = source.text.slice(error.pos[0], error.pos[1]);
  if (error.code === "TAG_RESOLVE_FAILED") {
    return { title: `tag ${got} is not read`, expected: "plain values", got, do: "drop the tag" };
  }
  if (error.code === "BAD_INDENT" || error.code === "MISSING_CHAR") return wrongEnd(error.message, got);
  return WORDS[error.code] ?? otherSlip(error.message, got);
}
function wrongEnd(message, got) {
  if (/flow (sequence|map)/i.test(message)) return UNCLOSED;
  if (/closing .*quote/i.test(message)) {
    const words = { title: "a quote is not closed", expected: "a closing quote", got: "the end of the text" };
    return { ...words, do: "close the quote" };
  }
  if (!/same column/.test(message)) return otherSlip(message, got);
  const title = "entries of one list or map are not indented alike";
  return {
    title,
    expected: "the same column for all of them",
    got: "another column",
    do: "indent the line like its neighbours"
  };
}
function otherSlip(message, got) {
  const shown = got.trim() === "" ? "something else" : (got.split("\n")[0] ?? "").slice(0, 120);
  const reason = message.split("\n")[0] ?? message;
  return {
    title: `the text is not YAML (${reason.charAt(0).toLowerCase()}${reason.slice(1)})`,
    expected: "YAML 1.2",
    got: shown,
    do: "mend the syntax; the other faults show when the text can be read"
  };
}
function otherVersion(version) {
  const title = "another version of YAML is asked for";
  return { title, expected: "%YAML 1.2, or no such line", got: `%YAML ${version}`, do: "drop the line" };
}

// schemas/src/yaml-tree.ts
var MOST_REPEATED = 1e3;
function readYaml(source) {
  const places = /* @__PURE__ */ new Map();
  const document = parsed(source.text);
  if (document === void 0) return { value: void 0, places, faults: [faultAt(source, [0, 1], NESTED)] };
  const syntax = syntaxFaults(source, document);
  if (syntax.length > 0) return { value: void 0, places, faults: syntax };
  return new Reader(source, document).read(places);
}
var Reader = class {
  #source;
  #root;
  #faults = [];
  #anchors = /* @__PURE__ */ new Map();
  #open = /* @__PURE__ */ new Set();
  #repeated = 0;
  #places = /* @__PURE__ */ new Map();
  constructor(source, document) {
    this.#source = source;
    this.#root = document.contents;
  }
  read(places) {
    this.#places = places;
    const value = this.#root === null ? null : this.#value(this.#root, "", void 0);
    return { value, places, faults: this.#faults };
  }
  /** `alias` is the place of the outermost alias that repeats this node: copies are pointed at where they are made. */
  #value(node, pointer, key, alias) {
    if ((0, import_yaml.isAlias)(node)) return this.#aliased(node, pointer, key, alias);
    if (alias !== void 0 && ++this.#repeated > MOST_REPEATED) return void 0;
    if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
    this.#places.set(pointer, alias === void 0 ? placeOf2(node, key) : { value: alias, kind: "scalar" });
    if ((0, import_yaml.isScalar)(node)) return node.value;
    if (this.#open.size >= DEEPEST) {
      this.#fault(rangeOf(node), NESTED);
      return void 0;
    }
    this.#open.add(node);
    const value = (0, import_yaml.isSeq)(node) ? this.#list(node.items, pointer, alias) : this.#map(node, pointer, alias);
    this.#open.delete(node);
    return value;
  }
  #list(items, pointer, alias) {
    return items.map((item, index) => {
      const child = pointerTo(pointer, index);
      if ((0, import_yaml.isNode)(item)) return this.#value(item, child, void 0, alias);
      return (0, import_yaml.isPair)(item) ? this.#pairs([item], child, alias) : null;
    });
  }
  #map(node, pointer, alias) {
    return (0, import_yaml.isMap)(node) ? this.#pairs(node.items, pointer, alias) : {};
  }
  #pairs(pairs, pointer, alias) {
    const target = {};
    const seen = /* @__PURE__ */ new Map();
    for (const pair of pairs) {
      const key = this.#key(pair.key, alias);
      if (key === void 0) continue;
      const first = seen.get(key.name);
      seen.set(key.name, key.range);
      if (first === void 0)
        setOwn(target, key.name, this.#held(pair.value, pointerTo(pointer, key.name), key.range, alias));
      else if (alias === void 0) this.#fault(key.range, twice(key.name, placeText(this.#source, first)));
    }
    return target;
  }
  #held(value, pointer, key, alias) {
    if ((0, import_yaml.isNode)(value)) return this.#value(value, pointer, key, alias);
    this.#places.set(pointer, { value: [key[1], key[1]], key, kind: "nothing" });
    return null;
  }
  #key(node, alias) {
    if (!(0, import_yaml.isScalar)(node)) {
      if (alias === void 0) this.#fault((0, import_yaml.isNode)(node) ? rangeOf(node) : [0, 1], BAD_KEY);
      return void 0;
    }
    const name = typeof node.value === "string" ? node.value : node.source ?? "";
    const range = alias ?? rangeOf(node);
    if (name !== "<<" || node.type !== "PLAIN") return { name, range };
    if (alias === void 0) this.#fault(range, MERGE_KEY);
    return void 0;
  }
  #aliased(node, pointer, key, alias) {
    const target = this.#anchors.get(node.source);
    if (target === void 0 || this.#open.has(target)) {
      if (alias === void 0) this.#fault(rangeOf(node), noAnchor(node.source, target !== void 0));
      return void 0;
    }
    const before = this.#repeated;
    const value = this.#value(target, pointer, key, alias ?? rangeOf(node));
    const isTooMuch = before <= MOST_REPEATED && this.#repeated > MOST_REPEATED;
    if (isTooMuch && alias === void 0) this.#fault(rangeOf(node), BOMB);
    return value;
  }
  #fault(range, words) {
    this.#faults.push(faultAt(this.#source, range, words));
  }
};
function rangeOf(node) {
  return node.range ? [node.range[0], node.range[1]] : [0, 1];
}
function placeOf2(node, key) {
  const value = rangeOf(node);
  const empty = (0, import_yaml.isScalar)(node) && value[0] === value[1];
  const kind = (0, import_yaml.isScalar)(node) ? empty ? "nothing" : "scalar" : (0, import_yaml.isSeq)(node) ? "list" : "map";
  return key === void 0 ? { value, kind } : { value, key, kind };
}
function parsed(text) {
  try {
    return (0, import_yaml.parseDocument)(text, { prettyErrors: false, uniqueKeys: false, merge: false });
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
var BAD_KEY = {
  title: "a key is not a word",
  expected: "a word as key",
  got: "a list, a map or an alias",
  do: "write the key as a word"
};
var MERGE_KEY = {
  title: "merge keys are not read",
  expected: "keys that are written out",
  got: "<<",
  do: "repeat the keys, or use an alias for a whole value"
};
var BOMB = {
  title: "aliases repeat too much",
  expected: `at most ${MOST_REPEATED.toLocaleString("en-US")} repeated values in one file`,
  got: "more",
  do: "write the values out"
};
function twice(name, first) {
  const words = { title: `key "${name}" is there twice`, expected: "each key once", got: name, related: first };
  return { ...words, do: "keep one of the two" };
}
function noAnchor(name, isInside) {
  const title = isInside ? `alias *${name} stands inside its own anchor` : `alias *${name} has no anchor`;
  const expected = isInside ? "an anchor that ends before the alias" : `&${name} earlier in the file`;
  return { title, expected, got: `*${name}`, do: "write the value out" };
}

// schemas/src/document.ts
var SHIPGATE_FILE = ".github/shipgate.yml";
var READER_OF_SECTION = {
  migrations: "migrate-gate",
  canary: "canary-promote",
  checklist: "checklist",
  security: "security-scan",
  backstage: "Backstage"
};
var LARGEST = 256 * 1024;
var schema = shipgate_schema_default;
var BASE_KEYS = ["version", "service", "environments"];
var KNOWN_KEYS = [.../* @__PURE__ */ new Set([...Object.keys(schema.properties ?? {}), ...Object.keys(READER_OF_SECTION)])];
function readShipgateFile(input, options) {
  const opened = openYaml(input, options.file);
  return "refusals" in opened ? refused(opened.refusals) : judgeShipgate(opened, options.section);
}
function openYaml(input, file) {
  const source = decode(input, file, LARGEST);
  if ("title" in source) return { refusals: [source] };
  const tree = readYaml(source);
  if (tree.value === void 0) return { refusals: inFileOrder(tree.faults) };
  if (!isMap2(tree.value)) return { refusals: [noMap(source, tree), ...tree.faults] };
  const shown = withoutSecrets(source, tree.places, tree.value);
  const faults = tree.faults.map((fault) => withExcerptOf(shown, fault));
  return { source: shown, value: tree.value, places: tree.places, faults };
}
function judgeShipgate(opened, section) {
  const { source, places } = opened;
  const value = { ...opened.value };
  const document = { source, value, places, schemaAt, keysPage };
  const ownFindings = judge(document);
  const isForeign = (finding) => isForeignSection(sectionOf(finding), section);
  const faults = ownFindings.filter((finding) => !isForeign(finding)).map((finding) => toFault(source, finding));
  const foreign = ownFindings.filter(isForeign);
  for (const finding of foreign) delete value[sectionOf(finding)];
  const warnings = [
    ...foreign.map((finding) => toFault(source, asWarning(finding, section))),
    ...unknownTopLevelKeys(document)
  ];
  const all = inFileOrder([...opened.faults, ...faults]);
  return {
    value: all.length === 0 ? value : void 0,
    faults: all,
    warnings: inFileOrder(warnings)
  };
}
function refused(faults) {
  return { value: void 0, faults, warnings: [] };
}
function unreadSections(value) {
  const known = Object.keys(schema.properties ?? {});
  return Object.keys(value).filter((key) => Object.hasOwn(READER_OF_SECTION, key) && !known.includes(key));
}
function judge(document) {
  const errors = validateShipgate(document.value) ? [] : validateShipgate.errors ?? [];
  const findings = [...findingsOf(document, errors), ...sameEnvironmentNames(document)];
  return isMap2(document.value) && isMap2(document.value["canary"]) ? withPlanFaults(document, findings) : findings;
}
function sectionOf(finding) {
  return segmentsOf(finding.pointer)[0] ?? "";
}
function isForeignSection(name, own) {
  return own !== void 0 && name !== "" && name !== own && !BASE_KEYS.includes(name);
}
function asWarning(finding, own) {
  const reader = own === void 0 ? "this gate" : READER_OF_SECTION[own];
  return {
    ...finding,
    words: { ...finding.words, do: `not read by ${reader}, so only a warning; ${finding.words.do}` }
  };
}
function sameEnvironmentNames(document) {
  const environments = document.value["environments"];
  if (!Array.isArray(environments)) return [];
  const seen = /* @__PURE__ */ new Map();
  return environments.flatMap((environment, index) => {
    const name = isMap2(environment) ? environment["name"] : void 0;
    if (typeof name !== "string") return [];
    const pointer = `${pointerTo("/environments", index)}/name`;
    const first = seen.get(name.toLowerCase());
    if (first === void 0) {
      seen.set(name.toLowerCase(), pointer);
      return [];
    }
    const related = placeText(document.source, rangeOfValue(document.places, first));
    return [
      { pointer, keyword: "unique", range: rangeOfValue(document.places, pointer), words: sameName(name, related) }
    ];
  });
}
function sameName(name, related) {
  const expected = "names that differ by more than case";
  return {
    title: `environment "${name}" is there twice`,
    expected,
    got: name,
    related,
    do: "rename or remove one of the two"
  };
}
function unknownTopLevelKeys(document) {
  const unknown = Object.keys(document.value).filter((key) => !KNOWN_KEYS.includes(key));
  return unknown.map((key) => {
    const guess = suggest(key, KNOWN_KEYS);
    const mend = guess === void 0 ? `all keys: ${keysPage("")}` : `did you mean "${guess}"?`;
    const words = {
      title: `unknown key "${key}" at the top level`,
      expected: "a section of a gate",
      got: key,
      do: `not read by this release, so only a warning; ${mend}`
    };
    return faultAt(document.source, rangeOfKey(document.places, pointerTo("", key)), words);
  });
}
function noMap(source, { value, places }) {
  const isEmpty = value === null;
  return faultAt(source, isEmpty ? [0, 1] : rangeOfKey(places, ""), {
    title: isEmpty ? "the file is empty" : "the file is not a map of sections",
    expected: "version: 1, then the sections",
    got: isEmpty ? "nothing" : Array.isArray(value) ? "a list" : "one value",
    do: "write version: 1 in the first line. All keys: docs/configuration.md"
  });
}
function schemaAt(pointer) {
  return schemaAlong(segmentsOf(pointer), schema, schema);
}
function keysPage(pointer) {
  const section = segmentsOf(pointer)[0];
  return section === void 0 ? "docs/configuration.md" : `docs/configuration.md#${section}`;
}
function toFault(source, finding) {
  return faultAt(source, finding.range, finding.words);
}
function isMap2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// schemas/src/canary-plan.ts
var planKeys = Object.keys(shipgate_schema_default.definitions.canary.properties);
function readCanaryPlan(input, { file }) {
  const opened = openYaml(input, file);
  if ("refusals" in opened) return refused(opened.refusals);
  const isAlone = !Object.hasOwn(opened.value, "version") && !Object.hasOwn(opened.value, "canary");
  const document = isAlone ? asSection(opened) : opened;
  const judged = judgeShipgate(document, "canary");
  if (judged.value === void 0) return { ...judged, value: void 0 };
  const { canary, service } = judged.value;
  if (canary === void 0) return { ...judged, value: void 0, faults: [noSection(opened)] };
  const value = {
    canary,
    service: service?.name,
    file: isAlone ? void 0 : judged.value,
    places: placesOf(document)
  };
  return { ...judged, value };
}
function isCanaryPlanAlone(input) {
  const opened = openYaml(input, "");
  if ("refusals" in opened) return false;
  const keys = Object.keys(opened.value);
  return keys.some((key) => planKeys.includes(key)) && !keys.some((key) => KNOWN_KEYS.includes(key));
}
function asSection({ source, value, places, faults }) {
  const moved = [...places].map(([pointer, place]) => [CANARY_POINTER + pointer, place]);
  return { source, value: { version: 1, canary: value }, places: new Map(moved), faults };
}
function placesOf({ source, value, places }) {
  const rangeOf2 = (path, part) => {
    const pointer = planPointer(path);
    const whole = rangeOfValue(places, pointer);
    const text = valueAt(value, pointer);
    if (part === void 0 || typeof text !== "string") return whole;
    const raw = source.text.slice(...whole);
    const from = offsetInSource(raw, text, part[0]);
    if (from === void 0) return whole;
    const to = offsetInSource(raw, text, part[1], true) ?? from;
    return [whole[0] + from, whole[0] + Math.max(to, from + 1)];
  };
  return {
    placeOf: (path, part) => locationOf(source, rangeOf2(path, part)),
    faultAt: (path, words, part) => faultAt(source, rangeOf2(path, part), words)
  };
}
function noSection({ source, places }) {
  return faultAt(source, rangeOfValue(places, pointerTo("", "version")), {
    title: "the file has no section canary",
    expected: "canary: the plan of the rollout",
    got: "no such section",
    do: "add it, or name a file that holds a plan. All keys: docs/configuration.md#canary"
  });
}

// schemas/src/printable.ts
function printable(text) {
  return cellsOf(text).map((cell) => cell.text).join("");
}
var UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
var WIDE_ABOVE = new RegExp("[\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function cellsOf(text) {
  const cells = [];
  let offset = 0;
  for (const character of text) {
    const isCommand = character === "#" && text.startsWith("##[", offset);
    const shown = isCommand || UNSAFE.test(character) ? escaped(character) : character;
    cells.push({ offset, text: shown, width: shown === character ? widthOf(character) : shown.length });
    offset += character.length;
  }
  return cells;
}
function displayWidth(text) {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}
function widthOf(character) {
  if (new RegExp("\\p{M}", "u").test(character)) return 0;
  return WIDE.test(character) || WIDE_ABOVE.test(character) ? 2 : 1;
}
function escaped(character) {
  const named = NAMED[character];
  if (named !== void 0) return named;
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, "0")}` : `\\u${hex.padStart(4, "0")}`;
}
function wrapWords(text, width, first = width) {
  const lines = [];
  let line = "";
  let room = first;
  const close = () => {
    lines.push(line);
    line = "";
    room = width;
  };
  for (const word of text.split(" ").flatMap((part) => pieces(part, width))) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > room) close();
    else if (line === "" && lines.length === 0 && first < width && displayWidth(word) > room) close();
    line = line === "" ? word : `${line} ${word}`;
  }
  close();
  return lines.map((each, index) => index > 0 && each.startsWith("::") ? `\\x3a${each.slice(1)}` : each);
}
function pieces(word, width) {
  if (displayWidth(word) <= width) return [word];
  const parts = [];
  let part = "";
  for (const character of word) {
    if (displayWidth(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

// schemas/src/fault-text.ts
var COLUMNS = 80;
var INDENT = " ".repeat(6);
var LABEL = 12;
var EXCERPT = 70;
var BEFORE = 30;
function formatFault(fault, options = {}) {
  const paint = painter(options);
  const got = fault.related === void 0 ? fault.got : `${fault.got} (see ${fault.related})`;
  return [
    ...titleLines(paint.red("FAULT"), fault, paint),
    ...excerptLines(fault, paint),
    ...labelled("expected", fault.expected),
    ...labelled("got", got),
    ...labelled("do", fault.do)
  ].join("\n");
}
function formatWarning(warning, options = {}) {
  const paint = painter(options);
  return statement(paint.yellow("warn "), placeOf(warning), `${warning.title}: ${warning.do}`).join("\n");
}
function formatClosing(closing, options = {}) {
  const paint = painter(options);
  const word = closing.word === "PASS" ? paint.green(closing.word) : paint.red(closing.word);
  const lead = `${word}${" ".repeat(6 - closing.word.length)}`;
  const text = printable(closing.text);
  const code = `(exit code ${closing.exitCode})`;
  const oneLine = displayWidth(text) + 2 + code.length <= COLUMNS - 6;
  const lines = oneLine ? [`${text}  ${code}`] : [...wrapWords(text, COLUMNS - 6), code];
  return lines.map((line, index) => (index === 0 ? lead : INDENT) + line).join("\n");
}
function painter(options) {
  const code = (number) => (text) => options.color ? `\x1B[${number}m${text}\x1B[0m` : text;
  return { red: code(31), green: code(32), yellow: code(33), bold: code(1) };
}
function titleLines(word, fault, paint) {
  return statement(word, placeOf(fault), fault.title, paint.bold);
}
function statement(word, place, text, style = (part) => part) {
  const shown = printable(place);
  const lead = shown === "" ? "" : `${shown}  `;
  const width = COLUMNS - INDENT.length;
  const [first = "", ...rest] = wrapWords(printable(text), width, Math.max(width - displayWidth(lead), 1));
  const opening = first === "" ? lead.trimEnd() : `${lead}${style(first)}`;
  return [`${word} ${opening}`, ...rest.map((line) => INDENT + style(line))];
}
function labelled(label, text) {
  const lines = wrapWords(printable(text), COLUMNS - LABEL);
  return lines.map((line, index) => (index === 0 ? `  ${label}`.padEnd(LABEL) : " ".repeat(LABEL)) + line);
}
function excerptLines(fault, paint) {
  return (fault.excerpt ?? []).flatMap((row) => {
    const gutter = `${String(row.line).padStart(5)} | `;
    const location = fault.location?.line === row.line ? fault.location : void 0;
    const { text, caret } = excerptRow(cellsOf(row.text), location);
    const shown = (gutter + text).trimEnd();
    return caret === "" ? [shown] : [shown, `      | ${caret.replace(/\^+/, paint.red)}`];
  });
}
function excerptRow(cells, location) {
  if (location === void 0) return { text: cutRight(cells, EXCERPT), caret: "" };
  const from = location.column - 1;
  const to = Math.max(location.endColumn === void 0 ? from + 1 : location.endColumn - 1, from + 1);
  const first = cells.findIndex((cell) => cell.offset + 1 > from);
  const start = first === -1 ? cells.length : first;
  const marked = Math.max(widthOf2(cells.filter((cell, index) => index >= start && cell.offset < to)), 1);
  const before = widthOf2(cells.slice(0, start));
  const shift = before + Math.min(marked, BEFORE) <= EXCERPT - 3 ? 0 : shiftOf(cells, start);
  const lead = shift === 0 ? "" : "...";
  const text = lead + cutRight(cells.slice(shift), EXCERPT - lead.length);
  const column = lead.length + widthOf2(cells.slice(shift, start));
  return { text, caret: " ".repeat(column) + "^".repeat(Math.min(marked, Math.max(EXCERPT - column, 1))) };
}
function shiftOf(cells, start) {
  let shift = start;
  let width = 0;
  while (shift > 0 && width + (cells[shift - 1]?.width ?? 0) <= BEFORE) {
    shift -= 1;
    width += cells[shift]?.width ?? 0;
  }
  return shift;
}
function cutRight(cells, width) {
  if (widthOf2(cells) <= width) return textOf(cells);
  let used = 0;
  const kept = cells.filter((cell) => {
    used += cell.width;
    return used <= width - 3;
  });
  return `${textOf(kept)}...`;
}
function widthOf2(cells) {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
function textOf(cells) {
  return cells.map((cell) => cell.text).join("");
}

// schemas/verdict.schema.json
var verdict_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "urn:shipgate:schema:verdict:1",
  title: "Verdict",
  description: "What one gate decided about one commit, and why. Written by every gate, read by the plugins.",
  type: "object",
  additionalProperties: false,
  required: [
    "version",
    "gate",
    "outcome",
    "subject",
    "headline",
    "reasons",
    "proofs",
    "evidence",
    "tool",
    "startedAt",
    "finishedAt"
  ],
  properties: {
    version: { const: 1, description: "Version of this schema." },
    gate: { $ref: "#/definitions/gate" },
    outcome: { $ref: "#/definitions/outcome" },
    headline: {
      type: "string",
      minLength: 1,
      maxLength: 300,
      description: "The finding in one sentence that is true when read alone, without the outcome's glyph."
    },
    subject: { $ref: "#/definitions/subject" },
    reasons: {
      type: "array",
      items: { $ref: "#/definitions/reason" },
      description: "All of them, worst first."
    },
    proofs: { type: "array", items: { $ref: "#/definitions/proof" } },
    evidence: { type: "object", description: "Facts, by gate." },
    tool: { $ref: "#/definitions/tool" },
    startedAt: { type: "string", format: "date-time", examples: ["2026-11-20T14:03:45Z"] },
    finishedAt: { type: "string", format: "date-time", examples: ["2026-11-20T14:03:48Z"] }
  },
  allOf: [
    {
      if: { properties: { gate: { const: "migrate-gate" } }, required: ["gate"] },
      then: { properties: { evidence: { $ref: "#/definitions/migrateGateEvidence" } } }
    },
    {
      if: { properties: { gate: { const: "canary-promote" } }, required: ["gate"] },
      then: { properties: { evidence: { $ref: "#/definitions/canaryPromoteEvidence" } } }
    },
    {
      $comment: "A gate does not pass over a reason that blocks, nor without a required proof.",
      if: { properties: { outcome: { const: "pass" } }, required: ["outcome"] },
      then: { $ref: "#/definitions/passing" }
    }
  ],
  definitions: {
    gate: { enum: ["migrate-gate", "canary-promote", "checklist", "security-scan"] },
    tool: {
      type: "object",
      additionalProperties: false,
      required: ["name", "version"],
      properties: {
        name: { type: "string", minLength: 1 },
        version: { type: "string", minLength: 1 },
        commit: { $ref: "#/definitions/commit" }
      }
    },
    passing: {
      properties: {
        reasons: { items: { properties: { blocks: { const: "no" } } } },
        proofs: {
          items: {
            if: { properties: { required: { const: true } }, required: ["required"] },
            then: { properties: { outcome: { const: "pass" } } }
          }
        }
      }
    },
    outcome: {
      enum: ["pass", "fail", "unknown"],
      description: "unknown never passes: something required could not be proven."
    },
    commit: {
      type: "string",
      pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$",
      examples: ["9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70"]
    },
    severity: {
      enum: ["data-loss", "error", "warning", "note"],
      description: "Worst first. data-loss and error are faults: they fail the gate."
    },
    subject: {
      type: "object",
      additionalProperties: false,
      properties: {
        service: { type: "string", minLength: 1 },
        repository: { type: "string", pattern: "^[^/\\s]+/[^/\\s]+$", examples: ["acme/order-service"] },
        commit: { $ref: "#/definitions/commit" },
        base: { $ref: "#/definitions/commit" },
        ref: { type: "string", minLength: 1 },
        event: { type: "string", minLength: 1 },
        environment: { type: "string", minLength: 1 },
        path: { type: "string", description: "What was looked at, from the top of the repository." },
        run: { $ref: "#/definitions/workflowRun" }
      }
    },
    workflowRun: {
      type: "object",
      additionalProperties: false,
      required: ["id", "attempt"],
      properties: {
        id: { type: "string", pattern: "^[0-9]+$", examples: ["19532781146"] },
        attempt: { type: "integer", minimum: 1 }
      }
    },
    location: {
      type: "object",
      additionalProperties: false,
      required: ["file"],
      properties: {
        file: { type: "string", minLength: 1, description: "From the top of the repository, with /." },
        line: { type: "integer", minimum: 1 },
        column: { type: "integer", minimum: 1 },
        endColumn: { type: "integer", minimum: 1 }
      }
    },
    allowance: {
      type: "object",
      additionalProperties: false,
      required: ["by", "reason"],
      properties: {
        by: { enum: ["comment", "baseline"] },
        reason: { type: "string", minLength: 1 },
        expires: { type: "string", format: "date", examples: ["2027-01-31"] }
      }
    },
    blocks: { enum: ["fail", "unknown", "no"], description: "What a reason makes of the outcome." },
    repair: {
      type: "object",
      description: "What can be pasted.",
      additionalProperties: false,
      required: ["language", "text"],
      properties: {
        language: { enum: ["sql", "diff", "sh", "yaml"] },
        text: { type: "string", minLength: 1 }
      }
    },
    reason: {
      type: "object",
      additionalProperties: false,
      required: ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"],
      properties: {
        code: {
          type: "string",
          maxLength: 100,
          pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
          examples: ["drift", "down-fails"]
        },
        severity: { $ref: "#/definitions/severity" },
        blocks: { $ref: "#/definitions/blocks" },
        title: { type: "string", minLength: 1 },
        seen: { type: "string", minLength: 1 },
        hurts: { type: "string", minLength: 1 },
        mend: { type: "string", minLength: 1 },
        repair: { $ref: "#/definitions/repair" },
        location: { $ref: "#/definitions/location" },
        excerpt: { type: "string", description: "The line of the file at location." },
        docs: {
          type: "string",
          minLength: 1,
          description: "Page of the reason: a URL, or its path in Shipgate's repository."
        },
        allowance: { $ref: "#/definitions/allowance" },
        evidence: { type: "object" }
      }
    },
    proofOutcome: { enum: ["pass", "fail", "not-proven"] },
    proof: {
      type: "object",
      additionalProperties: false,
      required: ["name", "required", "outcome", "seen"],
      properties: {
        name: { type: "string", minLength: 1 },
        required: { type: "boolean" },
        outcome: { $ref: "#/definitions/proofOutcome" },
        seen: { type: "string", minLength: 1 }
      }
    },
    milliseconds: { type: "number", minimum: 0 },
    databaseError: {
      type: "object",
      additionalProperties: false,
      required: ["message"],
      properties: {
        message: { type: "string" },
        sqlState: { type: "string", pattern: "^[0-9A-Z]{5}$", examples: ["42P01"] },
        detail: { type: "string" },
        hint: { type: "string" },
        object: { type: "string" }
      }
    },
    runOutcome: { enum: ["ok", "failed", "timed-out", "missing", "not-run"] },
    migrationRun: {
      type: "object",
      additionalProperties: false,
      required: ["outcome"],
      properties: {
        outcome: { $ref: "#/definitions/runOutcome" },
        durationMs: { $ref: "#/definitions/milliseconds" },
        error: { $ref: "#/definitions/databaseError" }
      }
    },
    attributeDifference: {
      type: "object",
      additionalProperties: false,
      required: ["name", "expected", "got"],
      properties: {
        name: { type: "string" },
        expected: { type: ["string", "null"] },
        got: { type: ["string", "null"] }
      }
    },
    schemaDifference: {
      type: "object",
      additionalProperties: false,
      required: ["class", "object", "change", "noise", "after"],
      properties: {
        class: { type: "string", minLength: 1 },
        object: { type: "string", minLength: 1 },
        change: { enum: ["gone", "new", "changed"] },
        after: {
          enum: ["down", "re-up"],
          description: "after down: against the schema before up; after re-up: against the schema after the first up."
        },
        noise: { type: ["string", "null"], description: "Class of noise, null for a real difference." },
        attributes: { type: "array", items: { $ref: "#/definitions/attributeDifference" } }
      }
    },
    roundTrip: {
      type: "object",
      additionalProperties: false,
      required: ["migrations", "outcome", "up", "down", "reup", "objects", "schema"],
      properties: {
        migrations: { type: "integer", minimum: 0 },
        outcome: { enum: ["clean", "noise", "fault", "unknown"] },
        up: { $ref: "#/definitions/count" },
        down: { $ref: "#/definitions/count" },
        reup: { $ref: "#/definitions/count" },
        objects: { type: "integer", minimum: 0, description: "Schema objects compared." },
        schema: { type: "array", items: { $ref: "#/definitions/schemaDifference" } }
      }
    },
    count: {
      type: "object",
      additionalProperties: false,
      required: ["ok", "of"],
      properties: { ok: { type: "integer", minimum: 0 }, of: { type: "integer", minimum: 0 } }
    },
    migrationStatus: {
      enum: [
        "clean",
        "noise",
        "no-down",
        "up-fails",
        "down-fails",
        "re-up-fails",
        "drift",
        "data-loss",
        "unknown",
        "allowed"
      ],
      description: "Of the round trip alone, the worst that was seen."
    },
    migrationEvidence: {
      type: "object",
      additionalProperties: false,
      required: ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"],
      properties: {
        version: { type: "string" },
        name: { type: "string" },
        file: { type: "string" },
        downFile: { type: "string", description: "Only where it is another file." },
        status: { $ref: "#/definitions/migrationStatus" },
        batch: { type: "boolean", description: "Part of the new migrations of this change." },
        alone: { enum: ["reversible", "only-in-group", "not-reversible", "unknown"] },
        group: {
          type: "array",
          items: { type: "string" },
          description: "Smallest enclosing group that comes back clean."
        },
        up: { $ref: "#/definitions/migrationRun" },
        down: { $ref: "#/definitions/migrationRun" },
        reup: { $ref: "#/definitions/migrationRun" },
        schema: { type: "array", items: { $ref: "#/definitions/schemaDifference" } }
      }
    },
    engineEvidence: {
      type: "object",
      additionalProperties: false,
      required: ["kind", "version", "startMs"],
      properties: {
        kind: { enum: ["embedded", "local", "url"] },
        version: { type: "string" },
        startMs: { $ref: "#/definitions/milliseconds" }
      }
    },
    planStep: {
      type: "object",
      additionalProperties: false,
      required: ["version", "file", "outcome"],
      properties: {
        version: { type: "string" },
        file: { type: "string" },
        outcome: { $ref: "#/definitions/runOutcome" },
        durationMs: { $ref: "#/definitions/milliseconds" }
      }
    },
    migrateGateEvidence: {
      type: "object",
      additionalProperties: false,
      required: ["scope", "migrations", "timings"],
      properties: {
        scope: { enum: ["new", "all"] },
        layout: { type: "string" },
        total: { type: "integer", minimum: 0 },
        migrations: {
          type: "array",
          items: { $ref: "#/definitions/migrationEvidence" },
          description: "In order."
        },
        batch: { $ref: "#/definitions/roundTrip" },
        chain: { $ref: "#/definitions/roundTrip" },
        engine: { $ref: "#/definitions/engineEvidence" },
        plan: {
          type: "array",
          description: "The way back as rehearsed: downs in order.",
          items: { $ref: "#/definitions/planStep" }
        },
        timings: { type: "object", additionalProperties: { $ref: "#/definitions/milliseconds" } }
      }
    },
    rate: { type: "number", minimum: 0, maximum: 1 },
    rateOrNull: { type: ["number", "null"], minimum: 0, maximum: 1 },
    whole: { type: "integer", minimum: 0 },
    moment: {
      type: ["string", "number", "null"],
      format: "date-time",
      description: "UTC as text, or seconds since the rollout began; null: not yet.",
      examples: ["2026-11-20T14:03:45Z"]
    },
    logE: { type: ["number", "null"], description: "Natural logarithm; null: E is 0." },
    bothArms: {
      type: "object",
      additionalProperties: false,
      required: ["canary", "baseline"],
      properties: { canary: { $ref: "#/definitions/whole" }, baseline: { $ref: "#/definitions/whole" } }
    },
    canaryAction: {
      enum: ["hold", "wait", "promote", "finish", "rollback", "stop", null],
      description: "hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided."
    },
    canaryMetricEvidence: {
      type: "object",
      additionalProperties: true,
      required: ["name", "logE", "weight"],
      properties: {
        name: { type: "string", minLength: 1 },
        logE: { $ref: "#/definitions/logE", description: "Of the metric alone." },
        weight: { $ref: "#/definitions/rate" }
      }
    },
    canaryShare: {
      type: "object",
      additionalProperties: true,
      required: ["set", "measured"],
      properties: {
        set: { $ref: "#/definitions/rate", description: "As the step asks for." },
        measured: { $ref: "#/definitions/rateOrNull", description: "Of the counted requests." }
      }
    },
    canaryStepEvidence: {
      type: "object",
      additionalProperties: true,
      required: [
        "weight",
        "from",
        "to",
        "decision",
        "strata",
        "requests",
        "errors",
        "logE",
        "metrics",
        "share",
        "breaker"
      ],
      properties: {
        weight: { type: "number", minimum: 0, maximum: 100, description: "Percent." },
        from: { $ref: "#/definitions/moment" },
        to: { $ref: "#/definitions/moment" },
        decision: { $ref: "#/definitions/canaryAction" },
        strata: {
          type: ["integer", "object"],
          minimum: 0,
          additionalProperties: true,
          description: "Used; or how many of each kind."
        },
        requests: { $ref: "#/definitions/bothArms" },
        errors: { $ref: "#/definitions/bothArms" },
        logE: { $ref: "#/definitions/logE", description: "At its end." },
        metrics: { type: "array", items: { $ref: "#/definitions/canaryMetricEvidence" } },
        share: { $ref: "#/definitions/canaryShare" },
        breaker: {
          type: ["boolean", "number", "string", "object", "null"],
          description: "The fast part B: whether, or with what, it decided."
        }
      }
    },
    canaryDecision: {
      type: "object",
      additionalProperties: true,
      required: ["action", "at", "reason", "logE"],
      properties: {
        action: { $ref: "#/definitions/canaryAction" },
        at: { $ref: "#/definitions/moment" },
        reason: { type: "string", minLength: 1, description: "Code." },
        logE: { $ref: "#/definitions/logE" }
      }
    },
    canaryRouterEvidence: {
      type: ["object", "null"],
      additionalProperties: true,
      required: ["kind", "object", "before", "after"],
      properties: {
        kind: { type: "string", minLength: 1 },
        object: { type: ["string", "null"] },
        before: { type: ["number", "null"], minimum: 0, maximum: 100, description: "Percent on the canary." },
        after: { type: ["number", "null"], minimum: 0, maximum: 100, description: "Percent on the canary." }
      }
    },
    canaryPlanEvidence: {
      type: "object",
      additionalProperties: true,
      required: ["hash", "alpha", "beta", "test"],
      properties: {
        hash: { type: "string", pattern: "^[0-9a-f]{64}$", description: "sha256 of the plan." },
        alpha: { $ref: "#/definitions/rate" },
        beta: { $ref: "#/definitions/rate" },
        test: { type: "string", minLength: 1, examples: ["R15"], description: "The one that was used." }
      }
    },
    canaryPoint: {
      type: "object",
      description: "One stratum, for charts.",
      additionalProperties: true,
      required: ["t", "step", "logE", "canary", "baseline"],
      properties: {
        t: { type: "number", description: "Seconds since the rollout began." },
        step: { $ref: "#/definitions/whole", description: "From 0." },
        logE: { $ref: "#/definitions/logE" },
        canary: { $ref: "#/definitions/rateOrNull", description: "Error rate; null without requests." },
        baseline: { $ref: "#/definitions/rateOrNull", description: "Error rate; null without requests." }
      }
    },
    canaryStrata: {
      type: "object",
      additionalProperties: true,
      required: ["used", "dropped"],
      properties: { used: { $ref: "#/definitions/whole" }, dropped: { $ref: "#/definitions/whole" } }
    },
    canaryPlacebo: {
      type: ["object", "null"],
      additionalProperties: true,
      required: ["groups", "reached"],
      properties: {
        groups: { $ref: "#/definitions/whole", description: "Fake canaries." },
        reached: { $ref: "#/definitions/whole", description: "Those that looked guilty." }
      }
    },
    canaryPromoteEvidence: {
      type: "object",
      description: "Facts of a rollout; none of them when the gate could not begin.",
      additionalProperties: true,
      properties: {
        steps: {
          type: "array",
          items: { $ref: "#/definitions/canaryStepEvidence" },
          description: "Those that were reached, in order."
        },
        decision: { $ref: "#/definitions/canaryDecision" },
        samples: {
          type: ["string", "null"],
          description: "File of the recorded samples, which replays to the same bytes."
        },
        router: { $ref: "#/definitions/canaryRouterEvidence" },
        plan: { $ref: "#/definitions/canaryPlanEvidence" },
        series: { type: "array", items: { $ref: "#/definitions/canaryPoint" } },
        strata: { $ref: "#/definitions/canaryStrata" },
        placebo: { $ref: "#/definitions/canaryPlacebo" },
        preflight: {
          type: ["array", "object"],
          items: { type: "object", additionalProperties: true },
          additionalProperties: true,
          description: "What can be seen, and when."
        }
      }
    }
  }
};

// schemas/src/generated/first-fault.js
var __getOwnPropNames3 = Object.getOwnPropertyNames;
var __commonJS3 = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames3(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var require_ucs2length2 = __commonJS3({
  "ajv/dist/runtime/ucs2length.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
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
    exports2.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});
var require_formats2 = __commonJS3({
  "ajv-formats/dist/formats.js"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.formatNames = exports2.fastFormats = exports2.fullFormats = void 0;
    function fmtDef(validate2, compare) {
      return { validate: validate2, compare };
    }
    exports2.fullFormats = {
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
    exports2.fastFormats = {
      ...exports2.fullFormats,
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
    exports2.formatNames = Object.keys(exports2.fullFormats);
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
var validateVerdict2 = validate212;
var schema63 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "urn:shipgate:schema:verdict:1", "title": "Verdict", "description": "What one gate decided about one commit, and why. Written by every gate, read by the plugins.", "type": "object", "additionalProperties": false, "required": ["version", "gate", "outcome", "subject", "headline", "reasons", "proofs", "evidence", "tool", "startedAt", "finishedAt"], "properties": { "version": { "const": 1, "description": "Version of this schema." }, "gate": { "$ref": "#/definitions/gate" }, "outcome": { "$ref": "#/definitions/outcome" }, "headline": { "type": "string", "minLength": 1, "maxLength": 300, "description": "The finding in one sentence that is true when read alone, without the outcome's glyph." }, "subject": { "$ref": "#/definitions/subject" }, "reasons": { "type": "array", "items": { "$ref": "#/definitions/reason" }, "description": "All of them, worst first." }, "proofs": { "type": "array", "items": { "$ref": "#/definitions/proof" } }, "evidence": { "type": "object", "description": "Facts, by gate." }, "tool": { "$ref": "#/definitions/tool" }, "startedAt": { "type": "string", "format": "date-time", "examples": ["2026-11-20T14:03:45Z"] }, "finishedAt": { "type": "string", "format": "date-time", "examples": ["2026-11-20T14:03:48Z"] } }, "allOf": [{ "if": { "properties": { "gate": { "const": "migrate-gate" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/migrateGateEvidence" } } } }, { "if": { "properties": { "gate": { "const": "canary-promote" } }, "required": ["gate"] }, "then": { "properties": { "evidence": { "$ref": "#/definitions/canaryPromoteEvidence" } } } }, { "$comment": "A gate does not pass over a reason that blocks, nor without a required proof.", "if": { "properties": { "outcome": { "const": "pass" } }, "required": ["outcome"] }, "then": { "$ref": "#/definitions/passing" } }], "definitions": { "gate": { "enum": ["migrate-gate", "canary-promote", "checklist", "security-scan"] }, "tool": { "type": "object", "additionalProperties": false, "required": ["name", "version"], "properties": { "name": { "type": "string", "minLength": 1 }, "version": { "type": "string", "minLength": 1 }, "commit": { "$ref": "#/definitions/commit" } } }, "passing": { "properties": { "reasons": { "items": { "properties": { "blocks": { "const": "no" } } } }, "proofs": { "items": { "if": { "properties": { "required": { "const": true } }, "required": ["required"] }, "then": { "properties": { "outcome": { "const": "pass" } } } } } } }, "outcome": { "enum": ["pass", "fail", "unknown"], "description": "unknown never passes: something required could not be proven." }, "commit": { "type": "string", "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$", "examples": ["9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70"] }, "severity": { "enum": ["data-loss", "error", "warning", "note"], "description": "Worst first. data-loss and error are faults: they fail the gate." }, "subject": { "type": "object", "additionalProperties": false, "properties": { "service": { "type": "string", "minLength": 1 }, "repository": { "type": "string", "pattern": "^[^/\\s]+/[^/\\s]+$", "examples": ["acme/order-service"] }, "commit": { "$ref": "#/definitions/commit" }, "base": { "$ref": "#/definitions/commit" }, "ref": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "environment": { "type": "string", "minLength": 1 }, "path": { "type": "string", "description": "What was looked at, from the top of the repository." }, "run": { "$ref": "#/definitions/workflowRun" } } }, "workflowRun": { "type": "object", "additionalProperties": false, "required": ["id", "attempt"], "properties": { "id": { "type": "string", "pattern": "^[0-9]+$", "examples": ["19532781146"] }, "attempt": { "type": "integer", "minimum": 1 } } }, "location": { "type": "object", "additionalProperties": false, "required": ["file"], "properties": { "file": { "type": "string", "minLength": 1, "description": "From the top of the repository, with /." }, "line": { "type": "integer", "minimum": 1 }, "column": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 } } }, "allowance": { "type": "object", "additionalProperties": false, "required": ["by", "reason"], "properties": { "by": { "enum": ["comment", "baseline"] }, "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] } } }, "blocks": { "enum": ["fail", "unknown", "no"], "description": "What a reason makes of the outcome." }, "repair": { "type": "object", "description": "What can be pasted.", "additionalProperties": false, "required": ["language", "text"], "properties": { "language": { "enum": ["sql", "diff", "sh", "yaml"] }, "text": { "type": "string", "minLength": 1 } } }, "reason": { "type": "object", "additionalProperties": false, "required": ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"], "properties": { "code": { "type": "string", "maxLength": 100, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "examples": ["drift", "down-fails"] }, "severity": { "$ref": "#/definitions/severity" }, "blocks": { "$ref": "#/definitions/blocks" }, "title": { "type": "string", "minLength": 1 }, "seen": { "type": "string", "minLength": 1 }, "hurts": { "type": "string", "minLength": 1 }, "mend": { "type": "string", "minLength": 1 }, "repair": { "$ref": "#/definitions/repair" }, "location": { "$ref": "#/definitions/location" }, "excerpt": { "type": "string", "description": "The line of the file at location." }, "docs": { "type": "string", "minLength": 1, "description": "Page of the reason: a URL, or its path in Shipgate's repository." }, "allowance": { "$ref": "#/definitions/allowance" }, "evidence": { "type": "object" } } }, "proofOutcome": { "enum": ["pass", "fail", "not-proven"] }, "proof": { "type": "object", "additionalProperties": false, "required": ["name", "required", "outcome", "seen"], "properties": { "name": { "type": "string", "minLength": 1 }, "required": { "type": "boolean" }, "outcome": { "$ref": "#/definitions/proofOutcome" }, "seen": { "type": "string", "minLength": 1 } } }, "milliseconds": { "type": "number", "minimum": 0 }, "databaseError": { "type": "object", "additionalProperties": false, "required": ["message"], "properties": { "message": { "type": "string" }, "sqlState": { "type": "string", "pattern": "^[0-9A-Z]{5}$", "examples": ["42P01"] }, "detail": { "type": "string" }, "hint": { "type": "string" }, "object": { "type": "string" } } }, "runOutcome": { "enum": ["ok", "failed", "timed-out", "missing", "not-run"] }, "migrationRun": { "type": "object", "additionalProperties": false, "required": ["outcome"], "properties": { "outcome": { "$ref": "#/definitions/runOutcome" }, "durationMs": { "$ref": "#/definitions/milliseconds" }, "error": { "$ref": "#/definitions/databaseError" } } }, "attributeDifference": { "type": "object", "additionalProperties": false, "required": ["name", "expected", "got"], "properties": { "name": { "type": "string" }, "expected": { "type": ["string", "null"] }, "got": { "type": ["string", "null"] } } }, "schemaDifference": { "type": "object", "additionalProperties": false, "required": ["class", "object", "change", "noise", "after"], "properties": { "class": { "type": "string", "minLength": 1 }, "object": { "type": "string", "minLength": 1 }, "change": { "enum": ["gone", "new", "changed"] }, "after": { "enum": ["down", "re-up"], "description": "after down: against the schema before up; after re-up: against the schema after the first up." }, "noise": { "type": ["string", "null"], "description": "Class of noise, null for a real difference." }, "attributes": { "type": "array", "items": { "$ref": "#/definitions/attributeDifference" } } } }, "roundTrip": { "type": "object", "additionalProperties": false, "required": ["migrations", "outcome", "up", "down", "reup", "objects", "schema"], "properties": { "migrations": { "type": "integer", "minimum": 0 }, "outcome": { "enum": ["clean", "noise", "fault", "unknown"] }, "up": { "$ref": "#/definitions/count" }, "down": { "$ref": "#/definitions/count" }, "reup": { "$ref": "#/definitions/count" }, "objects": { "type": "integer", "minimum": 0, "description": "Schema objects compared." }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } }, "count": { "type": "object", "additionalProperties": false, "required": ["ok", "of"], "properties": { "ok": { "type": "integer", "minimum": 0 }, "of": { "type": "integer", "minimum": 0 } } }, "migrationStatus": { "enum": ["clean", "noise", "no-down", "up-fails", "down-fails", "re-up-fails", "drift", "data-loss", "unknown", "allowed"], "description": "Of the round trip alone, the worst that was seen." }, "migrationEvidence": { "type": "object", "additionalProperties": false, "required": ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"], "properties": { "version": { "type": "string" }, "name": { "type": "string" }, "file": { "type": "string" }, "downFile": { "type": "string", "description": "Only where it is another file." }, "status": { "$ref": "#/definitions/migrationStatus" }, "batch": { "type": "boolean", "description": "Part of the new migrations of this change." }, "alone": { "enum": ["reversible", "only-in-group", "not-reversible", "unknown"] }, "group": { "type": "array", "items": { "type": "string" }, "description": "Smallest enclosing group that comes back clean." }, "up": { "$ref": "#/definitions/migrationRun" }, "down": { "$ref": "#/definitions/migrationRun" }, "reup": { "$ref": "#/definitions/migrationRun" }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } }, "engineEvidence": { "type": "object", "additionalProperties": false, "required": ["kind", "version", "startMs"], "properties": { "kind": { "enum": ["embedded", "local", "url"] }, "version": { "type": "string" }, "startMs": { "$ref": "#/definitions/milliseconds" } } }, "planStep": { "type": "object", "additionalProperties": false, "required": ["version", "file", "outcome"], "properties": { "version": { "type": "string" }, "file": { "type": "string" }, "outcome": { "$ref": "#/definitions/runOutcome" }, "durationMs": { "$ref": "#/definitions/milliseconds" } } }, "migrateGateEvidence": { "type": "object", "additionalProperties": false, "required": ["scope", "migrations", "timings"], "properties": { "scope": { "enum": ["new", "all"] }, "layout": { "type": "string" }, "total": { "type": "integer", "minimum": 0 }, "migrations": { "type": "array", "items": { "$ref": "#/definitions/migrationEvidence" }, "description": "In order." }, "batch": { "$ref": "#/definitions/roundTrip" }, "chain": { "$ref": "#/definitions/roundTrip" }, "engine": { "$ref": "#/definitions/engineEvidence" }, "plan": { "type": "array", "description": "The way back as rehearsed: downs in order.", "items": { "$ref": "#/definitions/planStep" } }, "timings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/milliseconds" } } } }, "rate": { "type": "number", "minimum": 0, "maximum": 1 }, "rateOrNull": { "type": ["number", "null"], "minimum": 0, "maximum": 1 }, "whole": { "type": "integer", "minimum": 0 }, "moment": { "type": ["string", "number", "null"], "format": "date-time", "description": "UTC as text, or seconds since the rollout began; null: not yet.", "examples": ["2026-11-20T14:03:45Z"] }, "logE": { "type": ["number", "null"], "description": "Natural logarithm; null: E is 0." }, "bothArms": { "type": "object", "additionalProperties": false, "required": ["canary", "baseline"], "properties": { "canary": { "$ref": "#/definitions/whole" }, "baseline": { "$ref": "#/definitions/whole" } } }, "canaryAction": { "enum": ["hold", "wait", "promote", "finish", "rollback", "stop", null], "description": "hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided." }, "canaryMetricEvidence": { "type": "object", "additionalProperties": true, "required": ["name", "logE", "weight"], "properties": { "name": { "type": "string", "minLength": 1 }, "logE": { "$ref": "#/definitions/logE", "description": "Of the metric alone." }, "weight": { "$ref": "#/definitions/rate" } } }, "canaryShare": { "type": "object", "additionalProperties": true, "required": ["set", "measured"], "properties": { "set": { "$ref": "#/definitions/rate", "description": "As the step asks for." }, "measured": { "$ref": "#/definitions/rateOrNull", "description": "Of the counted requests." } } }, "canaryStepEvidence": { "type": "object", "additionalProperties": true, "required": ["weight", "from", "to", "decision", "strata", "requests", "errors", "logE", "metrics", "share", "breaker"], "properties": { "weight": { "type": "number", "minimum": 0, "maximum": 100, "description": "Percent." }, "from": { "$ref": "#/definitions/moment" }, "to": { "$ref": "#/definitions/moment" }, "decision": { "$ref": "#/definitions/canaryAction" }, "strata": { "type": ["integer", "object"], "minimum": 0, "additionalProperties": true, "description": "Used; or how many of each kind." }, "requests": { "$ref": "#/definitions/bothArms" }, "errors": { "$ref": "#/definitions/bothArms" }, "logE": { "$ref": "#/definitions/logE", "description": "At its end." }, "metrics": { "type": "array", "items": { "$ref": "#/definitions/canaryMetricEvidence" } }, "share": { "$ref": "#/definitions/canaryShare" }, "breaker": { "type": ["boolean", "number", "string", "object", "null"], "description": "The fast part B: whether, or with what, it decided." } } }, "canaryDecision": { "type": "object", "additionalProperties": true, "required": ["action", "at", "reason", "logE"], "properties": { "action": { "$ref": "#/definitions/canaryAction" }, "at": { "$ref": "#/definitions/moment" }, "reason": { "type": "string", "minLength": 1, "description": "Code." }, "logE": { "$ref": "#/definitions/logE" } } }, "canaryRouterEvidence": { "type": ["object", "null"], "additionalProperties": true, "required": ["kind", "object", "before", "after"], "properties": { "kind": { "type": "string", "minLength": 1 }, "object": { "type": ["string", "null"] }, "before": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." }, "after": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." } } }, "canaryPlanEvidence": { "type": "object", "additionalProperties": true, "required": ["hash", "alpha", "beta", "test"], "properties": { "hash": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "sha256 of the plan." }, "alpha": { "$ref": "#/definitions/rate" }, "beta": { "$ref": "#/definitions/rate" }, "test": { "type": "string", "minLength": 1, "examples": ["R15"], "description": "The one that was used." } } }, "canaryPoint": { "type": "object", "description": "One stratum, for charts.", "additionalProperties": true, "required": ["t", "step", "logE", "canary", "baseline"], "properties": { "t": { "type": "number", "description": "Seconds since the rollout began." }, "step": { "$ref": "#/definitions/whole", "description": "From 0." }, "logE": { "$ref": "#/definitions/logE" }, "canary": { "$ref": "#/definitions/rateOrNull", "description": "Error rate; null without requests." }, "baseline": { "$ref": "#/definitions/rateOrNull", "description": "Error rate; null without requests." } } }, "canaryStrata": { "type": "object", "additionalProperties": true, "required": ["used", "dropped"], "properties": { "used": { "$ref": "#/definitions/whole" }, "dropped": { "$ref": "#/definitions/whole" } } }, "canaryPlacebo": { "type": ["object", "null"], "additionalProperties": true, "required": ["groups", "reached"], "properties": { "groups": { "$ref": "#/definitions/whole", "description": "Fake canaries." }, "reached": { "$ref": "#/definitions/whole", "description": "Those that looked guilty." } } }, "canaryPromoteEvidence": { "type": "object", "description": "Facts of a rollout; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "steps": { "type": "array", "items": { "$ref": "#/definitions/canaryStepEvidence" }, "description": "Those that were reached, in order." }, "decision": { "$ref": "#/definitions/canaryDecision" }, "samples": { "type": ["string", "null"], "description": "File of the recorded samples, which replays to the same bytes." }, "router": { "$ref": "#/definitions/canaryRouterEvidence" }, "plan": { "$ref": "#/definitions/canaryPlanEvidence" }, "series": { "type": "array", "items": { "$ref": "#/definitions/canaryPoint" } }, "strata": { "$ref": "#/definitions/canaryStrata" }, "placebo": { "$ref": "#/definitions/canaryPlacebo" }, "preflight": { "type": ["array", "object"], "items": { "type": "object", "additionalProperties": true }, "additionalProperties": true, "description": "What can be seen, and when." } } } } };
var schema73 = { "type": "object", "additionalProperties": false, "required": ["scope", "migrations", "timings"], "properties": { "scope": { "enum": ["new", "all"] }, "layout": { "type": "string" }, "total": { "type": "integer", "minimum": 0 }, "migrations": { "type": "array", "items": { "$ref": "#/definitions/migrationEvidence" }, "description": "In order." }, "batch": { "$ref": "#/definitions/roundTrip" }, "chain": { "$ref": "#/definitions/roundTrip" }, "engine": { "$ref": "#/definitions/engineEvidence" }, "plan": { "type": "array", "description": "The way back as rehearsed: downs in order.", "items": { "$ref": "#/definitions/planStep" } }, "timings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/milliseconds" } } } };
var func22 = Object.prototype.hasOwnProperty;
var schema82 = { "type": "object", "additionalProperties": false, "required": ["version", "name", "file", "status", "batch", "up", "down", "reup", "schema"], "properties": { "version": { "type": "string" }, "name": { "type": "string" }, "file": { "type": "string" }, "downFile": { "type": "string", "description": "Only where it is another file." }, "status": { "$ref": "#/definitions/migrationStatus" }, "batch": { "type": "boolean", "description": "Part of the new migrations of this change." }, "alone": { "enum": ["reversible", "only-in-group", "not-reversible", "unknown"] }, "group": { "type": "array", "items": { "type": "string" }, "description": "Smallest enclosing group that comes back clean." }, "up": { "$ref": "#/definitions/migrationRun" }, "down": { "$ref": "#/definitions/migrationRun" }, "reup": { "$ref": "#/definitions/migrationRun" }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } };
var schema92 = { "enum": ["clean", "noise", "no-down", "up-fails", "down-fails", "re-up-fails", "drift", "data-loss", "unknown", "allowed"], "description": "Of the round trip alone, the worst that was seen." };
function validate242(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "clean" || data === "noise" || data === "no-down" || data === "up-fails" || data === "down-fails" || data === "re-up-fails" || data === "drift" || data === "data-loss" || data === "unknown" || data === "allowed")) {
    validate242.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema92.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate242.errors = vErrors;
  return errors === 0;
}
var schema112 = { "enum": ["ok", "failed", "timed-out", "missing", "not-run"] };
function validate272(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "ok" || data === "failed" || data === "timed-out" || data === "missing" || data === "not-run")) {
    validate272.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema112.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate272.errors = vErrors;
  return errors === 0;
}
function validate292(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data < 0 || isNaN(data)) {
        validate292.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
        return false;
      }
    } else {
      validate292.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
      return false;
    }
  }
  validate292.errors = vErrors;
  return errors === 0;
}
var pattern02 = new RegExp("^[0-9A-Z]{5}$", "u");
function validate312(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.message === void 0 && (missing0 = "message")) {
        validate312.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "message" || key0 === "sqlState" || key0 === "detail" || key0 === "hint" || key0 === "object")) {
            validate312.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.message !== void 0) {
            const _errs2 = errors;
            if (typeof data.message !== "string") {
              validate312.errors = [{ instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  if (!pattern02.test(data1)) {
                    validate312.errors = [{ instancePath: instancePath + "/sqlState", schemaPath: "#/properties/sqlState/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Z]{5}$" }, message: 'must match pattern "^[0-9A-Z]{5}$"' }];
                    return false;
                  }
                } else {
                  validate312.errors = [{ instancePath: instancePath + "/sqlState", schemaPath: "#/properties/sqlState/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate312.errors = [{ instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                    validate312.errors = [{ instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                      validate312.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      validate312.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate312.errors = vErrors;
  return errors === 0;
}
function validate262(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.outcome === void 0 && (missing0 = "outcome")) {
        validate262.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "outcome" || key0 === "durationMs" || key0 === "error")) {
            validate262.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.outcome !== void 0) {
            const _errs2 = errors;
            if (!validate272(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
              vErrors = vErrors === null ? validate272.errors : vErrors.concat(validate272.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.durationMs !== void 0) {
              const _errs3 = errors;
              if (!validate292(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
                vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.error !== void 0) {
                const _errs4 = errors;
                if (!validate312(data.error, { instancePath: instancePath + "/error", parentData: data, parentDataProperty: "error", rootData })) {
                  vErrors = vErrors === null ? validate312.errors : vErrors.concat(validate312.errors);
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
      validate262.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate262.errors = vErrors;
  return errors === 0;
}
var schema142 = { "type": "object", "additionalProperties": false, "required": ["class", "object", "change", "noise", "after"], "properties": { "class": { "type": "string", "minLength": 1 }, "object": { "type": "string", "minLength": 1 }, "change": { "enum": ["gone", "new", "changed"] }, "after": { "enum": ["down", "re-up"], "description": "after down: against the schema before up; after re-up: against the schema after the first up." }, "noise": { "type": ["string", "null"], "description": "Class of noise, null for a real difference." }, "attributes": { "type": "array", "items": { "$ref": "#/definitions/attributeDifference" } } } };
var func42 = require_ucs2length2().default;
var schema152 = { "type": "object", "additionalProperties": false, "required": ["name", "expected", "got"], "properties": { "name": { "type": "string" }, "expected": { "type": ["string", "null"] }, "got": { "type": ["string", "null"] } } };
function validate372(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.expected === void 0 && (missing0 = "expected") || data.got === void 0 && (missing0 = "got")) {
        validate372.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "expected" || key0 === "got")) {
            validate372.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            const _errs2 = errors;
            if (typeof data.name !== "string") {
              validate372.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate372.errors = [{ instancePath: instancePath + "/expected", schemaPath: "#/properties/expected/type", keyword: "type", params: { type: schema152.properties.expected.type }, message: "must be string,null" }];
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
                  validate372.errors = [{ instancePath: instancePath + "/got", schemaPath: "#/properties/got/type", keyword: "type", params: { type: schema152.properties.got.type }, message: "must be string,null" }];
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
      validate372.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate372.errors = vErrors;
  return errors === 0;
}
function validate362(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.class === void 0 && (missing0 = "class") || data.object === void 0 && (missing0 = "object") || data.change === void 0 && (missing0 = "change") || data.noise === void 0 && (missing0 = "noise") || data.after === void 0 && (missing0 = "after")) {
        validate362.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "class" || key0 === "object" || key0 === "change" || key0 === "after" || key0 === "noise" || key0 === "attributes")) {
            validate362.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
                if (func42(data0) < 1) {
                  validate362.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate362.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  if (func42(data1) < 1) {
                    validate362.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate362.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate362.errors = [{ instancePath: instancePath + "/change", schemaPath: "#/properties/change/enum", keyword: "enum", params: { allowedValues: schema142.properties.change.enum }, message: "must be equal to one of the allowed values" }];
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
                    validate362.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/enum", keyword: "enum", params: { allowedValues: schema142.properties.after.enum }, message: "must be equal to one of the allowed values" }];
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
                      validate362.errors = [{ instancePath: instancePath + "/noise", schemaPath: "#/properties/noise/type", keyword: "type", params: { type: schema142.properties.noise.type }, message: "must be string,null" }];
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
                            if (!validate372(data5[i0], { instancePath: instancePath + "/attributes/" + i0, parentData: data5, parentDataProperty: i0, rootData })) {
                              vErrors = vErrors === null ? validate372.errors : vErrors.concat(validate372.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs12 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate362.errors = [{ instancePath: instancePath + "/attributes", schemaPath: "#/properties/attributes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
      validate362.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate362.errors = vErrors;
  return errors === 0;
}
function validate232(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.version === void 0 && (missing0 = "version") || data.name === void 0 && (missing0 = "name") || data.file === void 0 && (missing0 = "file") || data.status === void 0 && (missing0 = "status") || data.batch === void 0 && (missing0 = "batch") || data.up === void 0 && (missing0 = "up") || data.down === void 0 && (missing0 = "down") || data.reup === void 0 && (missing0 = "reup") || data.schema === void 0 && (missing0 = "schema")) {
        validate232.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func22.call(schema82.properties, key0)) {
            validate232.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.version !== void 0) {
            const _errs2 = errors;
            if (typeof data.version !== "string") {
              validate232.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate232.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate232.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                    validate232.errors = [{ instancePath: instancePath + "/downFile", schemaPath: "#/properties/downFile/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.status !== void 0) {
                    const _errs10 = errors;
                    if (!validate242(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData })) {
                      vErrors = vErrors === null ? validate242.errors : vErrors.concat(validate242.errors);
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
                        validate232.errors = [{ instancePath: instancePath + "/batch", schemaPath: "#/properties/batch/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
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
                          validate232.errors = [{ instancePath: instancePath + "/alone", schemaPath: "#/properties/alone/enum", keyword: "enum", params: { allowedValues: schema82.properties.alone.enum }, message: "must be equal to one of the allowed values" }];
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
                                  validate232.errors = [{ instancePath: instancePath + "/group/" + i0, schemaPath: "#/properties/group/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                                var valid1 = _errs16 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            } else {
                              validate232.errors = [{ instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                            if (!validate262(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData })) {
                              vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs18 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.down !== void 0) {
                              const _errs19 = errors;
                              if (!validate262(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData })) {
                                vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs19 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.reup !== void 0) {
                                const _errs20 = errors;
                                if (!validate262(data.reup, { instancePath: instancePath + "/reup", parentData: data, parentDataProperty: "reup", rootData })) {
                                  vErrors = vErrors === null ? validate262.errors : vErrors.concat(validate262.errors);
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
                                        if (!validate362(data12[i1], { instancePath: instancePath + "/schema/" + i1, parentData: data12, parentDataProperty: i1, rootData })) {
                                          vErrors = vErrors === null ? validate362.errors : vErrors.concat(validate362.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid2 = _errs23 === errors;
                                        if (!valid2) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate232.errors = [{ instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
      validate232.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate232.errors = vErrors;
  return errors === 0;
}
var schema162 = { "type": "object", "additionalProperties": false, "required": ["migrations", "outcome", "up", "down", "reup", "objects", "schema"], "properties": { "migrations": { "type": "integer", "minimum": 0 }, "outcome": { "enum": ["clean", "noise", "fault", "unknown"] }, "up": { "$ref": "#/definitions/count" }, "down": { "$ref": "#/definitions/count" }, "reup": { "$ref": "#/definitions/count" }, "objects": { "type": "integer", "minimum": 0, "description": "Schema objects compared." }, "schema": { "type": "array", "items": { "$ref": "#/definitions/schemaDifference" } } } };
function validate422(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.ok === void 0 && (missing0 = "ok") || data.of === void 0 && (missing0 = "of")) {
        validate422.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "ok" || key0 === "of")) {
            validate422.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.ok !== void 0) {
            let data0 = data.ok;
            const _errs2 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate422.errors = [{ instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  validate422.errors = [{ instancePath: instancePath + "/ok", schemaPath: "#/properties/ok/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                validate422.errors = [{ instancePath: instancePath + "/of", schemaPath: "#/properties/of/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 0 || isNaN(data1)) {
                    validate422.errors = [{ instancePath: instancePath + "/of", schemaPath: "#/properties/of/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
      validate422.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate422.errors = vErrors;
  return errors === 0;
}
function validate412(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.migrations === void 0 && (missing0 = "migrations") || data.outcome === void 0 && (missing0 = "outcome") || data.up === void 0 && (missing0 = "up") || data.down === void 0 && (missing0 = "down") || data.reup === void 0 && (missing0 = "reup") || data.objects === void 0 && (missing0 = "objects") || data.schema === void 0 && (missing0 = "schema")) {
        validate412.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "migrations" || key0 === "outcome" || key0 === "up" || key0 === "down" || key0 === "reup" || key0 === "objects" || key0 === "schema")) {
            validate412.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.migrations !== void 0) {
            let data0 = data.migrations;
            const _errs2 = errors;
            if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
              validate412.errors = [{ instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
              return false;
            }
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 < 0 || isNaN(data0)) {
                  validate412.errors = [{ instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                validate412.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema162.properties.outcome.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.up !== void 0) {
                const _errs5 = errors;
                if (!validate422(data.up, { instancePath: instancePath + "/up", parentData: data, parentDataProperty: "up", rootData })) {
                  vErrors = vErrors === null ? validate422.errors : vErrors.concat(validate422.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.down !== void 0) {
                  const _errs6 = errors;
                  if (!validate422(data.down, { instancePath: instancePath + "/down", parentData: data, parentDataProperty: "down", rootData })) {
                    vErrors = vErrors === null ? validate422.errors : vErrors.concat(validate422.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.reup !== void 0) {
                    const _errs7 = errors;
                    if (!validate422(data.reup, { instancePath: instancePath + "/reup", parentData: data, parentDataProperty: "reup", rootData })) {
                      vErrors = vErrors === null ? validate422.errors : vErrors.concat(validate422.errors);
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
                        validate412.errors = [{ instancePath: instancePath + "/objects", schemaPath: "#/properties/objects/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs8) {
                        if (typeof data5 == "number" && isFinite(data5)) {
                          if (data5 < 0 || isNaN(data5)) {
                            validate412.errors = [{ instancePath: instancePath + "/objects", schemaPath: "#/properties/objects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                              if (!validate362(data6[i0], { instancePath: instancePath + "/schema/" + i0, parentData: data6, parentDataProperty: i0, rootData })) {
                                vErrors = vErrors === null ? validate362.errors : vErrors.concat(validate362.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs12 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          } else {
                            validate412.errors = [{ instancePath: instancePath + "/schema", schemaPath: "#/properties/schema/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
      validate412.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate412.errors = vErrors;
  return errors === 0;
}
var schema182 = { "type": "object", "additionalProperties": false, "required": ["kind", "version", "startMs"], "properties": { "kind": { "enum": ["embedded", "local", "url"] }, "version": { "type": "string" }, "startMs": { "$ref": "#/definitions/milliseconds" } } };
function validate492(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.kind === void 0 && (missing0 = "kind") || data.version === void 0 && (missing0 = "version") || data.startMs === void 0 && (missing0 = "startMs")) {
        validate492.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "kind" || key0 === "version" || key0 === "startMs")) {
            validate492.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.kind !== void 0) {
            let data0 = data.kind;
            const _errs2 = errors;
            if (!(data0 === "embedded" || data0 === "local" || data0 === "url")) {
              validate492.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema182.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
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
                validate492.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.startMs !== void 0) {
                const _errs5 = errors;
                if (!validate292(data.startMs, { instancePath: instancePath + "/startMs", parentData: data, parentDataProperty: "startMs", rootData })) {
                  vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
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
      validate492.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate492.errors = vErrors;
  return errors === 0;
}
function validate522(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.version === void 0 && (missing0 = "version") || data.file === void 0 && (missing0 = "file") || data.outcome === void 0 && (missing0 = "outcome")) {
        validate522.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "version" || key0 === "file" || key0 === "outcome" || key0 === "durationMs")) {
            validate522.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.version !== void 0) {
            const _errs2 = errors;
            if (typeof data.version !== "string") {
              validate522.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate522.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.outcome !== void 0) {
                const _errs6 = errors;
                if (!validate272(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                  vErrors = vErrors === null ? validate272.errors : vErrors.concat(validate272.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.durationMs !== void 0) {
                  const _errs7 = errors;
                  if (!validate292(data.durationMs, { instancePath: instancePath + "/durationMs", parentData: data, parentDataProperty: "durationMs", rootData })) {
                    vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
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
      validate522.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate522.errors = vErrors;
  return errors === 0;
}
function validate222(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.scope === void 0 && (missing0 = "scope") || data.migrations === void 0 && (missing0 = "migrations") || data.timings === void 0 && (missing0 = "timings")) {
        validate222.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func22.call(schema73.properties, key0)) {
            validate222.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.scope !== void 0) {
            let data0 = data.scope;
            const _errs2 = errors;
            if (!(data0 === "new" || data0 === "all")) {
              validate222.errors = [{ instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema73.properties.scope.enum }, message: "must be equal to one of the allowed values" }];
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
                validate222.errors = [{ instancePath: instancePath + "/layout", schemaPath: "#/properties/layout/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  validate222.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs5) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 0 || isNaN(data2)) {
                      validate222.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                        if (!validate232(data3[i0], { instancePath: instancePath + "/migrations/" + i0, parentData: data3, parentDataProperty: i0, rootData })) {
                          vErrors = vErrors === null ? validate232.errors : vErrors.concat(validate232.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    } else {
                      validate222.errors = [{ instancePath: instancePath + "/migrations", schemaPath: "#/properties/migrations/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                    if (!validate412(data.batch, { instancePath: instancePath + "/batch", parentData: data, parentDataProperty: "batch", rootData })) {
                      vErrors = vErrors === null ? validate412.errors : vErrors.concat(validate412.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.chain !== void 0) {
                      const _errs11 = errors;
                      if (!validate412(data.chain, { instancePath: instancePath + "/chain", parentData: data, parentDataProperty: "chain", rootData })) {
                        vErrors = vErrors === null ? validate412.errors : vErrors.concat(validate412.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.engine !== void 0) {
                        const _errs12 = errors;
                        if (!validate492(data.engine, { instancePath: instancePath + "/engine", parentData: data, parentDataProperty: "engine", rootData })) {
                          vErrors = vErrors === null ? validate492.errors : vErrors.concat(validate492.errors);
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
                                if (!validate522(data8[i1], { instancePath: instancePath + "/plan/" + i1, parentData: data8, parentDataProperty: i1, rootData })) {
                                  vErrors = vErrors === null ? validate522.errors : vErrors.concat(validate522.errors);
                                  errors = vErrors.length;
                                }
                                var valid2 = _errs15 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            } else {
                              validate222.errors = [{ instancePath: instancePath + "/plan", schemaPath: "#/properties/plan/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                                  if (!validate292(data10[key1], { instancePath: instancePath + "/timings/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data10, parentDataProperty: key1, rootData })) {
                                    vErrors = vErrors === null ? validate292.errors : vErrors.concat(validate292.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid3 = _errs19 === errors;
                                  if (!valid3) {
                                    break;
                                  }
                                }
                              } else {
                                validate222.errors = [{ instancePath: instancePath + "/timings", schemaPath: "#/properties/timings/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
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
      validate222.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate222.errors = vErrors;
  return errors === 0;
}
var schema202 = { "type": "object", "description": "Facts of a rollout; none of them when the gate could not begin.", "additionalProperties": true, "properties": { "steps": { "type": "array", "items": { "$ref": "#/definitions/canaryStepEvidence" }, "description": "Those that were reached, in order." }, "decision": { "$ref": "#/definitions/canaryDecision" }, "samples": { "type": ["string", "null"], "description": "File of the recorded samples, which replays to the same bytes." }, "router": { "$ref": "#/definitions/canaryRouterEvidence" }, "plan": { "$ref": "#/definitions/canaryPlanEvidence" }, "series": { "type": "array", "items": { "$ref": "#/definitions/canaryPoint" } }, "strata": { "$ref": "#/definitions/canaryStrata" }, "placebo": { "$ref": "#/definitions/canaryPlacebo" }, "preflight": { "type": ["array", "object"], "items": { "type": "object", "additionalProperties": true }, "additionalProperties": true, "description": "What can be seen, and when." } } };
var schema212 = { "type": "object", "additionalProperties": true, "required": ["weight", "from", "to", "decision", "strata", "requests", "errors", "logE", "metrics", "share", "breaker"], "properties": { "weight": { "type": "number", "minimum": 0, "maximum": 100, "description": "Percent." }, "from": { "$ref": "#/definitions/moment" }, "to": { "$ref": "#/definitions/moment" }, "decision": { "$ref": "#/definitions/canaryAction" }, "strata": { "type": ["integer", "object"], "minimum": 0, "additionalProperties": true, "description": "Used; or how many of each kind." }, "requests": { "$ref": "#/definitions/bothArms" }, "errors": { "$ref": "#/definitions/bothArms" }, "logE": { "$ref": "#/definitions/logE", "description": "At its end." }, "metrics": { "type": "array", "items": { "$ref": "#/definitions/canaryMetricEvidence" } }, "share": { "$ref": "#/definitions/canaryShare" }, "breaker": { "type": ["boolean", "number", "string", "object", "null"], "description": "The fast part B: whether, or with what, it decided." } } };
var schema222 = { "type": ["string", "number", "null"], "format": "date-time", "description": "UTC as text, or seconds since the rollout began; null: not yet.", "examples": ["2026-11-20T14:03:45Z"] };
var formats02 = require_formats2().fullFormats["date-time"];
function validate602(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && data !== null) {
    validate602.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema222.type }, message: "must be string,number,null" }];
    return false;
  }
  if (errors === 0) {
    if (errors === 0) {
      if (typeof data === "string") {
        if (!formats02.validate(data)) {
          validate602.errors = [{ instancePath, schemaPath: "#/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
          return false;
        }
      }
    }
  }
  validate602.errors = vErrors;
  return errors === 0;
}
var schema232 = { "enum": ["hold", "wait", "promote", "finish", "rollback", "stop", null], "description": "hold looks on, wait too, but for a person; promote goes to the next weight, finish ends the last step; rollback takes the traffic back, stop leaves it as it is; null: nothing was decided." };
function validate632(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "hold" || data === "wait" || data === "promote" || data === "finish" || data === "rollback" || data === "stop" || data === null)) {
    validate632.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema232.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate632.errors = vErrors;
  return errors === 0;
}
function validate662(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    validate662.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data < 0 || isNaN(data)) {
        validate662.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
        return false;
      }
    }
  }
  validate662.errors = vErrors;
  return errors === 0;
}
function validate652(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.canary === void 0 && (missing0 = "canary") || data.baseline === void 0 && (missing0 = "baseline")) {
        validate652.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "canary" || key0 === "baseline")) {
            validate652.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.canary !== void 0) {
            const _errs2 = errors;
            if (!validate662(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
              vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.baseline !== void 0) {
              const _errs3 = errors;
              if (!validate662(data.baseline, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
                vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
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
      validate652.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate652.errors = vErrors;
  return errors === 0;
}
var schema262 = { "type": ["number", "null"], "description": "Natural logarithm; null: E is 0." };
function validate712(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && data !== null) {
    validate712.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema262.type }, message: "must be number,null" }];
    return false;
  }
  validate712.errors = vErrors;
  return errors === 0;
}
function validate752(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 1 || isNaN(data)) {
        validate752.errors = [{ instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" }];
        return false;
      } else {
        if (data < 0 || isNaN(data)) {
          validate752.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
          return false;
        }
      }
    } else {
      validate752.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
      return false;
    }
  }
  validate752.errors = vErrors;
  return errors === 0;
}
function validate732(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.logE === void 0 && (missing0 = "logE") || data.weight === void 0 && (missing0 = "weight")) {
        validate732.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.name !== void 0) {
          let data0 = data.name;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func42(data0) < 1) {
                validate732.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            } else {
              validate732.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            if (!validate712(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
              vErrors = vErrors === null ? validate712.errors : vErrors.concat(validate712.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.weight !== void 0) {
              const _errs5 = errors;
              if (!validate752(data.weight, { instancePath: instancePath + "/weight", parentData: data, parentDataProperty: "weight", rootData })) {
                vErrors = vErrors === null ? validate752.errors : vErrors.concat(validate752.errors);
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
      validate732.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate732.errors = vErrors;
  return errors === 0;
}
var schema302 = { "type": ["number", "null"], "minimum": 0, "maximum": 1 };
function validate802(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && data !== null) {
    validate802.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema302.type }, message: "must be number,null" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 1 || isNaN(data)) {
        validate802.errors = [{ instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1" }];
        return false;
      } else {
        if (data < 0 || isNaN(data)) {
          validate802.errors = [{ instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
          return false;
        }
      }
    }
  }
  validate802.errors = vErrors;
  return errors === 0;
}
function validate782(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.set === void 0 && (missing0 = "set") || data.measured === void 0 && (missing0 = "measured")) {
        validate782.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.set !== void 0) {
          const _errs2 = errors;
          if (!validate752(data.set, { instancePath: instancePath + "/set", parentData: data, parentDataProperty: "set", rootData })) {
            vErrors = vErrors === null ? validate752.errors : vErrors.concat(validate752.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.measured !== void 0) {
            const _errs3 = errors;
            if (!validate802(data.measured, { instancePath: instancePath + "/measured", parentData: data, parentDataProperty: "measured", rootData })) {
              vErrors = vErrors === null ? validate802.errors : vErrors.concat(validate802.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate782.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate782.errors = vErrors;
  return errors === 0;
}
function validate592(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.weight === void 0 && (missing0 = "weight") || data.from === void 0 && (missing0 = "from") || data.to === void 0 && (missing0 = "to") || data.decision === void 0 && (missing0 = "decision") || data.strata === void 0 && (missing0 = "strata") || data.requests === void 0 && (missing0 = "requests") || data.errors === void 0 && (missing0 = "errors") || data.logE === void 0 && (missing0 = "logE") || data.metrics === void 0 && (missing0 = "metrics") || data.share === void 0 && (missing0 = "share") || data.breaker === void 0 && (missing0 = "breaker")) {
        validate592.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.weight !== void 0) {
          let data0 = data.weight;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 100 || isNaN(data0)) {
                validate592.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                return false;
              } else {
                if (data0 < 0 || isNaN(data0)) {
                  validate592.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                  return false;
                }
              }
            } else {
              validate592.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
            if (!validate602(data.from, { instancePath: instancePath + "/from", parentData: data, parentDataProperty: "from", rootData })) {
              vErrors = vErrors === null ? validate602.errors : vErrors.concat(validate602.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.to !== void 0) {
              const _errs5 = errors;
              if (!validate602(data.to, { instancePath: instancePath + "/to", parentData: data, parentDataProperty: "to", rootData })) {
                vErrors = vErrors === null ? validate602.errors : vErrors.concat(validate602.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.decision !== void 0) {
                const _errs6 = errors;
                if (!validate632(data.decision, { instancePath: instancePath + "/decision", parentData: data, parentDataProperty: "decision", rootData })) {
                  vErrors = vErrors === null ? validate632.errors : vErrors.concat(validate632.errors);
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
                    validate592.errors = [{ instancePath: instancePath + "/strata", schemaPath: "#/properties/strata/type", keyword: "type", params: { type: schema212.properties.strata.type }, message: "must be integer,object" }];
                    return false;
                  }
                  if (errors === _errs7) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 < 0 || isNaN(data4)) {
                        validate592.errors = [{ instancePath: instancePath + "/strata", schemaPath: "#/properties/strata/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                    if (!validate652(data.requests, { instancePath: instancePath + "/requests", parentData: data, parentDataProperty: "requests", rootData })) {
                      vErrors = vErrors === null ? validate652.errors : vErrors.concat(validate652.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.errors !== void 0) {
                      const _errs11 = errors;
                      if (!validate652(data.errors, { instancePath: instancePath + "/errors", parentData: data, parentDataProperty: "errors", rootData })) {
                        vErrors = vErrors === null ? validate652.errors : vErrors.concat(validate652.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.logE !== void 0) {
                        const _errs12 = errors;
                        if (!validate712(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
                          vErrors = vErrors === null ? validate712.errors : vErrors.concat(validate712.errors);
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
                                if (!validate732(data8[i0], { instancePath: instancePath + "/metrics/" + i0, parentData: data8, parentDataProperty: i0, rootData })) {
                                  vErrors = vErrors === null ? validate732.errors : vErrors.concat(validate732.errors);
                                  errors = vErrors.length;
                                }
                                var valid1 = _errs15 === errors;
                                if (!valid1) {
                                  break;
                                }
                              }
                            } else {
                              validate592.errors = [{ instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
                            if (!validate782(data.share, { instancePath: instancePath + "/share", parentData: data, parentDataProperty: "share", rootData })) {
                              vErrors = vErrors === null ? validate782.errors : vErrors.concat(validate782.errors);
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
                                validate592.errors = [{ instancePath: instancePath + "/breaker", schemaPath: "#/properties/breaker/type", keyword: "type", params: { type: schema212.properties.breaker.type }, message: "must be boolean,number,string,object,null" }];
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
      validate592.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate592.errors = vErrors;
  return errors === 0;
}
function validate842(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.action === void 0 && (missing0 = "action") || data.at === void 0 && (missing0 = "at") || data.reason === void 0 && (missing0 = "reason") || data.logE === void 0 && (missing0 = "logE")) {
        validate842.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.action !== void 0) {
          const _errs2 = errors;
          if (!validate632(data.action, { instancePath: instancePath + "/action", parentData: data, parentDataProperty: "action", rootData })) {
            vErrors = vErrors === null ? validate632.errors : vErrors.concat(validate632.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.at !== void 0) {
            const _errs3 = errors;
            if (!validate602(data.at, { instancePath: instancePath + "/at", parentData: data, parentDataProperty: "at", rootData })) {
              vErrors = vErrors === null ? validate602.errors : vErrors.concat(validate602.errors);
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
                  if (func42(data2) < 1) {
                    validate842.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate842.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                if (!validate712(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
                  vErrors = vErrors === null ? validate712.errors : vErrors.concat(validate712.errors);
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
      validate842.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate842.errors = vErrors;
  return errors === 0;
}
var schema322 = { "type": ["object", "null"], "additionalProperties": true, "required": ["kind", "object", "before", "after"], "properties": { "kind": { "type": "string", "minLength": 1 }, "object": { "type": ["string", "null"] }, "before": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." }, "after": { "type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "Percent on the canary." } } };
function validate892(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    validate892.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema322.type }, message: "must be object,null" }];
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.kind === void 0 && (missing0 = "kind") || data.object === void 0 && (missing0 = "object") || data.before === void 0 && (missing0 = "before") || data.after === void 0 && (missing0 = "after")) {
        validate892.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.kind !== void 0) {
          let data0 = data.kind;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func42(data0) < 1) {
                validate892.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            } else {
              validate892.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              validate892.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: schema322.properties.object.type }, message: "must be string,null" }];
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
                validate892.errors = [{ instancePath: instancePath + "/before", schemaPath: "#/properties/before/type", keyword: "type", params: { type: schema322.properties.before.type }, message: "must be number,null" }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 > 100 || isNaN(data2)) {
                    validate892.errors = [{ instancePath: instancePath + "/before", schemaPath: "#/properties/before/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                    return false;
                  } else {
                    if (data2 < 0 || isNaN(data2)) {
                      validate892.errors = [{ instancePath: instancePath + "/before", schemaPath: "#/properties/before/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
                  validate892.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: schema322.properties.after.type }, message: "must be number,null" }];
                  return false;
                }
                if (errors === _errs8) {
                  if (typeof data3 == "number" && isFinite(data3)) {
                    if (data3 > 100 || isNaN(data3)) {
                      validate892.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                      return false;
                    } else {
                      if (data3 < 0 || isNaN(data3)) {
                        validate892.errors = [{ instancePath: instancePath + "/after", schemaPath: "#/properties/after/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
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
  validate892.errors = vErrors;
  return errors === 0;
}
var pattern13 = new RegExp("^[0-9a-f]{64}$", "u");
function validate912(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.hash === void 0 && (missing0 = "hash") || data.alpha === void 0 && (missing0 = "alpha") || data.beta === void 0 && (missing0 = "beta") || data.test === void 0 && (missing0 = "test")) {
        validate912.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.hash !== void 0) {
          let data0 = data.hash;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (!pattern13.test(data0)) {
                validate912.errors = [{ instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' }];
                return false;
              }
            } else {
              validate912.errors = [{ instancePath: instancePath + "/hash", schemaPath: "#/properties/hash/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            if (!validate752(data.alpha, { instancePath: instancePath + "/alpha", parentData: data, parentDataProperty: "alpha", rootData })) {
              vErrors = vErrors === null ? validate752.errors : vErrors.concat(validate752.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.beta !== void 0) {
              const _errs5 = errors;
              if (!validate752(data.beta, { instancePath: instancePath + "/beta", parentData: data, parentDataProperty: "beta", rootData })) {
                vErrors = vErrors === null ? validate752.errors : vErrors.concat(validate752.errors);
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
                    if (func42(data3) < 1) {
                      validate912.errors = [{ instancePath: instancePath + "/test", schemaPath: "#/properties/test/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  } else {
                    validate912.errors = [{ instancePath: instancePath + "/test", schemaPath: "#/properties/test/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      validate912.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate912.errors = vErrors;
  return errors === 0;
}
function validate952(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.t === void 0 && (missing0 = "t") || data.step === void 0 && (missing0 = "step") || data.logE === void 0 && (missing0 = "logE") || data.canary === void 0 && (missing0 = "canary") || data.baseline === void 0 && (missing0 = "baseline")) {
        validate952.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.t !== void 0) {
          let data0 = data.t;
          const _errs2 = errors;
          if (!(typeof data0 == "number" && isFinite(data0))) {
            validate952.errors = [{ instancePath: instancePath + "/t", schemaPath: "#/properties/t/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.step !== void 0) {
            const _errs4 = errors;
            if (!validate662(data.step, { instancePath: instancePath + "/step", parentData: data, parentDataProperty: "step", rootData })) {
              vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.logE !== void 0) {
              const _errs5 = errors;
              if (!validate712(data.logE, { instancePath: instancePath + "/logE", parentData: data, parentDataProperty: "logE", rootData })) {
                vErrors = vErrors === null ? validate712.errors : vErrors.concat(validate712.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.canary !== void 0) {
                const _errs6 = errors;
                if (!validate802(data.canary, { instancePath: instancePath + "/canary", parentData: data, parentDataProperty: "canary", rootData })) {
                  vErrors = vErrors === null ? validate802.errors : vErrors.concat(validate802.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.baseline !== void 0) {
                  const _errs7 = errors;
                  if (!validate802(data.baseline, { instancePath: instancePath + "/baseline", parentData: data, parentDataProperty: "baseline", rootData })) {
                    vErrors = vErrors === null ? validate802.errors : vErrors.concat(validate802.errors);
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
      validate952.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate952.errors = vErrors;
  return errors === 0;
}
function validate1012(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.used === void 0 && (missing0 = "used") || data.dropped === void 0 && (missing0 = "dropped")) {
        validate1012.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.used !== void 0) {
          const _errs2 = errors;
          if (!validate662(data.used, { instancePath: instancePath + "/used", parentData: data, parentDataProperty: "used", rootData })) {
            vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.dropped !== void 0) {
            const _errs3 = errors;
            if (!validate662(data.dropped, { instancePath: instancePath + "/dropped", parentData: data, parentDataProperty: "dropped", rootData })) {
              vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate1012.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1012.errors = vErrors;
  return errors === 0;
}
var schema362 = { "type": ["object", "null"], "additionalProperties": true, "required": ["groups", "reached"], "properties": { "groups": { "$ref": "#/definitions/whole", "description": "Fake canaries." }, "reached": { "$ref": "#/definitions/whole", "description": "Those that looked guilty." } } };
function validate1052(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    validate1052.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema362.type }, message: "must be object,null" }];
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.groups === void 0 && (missing0 = "groups") || data.reached === void 0 && (missing0 = "reached")) {
        validate1052.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        if (data.groups !== void 0) {
          const _errs2 = errors;
          if (!validate662(data.groups, { instancePath: instancePath + "/groups", parentData: data, parentDataProperty: "groups", rootData })) {
            vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.reached !== void 0) {
            const _errs3 = errors;
            if (!validate662(data.reached, { instancePath: instancePath + "/reached", parentData: data, parentDataProperty: "reached", rootData })) {
              vErrors = vErrors === null ? validate662.errors : vErrors.concat(validate662.errors);
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
  validate1052.errors = vErrors;
  return errors === 0;
}
function validate582(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
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
              if (!validate592(data0[i0], { instancePath: instancePath + "/steps/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                vErrors = vErrors === null ? validate592.errors : vErrors.concat(validate592.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs4 === errors;
              if (!valid1) {
                break;
              }
            }
          } else {
            validate582.errors = [{ instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
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
          if (!validate842(data.decision, { instancePath: instancePath + "/decision", parentData: data, parentDataProperty: "decision", rootData })) {
            vErrors = vErrors === null ? validate842.errors : vErrors.concat(validate842.errors);
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
              validate582.errors = [{ instancePath: instancePath + "/samples", schemaPath: "#/properties/samples/type", keyword: "type", params: { type: schema202.properties.samples.type }, message: "must be string,null" }];
              return false;
            }
            var valid0 = _errs6 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.router !== void 0) {
              const _errs8 = errors;
              if (!validate892(data.router, { instancePath: instancePath + "/router", parentData: data, parentDataProperty: "router", rootData })) {
                vErrors = vErrors === null ? validate892.errors : vErrors.concat(validate892.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.plan !== void 0) {
                const _errs9 = errors;
                if (!validate912(data.plan, { instancePath: instancePath + "/plan", parentData: data, parentDataProperty: "plan", rootData })) {
                  vErrors = vErrors === null ? validate912.errors : vErrors.concat(validate912.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.series !== void 0) {
                  let data6 = data.series;
                  const _errs10 = errors;
                  if (errors === _errs10) {
                    if (Array.isArray(data6)) {
                      var valid2 = true;
                      const len1 = data6.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        const _errs12 = errors;
                        if (!validate952(data6[i1], { instancePath: instancePath + "/series/" + i1, parentData: data6, parentDataProperty: i1, rootData })) {
                          vErrors = vErrors === null ? validate952.errors : vErrors.concat(validate952.errors);
                          errors = vErrors.length;
                        }
                        var valid2 = _errs12 === errors;
                        if (!valid2) {
                          break;
                        }
                      }
                    } else {
                      validate582.errors = [{ instancePath: instancePath + "/series", schemaPath: "#/properties/series/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                      return false;
                    }
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.strata !== void 0) {
                    const _errs13 = errors;
                    if (!validate1012(data.strata, { instancePath: instancePath + "/strata", parentData: data, parentDataProperty: "strata", rootData })) {
                      vErrors = vErrors === null ? validate1012.errors : vErrors.concat(validate1012.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs13 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.placebo !== void 0) {
                      const _errs14 = errors;
                      if (!validate1052(data.placebo, { instancePath: instancePath + "/placebo", parentData: data, parentDataProperty: "placebo", rootData })) {
                        vErrors = vErrors === null ? validate1052.errors : vErrors.concat(validate1052.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.preflight !== void 0) {
                        let data10 = data.preflight;
                        const _errs15 = errors;
                        if (!data10 || typeof data10 != "object") {
                          validate582.errors = [{ instancePath: instancePath + "/preflight", schemaPath: "#/properties/preflight/type", keyword: "type", params: { type: schema202.properties.preflight.type }, message: "must be array,object" }];
                          return false;
                        }
                        if (errors === _errs15) {
                          if (Array.isArray(data10)) {
                            var valid3 = true;
                            const len2 = data10.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                              let data11 = data10[i2];
                              const _errs17 = errors;
                              if (errors === _errs17) {
                                if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                } else {
                                  validate582.errors = [{ instancePath: instancePath + "/preflight/" + i2, schemaPath: "#/properties/preflight/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                  return false;
                                }
                              }
                              var valid3 = _errs17 === errors;
                              if (!valid3) {
                                break;
                              }
                            }
                          }
                        }
                        var valid0 = _errs15 === errors;
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
      validate582.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate582.errors = vErrors;
  return errors === 0;
}
function validate1102(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
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
                validate1102.errors = [{ instancePath: instancePath + "/reasons/" + i0 + "/blocks", schemaPath: "#/properties/reasons/items/properties/blocks/const", keyword: "const", params: { allowedValue: "no" }, message: "must be equal to constant" }];
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
                    validate1102.errors = [{ instancePath: instancePath + "/proofs/" + i1 + "/outcome", schemaPath: "#/properties/proofs/items/then/properties/outcome/const", keyword: "const", params: { allowedValue: "pass" }, message: "must be equal to constant" }];
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
              validate1102.errors = vErrors;
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
  validate1102.errors = vErrors;
  return errors === 0;
}
var schema382 = { "enum": ["migrate-gate", "canary-promote", "checklist", "security-scan"] };
function validate1122(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "migrate-gate" || data === "canary-promote" || data === "checklist" || data === "security-scan")) {
    validate1122.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema382.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate1122.errors = vErrors;
  return errors === 0;
}
var schema392 = { "enum": ["pass", "fail", "unknown"], "description": "unknown never passes: something required could not be proven." };
function validate1142(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "unknown")) {
    validate1142.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema392.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate1142.errors = vErrors;
  return errors === 0;
}
var schema402 = { "type": "object", "additionalProperties": false, "properties": { "service": { "type": "string", "minLength": 1 }, "repository": { "type": "string", "pattern": "^[^/\\s]+/[^/\\s]+$", "examples": ["acme/order-service"] }, "commit": { "$ref": "#/definitions/commit" }, "base": { "$ref": "#/definitions/commit" }, "ref": { "type": "string", "minLength": 1 }, "event": { "type": "string", "minLength": 1 }, "environment": { "type": "string", "minLength": 1 }, "path": { "type": "string", "description": "What was looked at, from the top of the repository." }, "run": { "$ref": "#/definitions/workflowRun" } } };
var pattern22 = new RegExp("^[^/\\s]+/[^/\\s]+$", "u");
var pattern32 = new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$", "u");
function validate1172(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern32.test(data)) {
        validate1172.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$" }, message: 'must match pattern "^[0-9a-f]{40}([0-9a-f]{24})?$"' }];
        return false;
      }
    } else {
      validate1172.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate1172.errors = vErrors;
  return errors === 0;
}
var pattern42 = new RegExp("^[0-9]+$", "u");
function validate1202(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.attempt === void 0 && (missing0 = "attempt")) {
        validate1202.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "id" || key0 === "attempt")) {
            validate1202.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
                if (!pattern42.test(data0)) {
                  validate1202.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-9]+$" }, message: 'must match pattern "^[0-9]+$"' }];
                  return false;
                }
              } else {
                validate1202.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate1202.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate1202.errors = [{ instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
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
      validate1202.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1202.errors = vErrors;
  return errors === 0;
}
function validate1162(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func22.call(schema402.properties, key0)) {
          validate1162.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
              if (func42(data0) < 1) {
                validate1162.errors = [{ instancePath: instancePath + "/service", schemaPath: "#/properties/service/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                return false;
              }
            } else {
              validate1162.errors = [{ instancePath: instancePath + "/service", schemaPath: "#/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                if (!pattern22.test(data1)) {
                  validate1162.errors = [{ instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[^/\\s]+/[^/\\s]+$" }, message: 'must match pattern "^[^/\\s]+/[^/\\s]+$"' }];
                  return false;
                }
              } else {
                validate1162.errors = [{ instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              if (!validate1172(data.commit, { instancePath: instancePath + "/commit", parentData: data, parentDataProperty: "commit", rootData })) {
                vErrors = vErrors === null ? validate1172.errors : vErrors.concat(validate1172.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.base !== void 0) {
                const _errs7 = errors;
                if (!validate1172(data.base, { instancePath: instancePath + "/base", parentData: data, parentDataProperty: "base", rootData })) {
                  vErrors = vErrors === null ? validate1172.errors : vErrors.concat(validate1172.errors);
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
                      if (func42(data4) < 1) {
                        validate1162.errors = [{ instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate1162.errors = [{ instancePath: instancePath + "/ref", schemaPath: "#/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                        if (func42(data5) < 1) {
                          validate1162.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate1162.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                          if (func42(data6) < 1) {
                            validate1162.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        } else {
                          validate1162.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                          validate1162.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.run !== void 0) {
                          const _errs16 = errors;
                          if (!validate1202(data.run, { instancePath: instancePath + "/run", parentData: data, parentDataProperty: "run", rootData })) {
                            vErrors = vErrors === null ? validate1202.errors : vErrors.concat(validate1202.errors);
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
      validate1162.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1162.errors = vErrors;
  return errors === 0;
}
var schema432 = { "type": "object", "additionalProperties": false, "required": ["code", "severity", "blocks", "title", "seen", "hurts", "mend", "docs", "evidence"], "properties": { "code": { "type": "string", "maxLength": 100, "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "examples": ["drift", "down-fails"] }, "severity": { "$ref": "#/definitions/severity" }, "blocks": { "$ref": "#/definitions/blocks" }, "title": { "type": "string", "minLength": 1 }, "seen": { "type": "string", "minLength": 1 }, "hurts": { "type": "string", "minLength": 1 }, "mend": { "type": "string", "minLength": 1 }, "repair": { "$ref": "#/definitions/repair" }, "location": { "$ref": "#/definitions/location" }, "excerpt": { "type": "string", "description": "The line of the file at location." }, "docs": { "type": "string", "minLength": 1, "description": "Page of the reason: a URL, or its path in Shipgate's repository." }, "allowance": { "$ref": "#/definitions/allowance" }, "evidence": { "type": "object" } } };
var pattern52 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
var schema442 = { "enum": ["data-loss", "error", "warning", "note"], "description": "Worst first. data-loss and error are faults: they fail the gate." };
function validate1242(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "data-loss" || data === "error" || data === "warning" || data === "note")) {
    validate1242.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema442.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate1242.errors = vErrors;
  return errors === 0;
}
var schema452 = { "enum": ["fail", "unknown", "no"], "description": "What a reason makes of the outcome." };
function validate1262(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "fail" || data === "unknown" || data === "no")) {
    validate1262.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema452.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate1262.errors = vErrors;
  return errors === 0;
}
var schema462 = { "type": "object", "description": "What can be pasted.", "additionalProperties": false, "required": ["language", "text"], "properties": { "language": { "enum": ["sql", "diff", "sh", "yaml"] }, "text": { "type": "string", "minLength": 1 } } };
function validate1282(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.language === void 0 && (missing0 = "language") || data.text === void 0 && (missing0 = "text")) {
        validate1282.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "language" || key0 === "text")) {
            validate1282.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.language !== void 0) {
            let data0 = data.language;
            const _errs2 = errors;
            if (!(data0 === "sql" || data0 === "diff" || data0 === "sh" || data0 === "yaml")) {
              validate1282.errors = [{ instancePath: instancePath + "/language", schemaPath: "#/properties/language/enum", keyword: "enum", params: { allowedValues: schema462.properties.language.enum }, message: "must be equal to one of the allowed values" }];
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
                  if (func42(data1) < 1) {
                    validate1282.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate1282.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      validate1282.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1282.errors = vErrors;
  return errors === 0;
}
function validate1302(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.file === void 0 && (missing0 = "file")) {
        validate1302.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "file" || key0 === "line" || key0 === "column" || key0 === "endColumn")) {
            validate1302.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
                if (func42(data0) < 1) {
                  validate1302.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate1302.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate1302.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate1302.errors = [{ instancePath: instancePath + "/line", schemaPath: "#/properties/line/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
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
                  validate1302.errors = [{ instancePath: instancePath + "/column", schemaPath: "#/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate1302.errors = [{ instancePath: instancePath + "/column", schemaPath: "#/properties/column/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
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
                    validate1302.errors = [{ instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                    return false;
                  }
                  if (errors === _errs8) {
                    if (typeof data3 == "number" && isFinite(data3)) {
                      if (data3 < 1 || isNaN(data3)) {
                        validate1302.errors = [{ instancePath: instancePath + "/endColumn", schemaPath: "#/properties/endColumn/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }];
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
      validate1302.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1302.errors = vErrors;
  return errors === 0;
}
var schema482 = { "type": "object", "additionalProperties": false, "required": ["by", "reason"], "properties": { "by": { "enum": ["comment", "baseline"] }, "reason": { "type": "string", "minLength": 1 }, "expires": { "type": "string", "format": "date", "examples": ["2027-01-31"] } } };
var formats22 = require_formats2().fullFormats.date;
function validate1322(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.by === void 0 && (missing0 = "by") || data.reason === void 0 && (missing0 = "reason")) {
        validate1322.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "by" || key0 === "reason" || key0 === "expires")) {
            validate1322.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.by !== void 0) {
            let data0 = data.by;
            const _errs2 = errors;
            if (!(data0 === "comment" || data0 === "baseline")) {
              validate1322.errors = [{ instancePath: instancePath + "/by", schemaPath: "#/properties/by/enum", keyword: "enum", params: { allowedValues: schema482.properties.by.enum }, message: "must be equal to one of the allowed values" }];
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
                  if (func42(data1) < 1) {
                    validate1322.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate1322.errors = [{ instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                      if (!formats22.validate(data2)) {
                        validate1322.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/format", keyword: "format", params: { format: "date" }, message: 'must match format "date"' }];
                        return false;
                      }
                    } else {
                      validate1322.errors = [{ instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      validate1322.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1322.errors = vErrors;
  return errors === 0;
}
function validate1232(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.code === void 0 && (missing0 = "code") || data.severity === void 0 && (missing0 = "severity") || data.blocks === void 0 && (missing0 = "blocks") || data.title === void 0 && (missing0 = "title") || data.seen === void 0 && (missing0 = "seen") || data.hurts === void 0 && (missing0 = "hurts") || data.mend === void 0 && (missing0 = "mend") || data.docs === void 0 && (missing0 = "docs") || data.evidence === void 0 && (missing0 = "evidence")) {
        validate1232.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func22.call(schema432.properties, key0)) {
            validate1232.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
                if (func42(data0) > 100) {
                  validate1232.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }];
                  return false;
                } else {
                  if (!pattern52.test(data0)) {
                    validate1232.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"' }];
                    return false;
                  }
                }
              } else {
                validate1232.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
              if (!validate1242(data.severity, { instancePath: instancePath + "/severity", parentData: data, parentDataProperty: "severity", rootData })) {
                vErrors = vErrors === null ? validate1242.errors : vErrors.concat(validate1242.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.blocks !== void 0) {
                const _errs5 = errors;
                if (!validate1262(data.blocks, { instancePath: instancePath + "/blocks", parentData: data, parentDataProperty: "blocks", rootData })) {
                  vErrors = vErrors === null ? validate1262.errors : vErrors.concat(validate1262.errors);
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
                      if (func42(data3) < 1) {
                        validate1232.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate1232.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                        if (func42(data4) < 1) {
                          validate1232.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      } else {
                        validate1232.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                          if (func42(data5) < 1) {
                            validate1232.errors = [{ instancePath: instancePath + "/hurts", schemaPath: "#/properties/hurts/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        } else {
                          validate1232.errors = [{ instancePath: instancePath + "/hurts", schemaPath: "#/properties/hurts/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                            if (func42(data6) < 1) {
                              validate1232.errors = [{ instancePath: instancePath + "/mend", schemaPath: "#/properties/mend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                              return false;
                            }
                          } else {
                            validate1232.errors = [{ instancePath: instancePath + "/mend", schemaPath: "#/properties/mend/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                          if (!validate1282(data.repair, { instancePath: instancePath + "/repair", parentData: data, parentDataProperty: "repair", rootData })) {
                            vErrors = vErrors === null ? validate1282.errors : vErrors.concat(validate1282.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.location !== void 0) {
                            const _errs15 = errors;
                            if (!validate1302(data.location, { instancePath: instancePath + "/location", parentData: data, parentDataProperty: "location", rootData })) {
                              vErrors = vErrors === null ? validate1302.errors : vErrors.concat(validate1302.errors);
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
                                validate1232.errors = [{ instancePath: instancePath + "/excerpt", schemaPath: "#/properties/excerpt/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                                    if (func42(data10) < 1) {
                                      validate1232.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  } else {
                                    validate1232.errors = [{ instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                                  if (!validate1322(data.allowance, { instancePath: instancePath + "/allowance", parentData: data, parentDataProperty: "allowance", rootData })) {
                                    vErrors = vErrors === null ? validate1322.errors : vErrors.concat(validate1322.errors);
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
                                      validate1232.errors = [{ instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
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
      validate1232.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1232.errors = vErrors;
  return errors === 0;
}
var schema502 = { "enum": ["pass", "fail", "not-proven"] };
function validate1362(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data === "pass" || data === "fail" || data === "not-proven")) {
    validate1362.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema502.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate1362.errors = vErrors;
  return errors === 0;
}
function validate1352(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.required === void 0 && (missing0 = "required") || data.outcome === void 0 && (missing0 = "outcome") || data.seen === void 0 && (missing0 = "seen")) {
        validate1352.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "required" || key0 === "outcome" || key0 === "seen")) {
            validate1352.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
                if (func42(data0) < 1) {
                  validate1352.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate1352.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                validate1352.errors = [{ instancePath: instancePath + "/required", schemaPath: "#/properties/required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.outcome !== void 0) {
                const _errs6 = errors;
                if (!validate1362(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                  vErrors = vErrors === null ? validate1362.errors : vErrors.concat(validate1362.errors);
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
                      if (func42(data3) < 1) {
                        validate1352.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                        return false;
                      }
                    } else {
                      validate1352.errors = [{ instancePath: instancePath + "/seen", schemaPath: "#/properties/seen/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
      validate1352.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1352.errors = vErrors;
  return errors === 0;
}
function validate1392(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.name === void 0 && (missing0 = "name") || data.version === void 0 && (missing0 = "version")) {
        validate1392.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "name" || key0 === "version" || key0 === "commit")) {
            validate1392.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
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
                if (func42(data0) < 1) {
                  validate1392.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                  return false;
                }
              } else {
                validate1392.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                  if (func42(data1) < 1) {
                    validate1392.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                    return false;
                  }
                } else {
                  validate1392.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                if (!validate1172(data.commit, { instancePath: instancePath + "/commit", parentData: data, parentDataProperty: "commit", rootData })) {
                  vErrors = vErrors === null ? validate1172.errors : vErrors.concat(validate1172.errors);
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
      validate1392.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate1392.errors = vErrors;
  return errors === 0;
}
function validate212(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
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
        if (!validate222(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData })) {
          vErrors = vErrors === null ? validate222.errors : vErrors.concat(validate222.errors);
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
    validate212.errors = vErrors;
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
          if (!validate582(data.evidence, { instancePath: instancePath + "/evidence", parentData: data, parentDataProperty: "evidence", rootData })) {
            vErrors = vErrors === null ? validate582.errors : vErrors.concat(validate582.errors);
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
      validate212.errors = vErrors;
      return false;
    }
    var valid0 = _errs7 === errors;
    if (valid0) {
      const _errs13 = errors;
      const _errs15 = errors;
      let valid7 = true;
      const _errs16 = errors;
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
            if ("pass" !== data.outcome) {
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
      var _valid2 = _errs16 === errors;
      errors = _errs15;
      if (vErrors !== null) {
        if (_errs15) {
          vErrors.length = _errs15;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs18 = errors;
        if (!validate1102(data, { instancePath, parentData, parentDataProperty, rootData })) {
          vErrors = vErrors === null ? validate1102.errors : vErrors.concat(validate1102.errors);
          errors = vErrors.length;
        }
        var _valid2 = _errs18 === errors;
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
        validate212.errors = vErrors;
        return false;
      }
      var valid0 = _errs13 === errors;
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.version === void 0 && (missing3 = "version") || data.gate === void 0 && (missing3 = "gate") || data.outcome === void 0 && (missing3 = "outcome") || data.subject === void 0 && (missing3 = "subject") || data.headline === void 0 && (missing3 = "headline") || data.reasons === void 0 && (missing3 = "reasons") || data.proofs === void 0 && (missing3 = "proofs") || data.evidence === void 0 && (missing3 = "evidence") || data.tool === void 0 && (missing3 = "tool") || data.startedAt === void 0 && (missing3 = "startedAt") || data.finishedAt === void 0 && (missing3 = "finishedAt")) {
        validate212.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
        return false;
      } else {
        const _errs19 = errors;
        for (const key0 in data) {
          if (!func22.call(schema63.properties, key0)) {
            validate212.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs19 === errors) {
          if (data.version !== void 0) {
            const _errs20 = errors;
            if (1 !== data.version) {
              validate212.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" }];
              return false;
            }
            var valid9 = _errs20 === errors;
          } else {
            var valid9 = true;
          }
          if (valid9) {
            if (data.gate !== void 0) {
              const _errs21 = errors;
              if (!validate1122(data.gate, { instancePath: instancePath + "/gate", parentData: data, parentDataProperty: "gate", rootData })) {
                vErrors = vErrors === null ? validate1122.errors : vErrors.concat(validate1122.errors);
                errors = vErrors.length;
              }
              var valid9 = _errs21 === errors;
            } else {
              var valid9 = true;
            }
            if (valid9) {
              if (data.outcome !== void 0) {
                const _errs22 = errors;
                if (!validate1142(data.outcome, { instancePath: instancePath + "/outcome", parentData: data, parentDataProperty: "outcome", rootData })) {
                  vErrors = vErrors === null ? validate1142.errors : vErrors.concat(validate1142.errors);
                  errors = vErrors.length;
                }
                var valid9 = _errs22 === errors;
              } else {
                var valid9 = true;
              }
              if (valid9) {
                if (data.headline !== void 0) {
                  let data8 = data.headline;
                  const _errs23 = errors;
                  if (errors === _errs23) {
                    if (typeof data8 === "string") {
                      if (func42(data8) > 300) {
                        validate212.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters" }];
                        return false;
                      } else {
                        if (func42(data8) < 1) {
                          validate212.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                          return false;
                        }
                      }
                    } else {
                      validate212.errors = [{ instancePath: instancePath + "/headline", schemaPath: "#/properties/headline/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                      return false;
                    }
                  }
                  var valid9 = _errs23 === errors;
                } else {
                  var valid9 = true;
                }
                if (valid9) {
                  if (data.subject !== void 0) {
                    const _errs25 = errors;
                    if (!validate1162(data.subject, { instancePath: instancePath + "/subject", parentData: data, parentDataProperty: "subject", rootData })) {
                      vErrors = vErrors === null ? validate1162.errors : vErrors.concat(validate1162.errors);
                      errors = vErrors.length;
                    }
                    var valid9 = _errs25 === errors;
                  } else {
                    var valid9 = true;
                  }
                  if (valid9) {
                    if (data.reasons !== void 0) {
                      let data10 = data.reasons;
                      const _errs26 = errors;
                      if (errors === _errs26) {
                        if (Array.isArray(data10)) {
                          var valid10 = true;
                          const len0 = data10.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs28 = errors;
                            if (!validate1232(data10[i0], { instancePath: instancePath + "/reasons/" + i0, parentData: data10, parentDataProperty: i0, rootData })) {
                              vErrors = vErrors === null ? validate1232.errors : vErrors.concat(validate1232.errors);
                              errors = vErrors.length;
                            }
                            var valid10 = _errs28 === errors;
                            if (!valid10) {
                              break;
                            }
                          }
                        } else {
                          validate212.errors = [{ instancePath: instancePath + "/reasons", schemaPath: "#/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                          return false;
                        }
                      }
                      var valid9 = _errs26 === errors;
                    } else {
                      var valid9 = true;
                    }
                    if (valid9) {
                      if (data.proofs !== void 0) {
                        let data12 = data.proofs;
                        const _errs29 = errors;
                        if (errors === _errs29) {
                          if (Array.isArray(data12)) {
                            var valid11 = true;
                            const len1 = data12.length;
                            for (let i1 = 0; i1 < len1; i1++) {
                              const _errs31 = errors;
                              if (!validate1352(data12[i1], { instancePath: instancePath + "/proofs/" + i1, parentData: data12, parentDataProperty: i1, rootData })) {
                                vErrors = vErrors === null ? validate1352.errors : vErrors.concat(validate1352.errors);
                                errors = vErrors.length;
                              }
                              var valid11 = _errs31 === errors;
                              if (!valid11) {
                                break;
                              }
                            }
                          } else {
                            validate212.errors = [{ instancePath: instancePath + "/proofs", schemaPath: "#/properties/proofs/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                            return false;
                          }
                        }
                        var valid9 = _errs29 === errors;
                      } else {
                        var valid9 = true;
                      }
                      if (valid9) {
                        if (data.evidence !== void 0) {
                          let data14 = data.evidence;
                          const _errs32 = errors;
                          if (!(data14 && typeof data14 == "object" && !Array.isArray(data14))) {
                            validate212.errors = [{ instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                            return false;
                          }
                          var valid9 = _errs32 === errors;
                        } else {
                          var valid9 = true;
                        }
                        if (valid9) {
                          if (data.tool !== void 0) {
                            const _errs34 = errors;
                            if (!validate1392(data.tool, { instancePath: instancePath + "/tool", parentData: data, parentDataProperty: "tool", rootData })) {
                              vErrors = vErrors === null ? validate1392.errors : vErrors.concat(validate1392.errors);
                              errors = vErrors.length;
                            }
                            var valid9 = _errs34 === errors;
                          } else {
                            var valid9 = true;
                          }
                          if (valid9) {
                            if (data.startedAt !== void 0) {
                              let data16 = data.startedAt;
                              const _errs35 = errors;
                              if (errors === _errs35) {
                                if (errors === _errs35) {
                                  if (typeof data16 === "string") {
                                    if (!formats02.validate(data16)) {
                                      validate212.errors = [{ instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                                      return false;
                                    }
                                  } else {
                                    validate212.errors = [{ instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                              }
                              var valid9 = _errs35 === errors;
                            } else {
                              var valid9 = true;
                            }
                            if (valid9) {
                              if (data.finishedAt !== void 0) {
                                let data17 = data.finishedAt;
                                const _errs37 = errors;
                                if (errors === _errs37) {
                                  if (errors === _errs37) {
                                    if (typeof data17 === "string") {
                                      if (!formats02.validate(data17)) {
                                        validate212.errors = [{ instancePath: instancePath + "/finishedAt", schemaPath: "#/properties/finishedAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }];
                                        return false;
                                      }
                                    } else {
                                      validate212.errors = [{ instancePath: instancePath + "/finishedAt", schemaPath: "#/properties/finishedAt/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                }
                                var valid9 = _errs37 === errors;
                              } else {
                                var valid9 = true;
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
      validate212.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate212.errors = vErrors;
  return errors === 0;
}

// schemas/src/json-places.ts
var JsonSlip = class extends Error {
  offset;
  constructor(offset) {
    super(`not JSON at offset ${offset}`);
    this.name = "JsonSlip";
    this.offset = offset;
  }
};
var DEEPEST2 = 200;
function jsonPlaces(text) {
  const scanner = new JsonScanner(text);
  scanner.document();
  return scanner;
}
var SPACE = /[ \t\r\n]*/y;
var STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
var SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
var JsonScanner = class {
  places = /* @__PURE__ */ new Map();
  duplicates = [];
  #text;
  #at = 0;
  #depth = 0;
  constructor(text) {
    this.#text = text;
  }
  document() {
    this.#value("", void 0);
    if (this.#at < this.#text.length) throw new JsonSlip(this.#at);
  }
  #value(pointer, key) {
    this.#take(SPACE);
    const start = this.#at;
    const opening = this.#text[start];
    if (opening === "{") this.#members(pointer);
    else if (opening === "[") this.#elements(pointer);
    else this.#take(opening === '"' ? STRING : SCALAR);
    const kind = opening === "{" ? "map" : opening === "[" ? "list" : "scalar";
    const range = [start, this.#at];
    this.places.set(pointer, key === void 0 ? { value: range, kind } : { value: range, key, kind });
    this.#take(SPACE);
  }
  #members(pointer) {
    const seen = /* @__PURE__ */ new Map();
    this.#entries("}", () => {
      const start = this.#at;
      const name = JSON.parse(this.#take(STRING));
      const range = [start, this.#at];
      const first = seen.get(name);
      if (first !== void 0) this.duplicates.push({ name, at: range, first });
      seen.set(name, range);
      this.#take(SPACE);
      this.#take(/:/y);
      this.#value(pointerTo(pointer, name), range);
    });
  }
  #elements(pointer) {
    let index = 0;
    this.#entries("]", () => {
      this.#value(pointerTo(pointer, index), void 0);
      index += 1;
    });
  }
  /** What stands between a bracket and its end, with commas between entries. */
  #entries(end, entry) {
    if (++this.#depth > DEEPEST2) throw new RangeError(`more than ${DEEPEST2} levels`);
    this.#at += 1;
    this.#take(SPACE);
    if (this.#text[this.#at] !== end) {
      entry();
      while (this.#text[this.#at] !== end) {
        this.#take(/,/y);
        this.#take(SPACE);
        entry();
      }
    }
    this.#at += 1;
    this.#depth -= 1;
  }
  #take(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === void 0) throw new JsonSlip(this.#at);
    this.#at += found.length;
    return found;
  }
};

// schemas/src/verdict.ts
var LARGEST2 = 64 * 1024 * 1024;
var schema2 = verdict_schema_default;
var MOST_VALUES = 2e3;
function schemaErrors(value) {
  if (validateVerdict2(value)) return [];
  const first = validateVerdict2.errors ?? [];
  if (isLarge(value)) return first;
  return validateVerdict(value) ? first : validateVerdict.errors ?? first;
}
function isLarge(value) {
  const open = [value];
  for (let count = 0; count <= MOST_VALUES; count += 1) {
    if (open.length === 0) return false;
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const parts = Object.values(next);
    if (parts.length > MOST_VALUES) return true;
    open.push(...parts);
  }
  return true;
}
function readVerdictFile(input, { file }) {
  const source = decode(input, file, LARGEST2);
  if ("title" in source) return refused2([source]);
  const parsed2 = parse(source);
  if ("fault" in parsed2) return refused2([parsed2.fault]);
  const { value } = parsed2;
  const scanned = scan(source);
  if ("title" in scanned) return refused2([scanned]);
  const twice2 = scanned.duplicates.map(({ name, at: at2, first }) => {
    const related = placeText(source, first);
    return faultAt(source, at2, {
      title: `key "${name}" is there twice`,
      expected: "each key once",
      got: name,
      related,
      do: "keep one of the two"
    });
  });
  const errors = schemaErrors(value);
  const document = {
    source,
    value,
    places: scanned.places,
    schemaAt: schemaFor(value),
    keysPage: () => "schemas/verdict.schema.json"
  };
  const faults = findingsOf(document, errors).map((finding) => faultAt(source, finding.range, finding.words));
  const all = inFileOrder([...twice2, ...faults]);
  return all.length > 0 ? refused2(all) : { value, faults: [], warnings: [] };
}
function schemaFor(value) {
  const gate = typeof value === "object" && value !== null && "gate" in value ? String(value.gate) : "";
  const $ref = EVIDENCE.get(gate);
  return (pointer) => {
    const [first, ...rest] = segmentsOf(pointer);
    if (first === void 0) return schema2;
    if (first !== "evidence" || $ref === void 0) return schemaAlong([first, ...rest], schema2, schema2);
    return schemaAlong(rest, { $ref }, schema2);
  };
}
var EVIDENCE = /* @__PURE__ */ new Map([
  ["migrate-gate", "#/definitions/migrateGateEvidence"],
  ["canary-promote", "#/definitions/canaryPromoteEvidence"]
]);
function refused2(faults) {
  return { value: void 0, faults, warnings: [] };
}
function parse(source) {
  try {
    return { value: JSON.parse(source.text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const slip = scan(source);
    return { fault: "title" in slip ? slip : notJson(source, source.text.length) };
  }
}
function scan(source) {
  try {
    return jsonPlaces(source.text);
  } catch (error) {
    if (error instanceof JsonSlip) return notJson(source, error.offset);
    if (!(error instanceof RangeError)) throw error;
    const words = { title: "values are nested too deeply", expected: "a verdict", got: "more than 200 levels" };
    return faultAt(source, [0, 1], { ...words, do: "check whether this is the right file" });
  }
}
function notJson(source, offset) {
  const got = source.text.slice(offset, offset + 1);
  return faultAt(source, [offset, offset + 1], {
    title: source.text.trim() === "" ? "the file is empty" : "the text is not JSON",
    expected: "a verdict as JSON",
    got: got === "" ? "the end of the text" : got,
    do: "let the gate write the file anew"
  });
}

// cli/package.json
var package_default = {
  name: "@shipgate/cli",
  version: "0.1.0",
  private: true,
  description: "shipgate validate: checks .github/shipgate.yml as the gates do.",
  license: "Apache-2.0",
  type: "module",
  bin: {
    shipgate: "./dist/shipgate.cjs"
  },
  scripts: {
    build: "node ../scripts/build.ts --package"
  },
  dependencies: {
    "@shipgate/kit": "^0.1.0",
    "@shipgate/schemas": "^0.1.0"
  }
};

// cli/src/arguments.ts
function parseArguments(words, known) {
  const names = known.map(({ name }) => name);
  const end = words.indexOf("--");
  const before = end === -1 ? words : words.slice(0, end);
  const asked = before.filter(isFlag).map((word) => word === "-h" ? "--help" : word);
  return {
    flags: new Set(asked.filter((word) => names.includes(word))),
    operands: [...before.filter((word) => !isFlag(word)), ...end === -1 ? [] : words.slice(end + 1)],
    faults: asked.filter((word) => !names.includes(word)).map((word) => unknownWord("flag", word, names))
  };
}
function unknownWord(kind, word, known) {
  const name = kind === "flag" ? word.split("=")[0] ?? word : word;
  const takesNoValue = name !== word && known.includes(name);
  const guess = suggest(name, known);
  return {
    title: takesNoValue ? `flag ${name} takes no value` : `unknown ${kind} "${name}"`,
    expected: takesNoValue ? name : known.join(", "),
    got: word,
    do: guess === void 0 || takesNoValue ? "see: shipgate --help" : `did you mean "${guess}"?`
  };
}
function isFlag(word) {
  return word.startsWith("-") && word !== "-";
}

// cli/src/help.ts
var EXIT_CODES = [
  "Exit codes:",
  "  0  valid",
  "  1  a fault was found",
  "  2  not known: a file or the question could not be read"
];
function programHelp(commands2, flags) {
  const rows = commands2.map(({ name, summary }) => [name, summary]);
  return [
    "usage: shipgate <command> [flags]",
    "",
    "Commands:",
    ...columns(rows),
    "",
    "Flags:",
    ...columns(flags.map(({ name, meaning }) => [name, meaning])),
    "",
    ...EXIT_CODES,
    "",
    "More about a command: shipgate <command> --help"
  ].join("\n");
}
function commandHelp(command, flags) {
  return [
    `usage: shipgate ${command.name} ${command.operands}`,
    "",
    ...command.details,
    "",
    "Flags:",
    ...columns(flags.map(({ name, meaning }) => [name, meaning])),
    "",
    ...EXIT_CODES
  ].join("\n");
}
function columns(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

// cli/src/examination.ts
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
function examineFile(name, workingFolder) {
  const file = shownName(name, workingFolder);
  const kind = name.endsWith(".json") ? "verdict" : "shipgate";
  const empty = { file, kind, faults: [], warnings: [], unreadSections: [] };
  if (name === "-") return { ...empty, unread: unreadable(name, "standard input", name) };
  const bytes = bytesOf((0, import_node_path.resolve)(workingFolder, name));
  if (typeof bytes === "string") return { ...empty, unread: unreadable(file, bytes, name) };
  if (kind === "verdict") {
    const { faults: faults2, warnings: warnings2 } = readVerdictFile(bytes, { file });
    return { ...empty, faults: faults2, warnings: warnings2 };
  }
  if (isCanaryPlanAlone(bytes)) {
    const { faults: faults2, warnings: warnings2 } = readCanaryPlan(bytes, { file });
    return { ...empty, kind: "canary-plan", faults: faults2, warnings: warnings2 };
  }
  const { value, faults, warnings } = readShipgateFile(bytes, { file });
  return { ...empty, faults, warnings, unreadSections: value === void 0 ? [] : unreadSections(value) };
}
function bytesOf(path) {
  try {
    const found = (0, import_node_fs.statSync)(path);
    if (found.isDirectory()) return "a folder";
    return found.isFile() ? (0, import_node_fs.readFileSync)(path) : "something that is no file";
  } catch (error) {
    return troubleOf(error);
  }
}
var TROUBLES = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "no right to read it",
  EPERM: "no right to read it",
  ELOOP: "links that lead in a circle",
  ENAMETOOLONG: "a name that is too long",
  ERR_INVALID_ARG_VALUE: "a name that no file can have"
};
function troubleOf(error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "an unknown error";
  return TROUBLES[code] ?? code;
}
function unreadable(file, got, name) {
  const isDash = name === "-";
  return {
    title: isDash ? "standard input is not read" : `${file} cannot be read`,
    expected: "a file",
    got,
    do: isDash ? "give the name of a file" : "check the name, or give another: shipgate validate <file>"
  };
}
function shownName(name, workingFolder) {
  const path = (0, import_node_path.relative)(workingFolder, (0, import_node_path.resolve)(workingFolder, name));
  const isOutside = path === "" || path.startsWith("..") || (0, import_node_path.isAbsolute)(path);
  return (isOutside ? name : path).split(import_node_path.sep).join("/");
}

// cli/src/validation-text.ts
function validationText(files, exitCode, color) {
  const faults = files.flatMap(({ faults: found, unread }) => unread === void 0 ? found : [unread]);
  const warnings = files.flatMap((file) => file.warnings);
  const asides = [...warnings.map((warning) => formatWarning(warning, { color })), ...unreadLines(files)];
  const closing = formatClosing(
    { word: exitCode === 0 ? "PASS" : "FAULT", text: sentence(files), exitCode },
    { color }
  );
  return [...faults.map((fault) => formatFault(fault, { color })), asides.join("\n"), closing].filter((block) => block !== "").join("\n\n");
}
function validationJson(files, exitCode) {
  const results = files.map(({ unread, ...file }) => ({
    ...file,
    outcome: unread !== void 0 ? "unknown" : file.faults.length > 0 ? "fail" : "pass",
    ...unread === void 0 ? {} : { unread }
  }));
  return JSON.stringify({ command: "validate", exitCode, files: results }, null, 2);
}
function unreadLines(files) {
  const sections = new Set(files.flatMap((file) => file.unreadSections));
  return sections.size === 0 ? [] : [`not read by this release: ${[...sections].join(", ")}`];
}
function sentence(files) {
  const faults = files.reduce((sum, file) => sum + file.faults.length, 0);
  const warnings = files.reduce((sum, file) => sum + file.warnings.length, 0);
  const unread = files.filter((file) => file.unread !== void 0).length;
  const valid = files.filter((file) => file.unread === void 0 && file.faults.length === 0).length;
  const parts = [
    ...faults > 0 ? [counted(faults, "fault")] : [],
    ...warnings > 0 ? [counted(warnings, "warning")] : []
  ];
  const [only] = files;
  if (files.length === 1 && only !== void 0) {
    if (unread > 0) return `validate: ${only.file} could not be read`;
    if (faults > 0) return `validate: ${parts.join(", ")} in ${only.file}`;
    return `validate: ${[`${only.file} is valid`, ...parts].join(", ")}`;
  }
  const notRead = unread > 0 ? [`${unread} could not be read`] : [];
  return `validate: ${[`${valid} of ${counted(files.length, "file")} valid`, ...parts, ...notRead].join(", ")}`;
}
function counted(count, noun) {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

// cli/src/validate.ts
var validate = {
  name: "validate",
  operands: "[file...] [--json]",
  summary: `checks ${SHIPGATE_FILE}, canary plans and verdict files`,
  details: [
    `Checks ${SHIPGATE_FILE}, or the files that are named, as strictly as the`,
    "gates do. Files that end in .json are checked as verdicts, and a file with the",
    "keys of a canary plan at its top as such a plan. All faults are shown at once."
  ],
  flags: [{ name: "--json", meaning: "prints one JSON document instead of text" }],
  run({ operands, flags, color }, terminal) {
    const names = operands.length === 0 ? [SHIPGATE_FILE] : operands;
    const files = names.map((name) => examineFile(name, terminal.workingFolder));
    const exitCode = exitCodeOf(files);
    if (flags.has("--json")) terminal.out(validationJson(files, exitCode));
    else terminal.out(validationText(files, exitCode, color));
    return exitCode;
  }
};
function exitCodeOf(files) {
  const count = (faults) => files.some((file) => faults(file).length > 0);
  if (count(({ faults }) => faults)) return 1;
  return files.some(({ unread }) => unread !== void 0) ? 2 : 0;
}

// cli/src/command-line.ts
var commands = [validate];
var generalFlags = [
  { name: "--no-color", meaning: "no colour; so does NO_COLOR=1. FORCE_COLOR=1 forces it" },
  { name: "--help", meaning: "prints this help" },
  { name: "--version", meaning: "prints the version" }
];
async function runCommandLine(words, terminal) {
  const [name = "--help", ...rest] = words;
  if (name.startsWith("-")) return general(words, terminal);
  const command = commands.find((each) => each.name === name);
  const color = colorOf(words, terminal);
  if (command === void 0) return refuse([unknownWord("command", name, namesOf(commands))], color, terminal);
  const flags = [...command.flags, ...generalFlags];
  const parsed2 = parseArguments(rest, flags);
  if (parsed2.flags.has("--help")) return say(commandHelp(command, flags), terminal);
  if (parsed2.flags.has("--version")) return say(package_default.version, terminal);
  if (parsed2.faults.length > 0) return refuse(parsed2.faults, color, terminal);
  return command.run({ operands: parsed2.operands, flags: parsed2.flags, color }, terminal);
}
function general(words, terminal) {
  const { flags, operands, faults } = parseArguments(words, generalFlags);
  if (faults.length > 0) return refuse(faults, colorOf(words, terminal), terminal);
  if (flags.has("--version")) return say(package_default.version, terminal);
  const [word] = operands;
  if (word === void 0 || flags.has("--help")) return say(programHelp(commands, generalFlags), terminal);
  const fault = { title: "the command comes first", expected: `shipgate ${namesOf(commands).join(" | ")}`, got: word };
  return refuse([{ ...fault, do: "put the flags behind the command" }], colorOf(words, terminal), terminal);
}
function say(text, terminal) {
  terminal.out(text);
  return 0;
}
function refuse(faults, color, terminal) {
  for (const fault of faults) terminal.err(`${formatFault(fault, { color })}
`);
  terminal.err("shipgate: nothing was done  (exit code 2)");
  return 2;
}
function namesOf(all) {
  return all.map(({ name }) => name);
}
function colorOf(words, terminal) {
  const { environment, isTerminal } = terminal;
  const github = environment["GITHUB_ACTIONS"] === "true";
  return colourIsOn(environment, { flag: !words.includes("--no-color"), terminal: isTerminal, github });
}

// cli/src/main.ts
runCommandLine(process.argv.slice(2), {
  workingFolder: process.cwd(),
  environment: process.env,
  isTerminal: process.stdout.isTTY === true,
  out: (text) => process.stdout.write(`${text}
`),
  err: (text) => process.stderr.write(`${text}
`)
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error) => {
    process.stderr.write(`shipgate: ${error instanceof Error ? error.message : String(error)}
`);
    process.exitCode = 2;
  }
);
