// What the reader has chosen and what is on the screen: the one value that all views share.

export const find = (id) => document.getElementById(id);

export const state = {
  view: "map", // or "net", or "list"
  event: null, actor: null, hovered: null,
  from: 0, to: 1, even: true, all: false,
  rows: [], rowOf: new Map(), visible: [], ticks: [], scale: null, width: 0, height: 0, before: 0, after: 0, axisWidth: 0,
};
