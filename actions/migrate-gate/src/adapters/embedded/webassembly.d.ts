/** The part of WebAssembly's JavaScript interface that is used; Node's types only name its types. */
declare namespace WebAssembly {
  function compile(bytes: NodeJS.ArrayBufferView): Promise<Module>;
}
