/** The contracts of an invented order service, and their next versions. */

export const openapi = `openapi: 3.0.3
info: {title: Orders, version: 1.0.0}
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - {name: limit, in: query, required: false, schema: {type: integer}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}
  /old:
    get:
      responses: {'200': {description: ok}}
`;

/** A path less, and a parameter that must be given now. */
export const breakingOpenapi = openapi.replace('required: false', 'required: true').replace(/ {2}\/old:[\s\S]*$/, '');

/** A path more. */
export const harmlessOpenapi = `${openapi}  /new:\n    get:\n      responses: {'200': {description: ok}}\n`;

export const proto = `syntax = "proto3";

package orders.v1;

message Order {
  string id = 1;
  int32 count = 2;
}

message Receipt {
  string id = 1;
}
`;

export const breakingProto = proto.replace('int32 count', 'string count').replace(/message Receipt[\s\S]*$/, '');
export const harmlessProto = proto.replace('int32 count = 2;', 'int32 count = 2;\n  string note = 3;');
