// Runs Azurite's blob service until its standard input closes.
// Whoever starts it holds the other end of that pipe, so it stops with its owner even after `kill -9`: no process left behind, no pid file.
"use strict";

const closingMustEndWithinMilliseconds = 3000;

function stop() {
  process.emit("SIGTERM");
  setTimeout(() => process.exit(0), closingMustEndWithinMilliseconds).unref();
}

process.stdin.on("end", stop).on("error", stop).resume();

try {
  require("azurite/dist/src/blob/main.js");
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
  console.error("Azurite is not installed: run npm ci in the project's top folder.");
  process.exit(1);
}
