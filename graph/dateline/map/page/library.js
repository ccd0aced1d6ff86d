// Brings in vis-network. The content security policy knows it by its hash: nothing else that stood there would run.

import { inflated } from "./codec.js";

const script = document.createElement("script");
script.textContent = await inflated(document.getElementById("library").textContent);
document.head.append(script);
export const DataSet = window.vis.DataSet;
export const Network = window.vis.Network;
