// Loaded into Azurite before its own code. The host holds the other end of standard input: when that closes, because the
// host asked for a stop or because it died in whatever way, Azurite writes its rows to disk and ends.
"use strict";

const emit = process.emit;

// A Ctrl+C in the terminal reaches the whole process group; the host still has work to finish and stops us afterwards.
process.emit = function (name, ...rest) {
  return name === "SIGINT" || name === "SIGHUP" ? true : emit.call(process, name, ...rest);
};
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

let stopping = false;
function stop() {
  if (!stopping) {
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    // Before Azurite listens to the signal nobody would hear it, and there is nothing to save.
    if (!process.emit("SIGTERM", "SIGTERM")) {
      process.exit(0);
    }
  }
}

// Nobody may be left to read our last words.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();
