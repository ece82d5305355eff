import { h } from "./dom.js";
export class Editing {
  constructor() {
    this.bar = h("div");
    this.toggle = h("span");
    this.toolbar = h("div", { hidden: true });
  }
  refresh() {}
  tools() {}
  adder() {}
  form() {}
}
